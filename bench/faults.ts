// Faults at full length, as the suite tries them in short form:
//   npm run bench -- --faults [--count 200] [--rows 1000000] [--minutes 60] [--only kill,disk,inject,log,damage,files,soak]
// Prints a line per promise with its figures; the exit status is 1 when one was broken.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openWriter } from '../db/worker/connection.ts'
import { openStore } from '../db/worker/openStore.ts'
import { crash } from './faults/crash.ts'
import { contentDump, damages, judge } from './faults/damage.ts'
import { between, fill, hasSmallDisks, sizes, starve } from './faults/disk.ts'
import { badRows, hostileFiles, readHostile } from './faults/hostile.ts'
import { hasInjection, inject } from './faults/inject.ts'
import { optionsOf } from './faults/options.ts'
import { soak } from './faults/soak.ts'
import { makeSmall, writeLongTable } from './faults/stores.ts'
import { tearLog } from './faults/tear.ts'
import { isClean, type Outcome } from './faults/trial.ts'

const { values } = parseArgs({
  options: {
    faults: { type: 'boolean' },
    count: { type: 'string', default: '200' },
    rows: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '60' },
    only: { type: 'string' },
  },
})
/** Part of a soak after which memory must not grow. */
const WARM_UP = 1 / 4
const SEED = 20_261_127
const BYTES_PER_ROW = 200
/** each traced import takes a second */
const ROWS_UNDER_STRACE = 20_000
const [count, rows, minutes] = [Number(values.count), Number(values.rows), Number(values.minutes)]
const folder = mkdtempSync(join(tmpdir(), 'multivector-faults-'))
const base = join(folder, 'base.sqlite')
const file = join(folder, 'large.csv')
let broken = 0

const say = (kept: boolean, text: string): void => {
  if (!kept) broken++
  console.log(`${kept ? 'kept  ' : 'BROKEN'}  ${text}`)
}
/** @param what was done to the import */
function sayOutcomes(what: string, outcomes: readonly Outcome[]): void {
  const refused = outcomes.filter(({ holds }) => holds === 'before').length
  const wrong = outcomes.filter((outcome) => !isClean(outcome))
  say(
    wrong.length === 0,
    `${what}: ${outcomes.length} tried, ${refused} refused, ${outcomes.length - refused} whole, ${wrong.length} wrong`,
  )
  for (const one of wrong.slice(0, 5)) console.log(JSON.stringify(one))
}
const most = (numbers: readonly number[]): number => Math.round(Math.max(...numbers))

const parts: Readonly<Record<string, () => Promise<void>>> = {
  kill: async () => {
    const { points, importMs, properStartMs } = await crash(base, folder, file, rows, count, SEED)
    const wrong = points.filter(
      ({ holds, problems, again }) =>
        problems.length > 0 || again !== (holds === 'before' ? rows : 0) || holds === 'something else',
    )
    const later = most(points.map(({ startMs }) => startMs)) - Math.round(properStartMs)
    const killed = points.filter((point) => point.killed).length
    say(
      wrong.length === 0 && later <= 2_000,
      `R1 kill -9: ${killed} of ${count} tries killed within an import of ${rows} rows (${Math.round(importMs)} ms); ${wrong.length} stores wrong; longest start ${later} ms later than a proper one`,
    )
  },
  disk: async () => {
    const most = Math.min(count, 20)
    sayOutcomes('R2 files that may not grow', starve(base, folder, file, rows, sizes(base, rows * BYTES_PER_ROW, most)))
    if (hasSmallDisks())
      sayOutcomes(
        'R2 disks too small',
        fill(base, folder, file, rows, between(statSync(base).size + 8_192, rows * BYTES_PER_ROW * 3, most)),
      )
    else console.log('not tried  R2 disks too small: this system lets nobody mount one')
  },
  inject: async () => {
    if (!hasInjection()) {
      console.log('not tried  R2 failing system calls: strace is not installed, or may not trace')
      return
    }
    const few = join(folder, 'few.csv')
    writeLongTable(few, ROWS_UNDER_STRACE)
    const { calls, points } = inject(base, folder, few, ROWS_UNDER_STRACE, count, SEED)
    const of = Object.entries(calls).map(([call, most]) => `${most} ${call}`)
    sayOutcomes(`R2 the n-th call fails (of ${of.join(', ')})`, points)
  },
  log: async () => {
    const torn = tearLog(base, folder, file, rows, count, SEED)
    const wrong = torn.filter(({ holds, problems }) => holds === 'something else' || problems.length > 0)
    say(wrong.length === 0, `R3 torn log: ${torn.length} logs cut or zeroed at their end, ${wrong.length} stores wrong`)
  },
  damage: async () => {
    const store = join(folder, 'whole.sqlite')
    const whole = openStore(optionsOf(store), () => {})
    whole.raw.pragma('wal_checkpoint(TRUNCATE)')
    const dump = contentDump(whole)
    whole.close()
    const options = optionsOf(join(folder, 'damaged.sqlite'))
    const judged = [...damages(readFileSync(store), count, SEED)].map((damage) => judge(damage, options, dump))
    const harmful = judged.filter((one) => one.harmful)
    const found = harmful.filter((one) => one.found).length
    say(
      found === harmful.length && judged.every(({ untouched }) => untouched),
      `R4 damage: ${judged.length} made, ${harmful.length} harmful, ${found} found; SQLite's integrity_check alone finds ${harmful.filter((one) => one.foundBySqlite).length}; ${judged.filter(({ untouched }) => !untouched).length} files touched`,
    )
  },
  files: async () => {
    const store = join(folder, 'hostile.sqlite')
    copyFileSync(base, store)
    for (const { name, make } of hostileFiles(true)) {
      const { said, ms, megabytes } = await readHostile(store, name, make(folder))
      say(
        /^(refused|file-unreadable) /.test(said) && ms <= 10_000 && megabytes <= 512,
        `R10 ${name}: ${said} in ${ms} ms, ${megabytes} MB`,
      )
    }
    const path = badRows(folder, 1_000_000)
    // first, for a file that was imported whole is known again at once
    const cancelled = await readHostile(store, 'cancel', path, 300)
    say(cancelled.said.startsWith('cancelled') && cancelled.ms <= 1_000, `R10 cancelled within ${cancelled.ms} ms`)
    const bad = await readHostile(store, 'a million bad rows', path)
    say(bad.megabytes <= 512, `R10 ${bad.name}: ${bad.said} in ${bad.ms} ms, ${bad.megabytes} MB`)
  },
  soak: async () => {
    const copy = join(folder, 'soak.sqlite')
    copyFileSync(base, copy)
    const store = openWriter(copy)
    const startMs = performance.now()
    const endMs = startMs + minutes * 60_000
    const warmMs = startMs + minutes * WARM_UP * 60_000
    const { rounds, megabytes, handles, same, problems } = await soak(
      store,
      folder,
      20_000,
      (round) => round < 4 || performance.now() < endMs,
      (round) => round >= 3 && performance.now() >= warmMs,
    )
    store.close()
    const grown = megabytes[1] - megabytes[0]
    say(
      same && problems.length === 0 && grown < 64 && (handles === null || handles[1] <= handles[0]),
      `R11 soak: ${rounds} rounds in ${minutes} minutes; memory ${megabytes[0]} (after ${minutes * WARM_UP} minutes) → ${megabytes[1]} MB; handles ${handles?.join(' → ') ?? 'not told'}; dump ${same ? 'equal' : 'DIFFERENT'}`,
    )
  },
}

try {
  const store = openStore(optionsOf(base), () => {})
  makeSmall(store)
  store.close()
  writeLongTable(file, rows)
  for (const name of values.only?.split(',') ?? Object.keys(parts)) {
    const part = parts[name]
    if (!part) throw new Error(`there is no part ${name}; they are ${Object.keys(parts).join(', ')}`)
    await part()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = broken > 0 ? 1 : 0
