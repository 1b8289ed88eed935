// Small files written into a store without threads of a host, and what the store holds afterwards.
import { closeSync, openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { ImportOptions } from '../../../db/ingest/layout.ts'
import type { ImportReport } from '../../../db/ingest/report.ts'
import { importFile } from '../../../db/ingest/write/importFile.ts'
import type { Connection } from '../../../db/worker/connection.ts'
import { fileOf } from './support.ts'

export type Store = Connection & { readonly file: string }
let seconds = 0
/** A time later than the one before, on one day for longer than any run asks. */
export const clock = (): string => new Date(Date.UTC(2026, 10, 24) + seconds++ * 1000).toISOString()

export function requestOf(store: Store, path: string, options: ImportOptions, cancelled: () => boolean = () => false) {
  return {
    store: store.file,
    descriptor: openSync(path, 'r'),
    name: 'file.csv',
    options,
    profile: null,
    note: '',
    by: 'tester',
    spool: tmpdir(),
    now: clock(),
    tell: () => {},
    cancelled,
  }
}

export function write(store: Store, text: string, options: ImportOptions = {}): ImportReport {
  const request = requestOf(store, fileOf(text), options)
  try {
    return importFile(store, request)
  } finally {
    closeSync(request.descriptor)
  }
}

/** Everything but the list of batches, as text. */
export const dump = ({ raw }: Connection): string =>
  ['source', 'note', 'series', 'observation', 'revision']
    .map((table) => JSON.stringify(raw.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()))
    .join('\n')
export const figureOnLine = ({ raw }: Connection, line: string): unknown =>
  raw
    .prepare(
      `SELECT o.value FROM observation o JOIN series s ON s.id = o.id >> 30 JOIN indicator i ON i.id = s.indicator JOIN area r ON r.id = s.reporter
       JOIN area p ON p.id = s.partner JOIN source c ON c.id = s.source
       WHERE i.code = 'trade.imports_usd_m' AND r.code = 'KAZ' AND p.code = 'RUS' AND c.code = 'unit-test' AND o.line = ?`,
    )
    .pluck()
    .get(Number(line))

export const header = 'indicator,reporter,partner,period,value,unit,source,note\n'
export const row = (period: number, value: number | string, note = ''): string =>
  `trade.imports_usd_m,KAZ,RUS,${period},${value},USD_M,unit-test,${note}\n`
export const first = header + row(2001, 10, 'first') + row(2002, 20) + row(2003, 30)
export const second = header + row(2001, 10) + row(2002, 21, 'second') + row(2003, 30) + row(2004, 40)
