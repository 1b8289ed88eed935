// A process of its own that opens a store and imports one file: what crash.ts kills and disk.ts starves. Says "go" when the import begins.
// With a number it kills itself before that statement; without one it says at the end how many there were.
// node bench/faults/child.ts STORE FILE [STATEMENT]

import type { Connection } from '../../db/worker/connection.ts'
import { openStore } from '../../db/worker/openStore.ts'
import { storeError } from '../../db/worker/storeError.ts'
import { toFailure } from '../../electron/host/failure.ts'
import { optionsOf } from './options.ts'
import { importPath } from './stores.ts'

const [store = '', file = '', statement = '0'] = process.argv.slice(2)
let statements = 0

/** Counts what reaches SQLite, and ends the process without a word at the chosen point. */
function count(raw: Connection['raw']): void {
  const places = [
    [Object.getPrototypeOf(raw.prepare('SELECT 1')) as object, 'run'],
    [Object.getPrototypeOf(raw) as object, 'exec'],
  ] as const
  for (const [owner, name] of places) {
    const real = Reflect.get(owner, name) as (...args: unknown[]) => unknown
    Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
      if (++statements === Number(statement)) process.kill(process.pid, 'SIGKILL')
      return real.apply(this, args)
    })
  }
}

try {
  const connection = openStore(optionsOf(store), () => {})
  count(connection.raw)
  process.stdout.write('go\n')
  const report = importPath(connection, file)
  connection.close()
  process.stdout.write(`done ${report.outcome} ${report.batch} ${report.rows.new} ${statements}\n`)
  process.exitCode = report.outcome === 'accepted' ? 0 : 1
} catch (error) {
  const { code, message } = toFailure(storeError(error, store))
  process.stdout.write(`refused ${code} ${message}\n`)
  process.exitCode = 1
}
