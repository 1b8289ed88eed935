// Hole: another account of the same computer reads the store. Promise: the store, its log, its backups, kept files and the program's own log can be
// read by their owner alone, whatever the umask, also where an older version left them open.
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStore } from '../../db/worker/openStore.ts'
import { openLog } from '../../electron/host/log.ts'
import { run } from '../cli/support/run.ts'
import { temporaryFolder, workerOptions } from '../db/support/store.ts'

const openTo = (path: string): number => statSync(path).mode & 0o077

it('every file that a first start, an import and a backup leave is private', () => {
  const folder = join(temporaryFolder(), 'data')
  const store = join(folder, 'store.sqlite')
  const csv = join(temporaryFolder(), 'a.csv')
  writeFileSync(csv, 'indicator,reporter,partner,period,value,unit,source\ntrade.imports_usd_m,KAZ,RUS,2001,5,USD_M,s\n')
  expect(run(['init', '--store', store], { before: 'umask 0;' }).code).toBe(0)
  expect(run(['import', csv, '--store', store], { before: 'umask 0;' }).code).toBe(0)
  openLog(store).write({ part: 'host', code: 'internal', channel: '', id: '', trace: [] })
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(paths.filter((path) => /\.sqlite$|\.csv\.zst$|\.json$|\.log$/.test(path))).toHaveLength(5)
  expect(paths.filter((path) => openTo(join(folder, path)) !== 0)).toEqual([])
  expect(openTo(folder)).toBe(0)
  chmodSync(store, 0o644)
  const connection = openStore(workerOptions(store), () => {})
  connection.raw.exec('CREATE TEMP TABLE x (y); BEGIN IMMEDIATE; DELETE FROM event; ROLLBACK')
  expect(openTo(store)).toBe(0)
  connection.close()
})
