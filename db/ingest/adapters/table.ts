// General tables: those of Russian and Kazakh offices, those with periods as columns, and long tables under other headings than ours.

import type { ColumnRole } from '../../../electron/shared/domain/csvFile.ts'
import { roleOf } from '../headings.ts'
import type { CsvAdapter, Header } from '../layout.ts'
import { isFigureLike, isMissing, readNumber } from '../text/numbers.ts'
import { type AreasAcross, areasAcross } from './areasAcross.ts'
import { meansPeriod, saysPeriod } from './headingPeriods.ts'
import { hasCyrillic, noWords, rolesOf, tableLayout } from './tableLayout.ts'
import { withTraders } from './traders.ts'

const figures = (record: readonly string[]): number =>
  record.filter((text) => !isMissing(text, noWords) && readNumber(text, '.').kind === 'number').length

/** Headings that this family can read: figures under a value, periods or money, and something that says whose they are. */
function looksLikeTable(header: Header): boolean {
  const filled = header.names.filter((name) => name !== '')
  if (filled.length < 2) return false
  const roles = header.names.map((name) => (saysPeriod(name) ? null : roleOf(name)))
  const periods = header.names.filter((name, column) => roles[column] === null && meansPeriod(name)).length
  if (header.sample.length > 0 && !header.sample.some((record) => record.some(isFigureLike))) return false
  const has = (...wanted: readonly ColumnRole[]): boolean => roles.some((role) => role !== null && wanted.includes(role))
  // a record of figures is no heading, even when one of them looks like a year
  if (figures(header.names) > periods) return false
  const whose = has('area', 'areaName', 'reporter', 'partner', 'indicator')
  if (has('value') && (has('period', 'year') || whose)) return true
  if (periods > 0 && (whose || (periods >= 2 && header.names.length > periods && !saysPeriod(header.names[0] ?? '')))) return true
  if (has('exports', 'imports')) return header.names.length >= 2 && figures(header.names) === 0
  return rolesOf(header, null).includes('value')
}

type Accepts = (header: Header, across: AreasAcross | null) => boolean

const general = (id: string, accepts: Accepts): CsvAdapter => ({
  id,
  general: true,
  recognise: (header, areas = null) => {
    const across = areas === null ? null : areasAcross(header, areas)
    return (across !== null || looksLikeTable(header)) && accepts(header, across)
  },
  layout: (context) => {
    const across = areasAcross(context.header, context.catalogue.areas)
    const roles = across?.roles ?? withTraders(context, rolesOf(context.header, context.catalogue))
    return tableLayout(context, roles, id, { across })
  },
})

const isOffice = (header: Header): boolean => header.names.some((name) => hasCyrillic.test(name))

const isWide: Accepts = (header, across) =>
  across !== null || (!header.names.some((name) => roleOf(name) === 'value') && header.names.some(meansPeriod))

/** Tables of Russian and Kazakh offices. */
export const office = general('office', isOffice)

/** Periods, or areas, as columns. */
export const wide = general('wide', (header, across) => !isOffice(header) && isWide(header, across))

/** Long tables under other headings than ours. */
export const table = general('table', (header, across) => !isOffice(header) && !isWide(header, across))
