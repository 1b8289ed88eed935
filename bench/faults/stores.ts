// Stores and files that faults are tried on.
import { closeSync, openSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { ImportReport } from '../../db/ingest/report.ts'
import { importFile } from '../../db/ingest/write/importFile.ts'
import { sealAll } from '../../db/seal/seals.ts'
import { renewAllSummaries } from '../../db/summaries/keep.ts'
import type { Connection } from '../../db/worker/connection.ts'

/** Takes most figures out of a store of the bundled data, so that a check takes milliseconds; still every table, and superseded figures too. */
export function makeSmall({ raw }: Connection): void {
  raw.exec(`PRAGMA foreign_keys = OFF;
    DELETE FROM observation WHERE id / 1073741824 % 40 > 0;
    DELETE FROM series WHERE id NOT IN (SELECT id >> 30 FROM observation);
    DELETE FROM note WHERE id NOT IN (SELECT note FROM observation WHERE note IS NOT NULL);
    DELETE FROM source WHERE id NOT IN (SELECT source FROM series) AND id % 5 > 0;
    DELETE FROM area_alias WHERE length(alias) % 5 > 0;
    DELETE FROM project WHERE length(name) % 4 > 0;
    DELETE FROM oil_transit_recipe WHERE id % 5 > 0;
    DELETE FROM period_summary;
    INSERT INTO revision SELECT id, batch + 1, value, status, decimals, batch, line, note FROM observation WHERE id % 50 = 0 AND batch < 6;`)
  renewAllSummaries(raw)
  sealAll(raw)
  raw.exec('VACUUM; PRAGMA foreign_keys = ON')
  raw.pragma('wal_checkpoint(TRUNCATE)')
}

const REPORTERS = ['KAZ', 'KGZ', 'UZB', 'TJK', 'TKM', 'AZE', 'GEO', 'ARM', 'MDA', 'BLR']
const PARTNERS = ['RUS', 'CHN', 'DEU', 'FRA', 'ITA', 'TUR', 'USA', 'GBR', 'JPN', 'ESP', 'NLD', 'POL', 'IND', 'KOR', 'IRN']
const HEADER = 'indicator,reporter,partner,period,value,unit,source\n'

/** A long table of that many new figures, the same each time: months of 120 years that all lie behind us. */
export function writeLongTable(path: string, rows: number, source = 'fault-test'): void {
  const descriptor = openSync(path, 'w')
  try {
    let text = HEADER
    for (let i = 0; i < rows; i++) {
      const month = String((Math.floor(i / 150) % 12) + 1).padStart(2, '0')
      const year = 1900 + (Math.floor(i / 1_800) % 120)
      const indicator = ['imports', 'exports'][Math.floor(i / 216_000) % 2]
      const kind = Math.floor(i / 432_000)
      text += `trade.${indicator}_usd_m,${REPORTERS[i % 10]},${PARTNERS[Math.floor(i / 10) % 15]},${year}-${month},${(i * 7_919) % 1_000_003},USD_M,${source}-${kind}\n`
      if (text.length > 1 << 20) {
        writeSync(descriptor, text)
        text = ''
      }
    }
    writeSync(descriptor, text)
  } finally {
    closeSync(descriptor)
  }
}

/** Imports a file through an open store, as the writer thread does. @throws {CallError} as the import is refused by the machine */
export function importPath(connection: Connection, path: string, name = 'file.csv'): ImportReport {
  const descriptor = openSync(path, 'r')
  try {
    return importFile(connection, {
      store: connection.raw.name,
      descriptor,
      name,
      options: {},
      profile: null,
      note: '',
      by: '',
      spool: tmpdir(),
      now: '2026-11-27T12:00:00.000Z',
      tell: () => {},
      cancelled: () => false,
    })
  } finally {
    closeSync(descriptor)
  }
}
