import type { ObservationRow } from '../../electron/shared/contract/schema/observations.ts'
import type { CellRef } from '../../electron/shared/contract/schema/overview.ts'
import { type ReadQuery, readLines } from '../queries/readSeries.ts'
import type { ReadDb } from '../worker/db.ts'
import { toObservations } from './observations.ts'

/** An observation that has a number. */
export type Figure = ObservationRow & { readonly value: number }

/** The figures of a query with their notes and vintages, line after line; missing ones are left out. */
export const readFigures = (db: ReadDb, query: ReadQuery): readonly Figure[] =>
  toObservations(
    db,
    readLines(db, query).flatMap((line) => line.cells),
  ).filter((row): row is Figure => row.value !== null)

/** The cell of a figure, by which its evidence is asked for. */
export const cellOf = ({ indicator, reporter, partner, period, source }: Figure): CellRef => ({
  indicator,
  reporter,
  partner,
  period,
  source,
})
