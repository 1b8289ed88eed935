// Speed and size as ratios to a baseline of the same run:
//   npm run bench -- [--quick | --full] [--only import|queries|pages|start|index] [--json FILE]
// Default: medians of 5 at a million rows, 2 at five million, queries on ten million figures; under 10 minutes. --quick: a fifth of that,
// under 2 minutes, smaller than what the musts are set for. --full: medians of 5 everywhere. Generated files and the large store are kept in
// the temporary folder. Prints every must that fell short; the exit status is 0 even then, for a slow machine is no bug.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Importing } from './importing.ts'
import { cliIs, type Measurement, root, say } from './measure.ts'
import { measurePages } from './pages.ts'
import { shortfalls, tableOf, verdictOf } from './print.ts'
import { largeStore, measureQueries } from './queries.ts'
import { measureFirstStart, measureIndex } from './starting.ts'

// the faults are a program of their own: node bench/faults.ts
if (process.argv.includes('--faults')) {
  await import('./faults.ts')
  process.exit()
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
  },
})
const size = values.quick ? 'quick' : values.full ? 'full' : 'normal'
const cache = join(tmpdir(), 'multivector-bench')
mkdirSync(cache, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'multivector-bench-run-'))
/** The large store is made again when the form of stores changes. */
const form = readdirSync(join(root, 'db/schema'))
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .at(-1)
  ?.slice(0, 4)
const repeats = size === 'quick' ? 3 : 5

const parts: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  import: () => new Importing({ cache, folder, size }).measure(),
  queries: () => measureQueries(cache, size, form ?? ''),
  pages: async () => measurePages(folder, size === 'quick' ? null : await largeStore(cache, 10_000_000, form ?? ''), repeats),
  index: () => measureIndex(folder, repeats),
  start: () => measureFirstStart(folder, repeats),
}

const startMs = performance.now()
const wanted = values.only === undefined ? Object.keys(parts) : values.only.split(',')
const measured: Measurement[] = []
try {
  for (const name of wanted) {
    const part = parts[name]
    if (!part) throw new Error(`there is no part ${name}; they are ${Object.keys(parts).join(', ')}`)
    measured.push(...(await part()))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const seconds = Math.round((performance.now() - startMs) / 1000)
const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}; command line ${cliIs}`
for (const [table, title] of [
  ['import', 'Import: speed and memory'],
  ['speed', 'Speed'],
] as const) {
  const rows = measured.filter((one) => one.table === table)
  if (rows.length > 0) process.stdout.write(`${tableOf(title, rows)}\n\n`)
}
process.stdout.write(`${shortfalls(measured)}\n${machine}; ${size} run of ${seconds} s\n`)
const out = resolve(values.json ?? join(cache, 'last.json'))
writeFileSync(
  out,
  `${JSON.stringify({ machine, size, seconds, measured: measured.map((one) => ({ ...one, verdict: verdictOf(one) })) }, null, 2)}\n`,
)
say(`written to ${out}`)
