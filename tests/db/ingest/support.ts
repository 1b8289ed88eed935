// Reads a file as an import does, against the store of the tests, without threads and without writing.
import { closeSync, mkdtempSync, openSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analyse } from '../../../db/ingest/analyse.ts'
import type { ImportOptions } from '../../../db/ingest/layout.ts'
import type { Additions, Finding } from '../../../db/ingest/messages.ts'
import { decimalsOf, PLAIN_DECIMALS, type Rows, statusOf } from '../../../db/ingest/runs.ts'
import type { Connection } from '../../../db/worker/connection.ts'
import { observationStatuses } from '../../../electron/shared/domain/observation.ts'
import { decodePeriod, type PeriodCode } from '../../../electron/shared/domain/period.ts'

/** The day on which every test import happens. */
export const TODAY = '2026-11-24'
const SERIES_SIZE = 2 ** 30
const folder = mkdtempSync(join(tmpdir(), 'multivector-ingest-'))
let files = 0

/** A temporary file with these bytes. */
export function fileOf(bytes: Uint8Array | string): string {
  const path = join(folder, `file-${++files}.csv`)
  writeFileSync(path, bytes)
  return path
}

export interface Read {
  readonly finding: Finding
  /** "line: indicator reporter partner period = value status" for every new or revised figure, in order of line */
  readonly figures: readonly string[]
}

/** What an import of this file would find and write. */
export async function readFile(
  connection: Connection,
  path: string,
  options: ImportOptions = {},
  profile: string | null = null,
): Promise<Read> {
  const descriptor = openSync(path, 'r')
  let finding: Finding | null = null
  let additions: Additions | null = null
  const figures: { readonly line: number; readonly text: string }[] = []
  const codes = (table: string): ReadonlyMap<number, string> =>
    new Map(
      (connection.raw.prepare(`SELECT id, code FROM ${table}`).all() as { id: number; code: string }[]).map(({ id, code }) => [
        id,
        code,
      ]),
    )
  const [indicators, areas] = [codes('indicator'), codes('area')]
  const nameOf = (series: number): string => {
    const at = (series - (additions?.firstSeries ?? 0)) * 4
    if (additions && at >= 0)
      return [
        indicators.get(additions.series[at] ?? 0),
        areas.get(additions.series[at + 1] ?? 0),
        areas.get(additions.series[at + 2] ?? 0),
      ].join(' ')
    const row = connection.raw.prepare('SELECT indicator, reporter, partner FROM series WHERE id = ?').get(series) as {
      indicator: number
      reporter: number
      partner: number
    }
    return [indicators.get(row.indicator), areas.get(row.reporter), areas.get(row.partner)].join(' ')
  }
  const take = (rows: Rows): void => {
    for (let i = 0; i < rows.length; i++) {
      const id = rows.ids[i] ?? 0
      const extra = rows.extras[i] ?? 0
      const shown = decimalsOf(extra) === PLAIN_DECIMALS ? '' : ` (${decimalsOf(extra)} decimals)`
      const period = decodePeriod((id % SERIES_SIZE) as PeriodCode)
      const line = rows.lines[i] ?? 0
      figures.push({
        line,
        text: `${line}: ${nameOf(Math.floor(id / SERIES_SIZE))} ${period} = ${rows.values[i]} ${observationStatuses[statusOf(extra)]}${shown}`,
      })
    }
  }
  try {
    await analyse(
      {
        store: '',
        descriptor,
        name: 'file.csv',
        today: TODAY,
        options,
        profile,
        write: true,
        spool: folder,
        signals: new Int32Array(new SharedArrayBuffer(20)),
        lots: null,
        annex: null,
        sha256: '0'.repeat(64),
      },
      connection,
      {
        say: (message) => {
          if (message.kind === 'done') finding = message.finding
          if (message.kind === 'additions') additions = joined(additions, message.additions)
          if (message.kind === 'restart') {
            additions = null
            figures.length = 0
          }
        },
        hand: take,
        handed: () => {},
        room: () => 8,
        batch: () => 7,
        check: () => {},
      },
    )
  } finally {
    closeSync(descriptor)
  }
  if (finding === null) throw new Error('no finding')
  return { finding, figures: figures.sort((a, b) => a.line - b.line).map(({ text }) => text) }
}

/** Additions may come in several lots, each behind the one before. */
const joined = (before: Additions | null, next: Additions): Additions =>
  before === null
    ? next
    : {
        ...before,
        sources: [...before.sources, ...next.sources],
        notes: [...before.notes, ...next.notes],
        series: [...Array.from(before.series), ...Array.from(next.series)],
      }
