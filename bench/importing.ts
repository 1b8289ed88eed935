// The table "Speed and memory" of imports: everything a user gets, through the command line, beside a bare load of the same file.
import { copyFileSync, cpSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { benchIndicators, definitionsCsv, type FileOptions, writeObservations } from './generate.ts'
import { cli, type Measurement, median, type Ran, removeStore, run, runCommand, say } from './measure.ts'

export interface ImportBench {
  /** cache of generated files */
  readonly cache: string
  /** for stores of this run */
  readonly folder: string
  readonly size: 'quick' | 'normal' | 'full'
}

const options = (rows: number, changes: Partial<FileOptions> = {}): FileOptions => ({
  rows,
  order: 'period',
  revised: 0,
  dialect: 'plain',
  indicators: benchIndicators,
  ...changes,
})

/** Where the sqlite3 command is missing: the parsed rows into the same kind of table, through the library that Multivector uses. */
async function loadRaw(database: string, csv: string): Promise<number> {
  const { readFileSync } = await import('node:fs')
  const Database = createRequire(import.meta.url)('better-sqlite3') as typeof import('better-sqlite3')
  const startMs = performance.now()
  const db = new Database(database)
  const [, ...lines] = readFileSync(csv, 'latin1').split('\n')
  db.exec('CREATE TABLE rows (a, b, c, d, e, f, g)')
  const insert = db.prepare('INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)')
  db.transaction(() => {
    for (const line of lines) if (line !== '') insert.run(line.split(','))
  })()
  db.close()
  return performance.now() - startMs
}

export class Importing {
  readonly #bench: ImportBench
  readonly #base: string
  baselineName = 'sqlite3 .import'

  constructor(bench: ImportBench) {
    this.#bench = bench
    this.#base = join(bench.folder, 'base.sqlite')
  }

  async #prepare(): Promise<void> {
    if (existsSync(this.#base)) return
    const definitions = join(this.#bench.folder, 'indicators.csv')
    writeFileSync(definitions, definitionsCsv())
    await cli('init', '--store', this.#base, '--json')
    await cli('indicators', '--store', this.#base, '--add', definitions, '--json')
  }

  #copy(name: string, from = this.#base): string {
    const store = join(this.#bench.folder, `${name}.sqlite`)
    removeStore(store)
    copyFileSync(from, store)
    if (existsSync(`${from}.files`)) cpSync(`${from}.files`, `${store}.files`, { recursive: true })
    return store
  }

  async #baseline(csv: string): Promise<number> {
    const database = join(this.#bench.folder, 'baseline.sqlite')
    rmSync(database, { force: true })
    const ms = await runCommand('sqlite3', [database, '.mode csv', `.import ${csv} rows`])
    if (ms === null) this.baselineName = 'raw insert'
    const result = ms ?? (await loadRaw(database, csv))
    rmSync(database, { force: true })
    return result
  }

  async #import(store: string, csv: string, ...more: readonly string[]): Promise<Ran> {
    const ran = await cli('import', csv, '--store', store, '--json', ...more)
    const [report] = JSON.parse(ran.out) as { readonly outcome: string; readonly rows: { readonly rejected: number } }[]
    if (report?.outcome !== 'accepted' || report.rows.rejected > 0)
      throw new Error(`the import of ${csv} went wrong: ${ran.out.slice(0, 400)}`)
    return ran
  }

  /** Every measurement of the table. */
  async measure(): Promise<Measurement[]> {
    const { size, cache } = this.#bench
    await this.#prepare()
    const million = size === 'quick' ? 200_000 : 1_000_000
    const repeats = size === 'quick' ? 3 : 5
    const few = size === 'full' ? 5 : size === 'normal' ? 3 : 2
    const plain = writeObservations(cache, options(million))
    const shuffled = writeObservations(cache, options(million, { order: 'shuffle' }))
    const office = writeObservations(cache, options(million, { dialect: 'office' }))
    const revised = writeObservations(cache, options(million, { revised: 0.2 }))
    const imported = join(this.#bench.folder, 'imported.sqlite')
    const results: Measurement[] = []
    const times: Record<string, Ran[]> = {}
    const bare: number[] = []
    const keep = (name: string, ran: Ran): void => {
      times[name] = [...(times[name] ?? []), ran]
    }
    for (let i = 0; i < repeats; i++) {
      say(`import of ${million} rows, ${i + 1} of ${repeats}`)
      bare.push(await this.#baseline(plain))
      const store = this.#copy('plain')
      keep('first', await this.#import(store, plain))
      if (i === 0) this.#copy('imported', store)
      if (i >= few) continue
      keep('again', await this.#import(store, plain))
      keep('undo', await cli('undo', '--store', store, '--batch', '7', '--json'))
      keep('dry', await this.#import(this.#copy('plain'), plain, '--dry-run'))
      keep('shuffled', await this.#import(this.#copy('plain'), shuffled))
      keep('office', await this.#import(this.#copy('plain'), office))
      keep('revised', await this.#import(this.#copy('plain', imported), revised))
    }
    const ms = (name: string): number => median((times[name] ?? []).map((ran) => ran.ms))
    const cpu = (name: string): string => {
      const known = (times[name] ?? []).flatMap((ran) => ran.cpuMs ?? [])
      return known.length === 0 ? '' : `, cpu ${Math.round(median(known))} ms`
    }
    const ratio = (what: string, name: string, to: string, must: number, aim: number): void => {
      const base = to === 'bare' ? median(bare) : ms(to)
      const label = to === 'bare' ? this.baselineName : `${to === 'first' ? 'import' : to}`
      results.push({
        table: 'import',
        what,
        value: ms(name) / base,
        unit: 'x',
        must,
        aim,
        against: `${Math.round(ms(name))} ms${cpu(name)} / ${label} ${Math.round(base)} ms`,
      })
    }
    const rows = million.toLocaleString('en')
    ratio(`import of ${rows} rows / ${this.baselineName}`, 'first', 'bare', 1, 0.65)
    ratio('shuffled / period order', 'shuffled', 'first', 1.3, 1.1)
    ratio('Windows-1251, quotes, decimal comma / plain', 'office', 'first', 1.6, 1.25)
    ratio('same file again / first', 'again', 'first', 0.1, 0.1)
    results.push(await this.#againInHost(plain))
    ratio('20 % revised / first', 'revised', 'first', 1.5, 1.2)
    ratio('dry run with report / import', 'dry', 'first', 0.8, 0.5)
    ratio('undo of the batch / its import', 'undo', 'first', 1, 0.5)
    const peak = (what: string, ran: readonly Ran[], must: number): void => {
      const known = ran.flatMap(({ peakMb }) => peakMb ?? [])
      const value = known.length === 0 ? null : Math.max(...known)
      results.push({ table: 'import', what, value, unit: 'MB', must, aim: 256, against: 'highest of the runs' })
    }
    peak(`peak memory, ${rows} rows`, times.first ?? [], 256)
    peak(`peak memory, ${rows} rows revised`, times.revised ?? [], 256)
    if (size !== 'quick') results.push(...(await this.#large()))
    removeStore(imported)
    return results
  }

  /** The same file again where the app is open already: without the start of a program, which is most of it on the command line. */
  async #againInHost(csv: string): Promise<Measurement> {
    const bare = await runCommand(process.execPath, ['--eval', '0'])
    const store = this.#copy('again')
    const { first, again } = JSON.parse((await run('bench/againInHost.ts', [store, csv])).out) as {
      readonly first: number
      readonly again: number
    }
    removeStore(store)
    return {
      table: 'import',
      what: 'the same, both in a program that runs already',
      value: again / first,
      unit: 'x',
      must: 0.1,
      aim: 0.1,
      against: `${Math.round(again)} ms / import ${Math.round(first)} ms; Node alone starts and ends in ${Math.round(bare ?? 0)} ms`,
    }
  }

  async #large(): Promise<Measurement[]> {
    const { size, cache } = this.#bench
    const rows = 5_000_000
    const csv = writeObservations(cache, options(rows))
    const bare: number[] = []
    const ours: Ran[] = []
    let bytes = 0
    for (let i = 0; i < (size === 'full' ? 5 : 2); i++) {
      say(`import of ${rows} rows, ${i + 1}`)
      bare.push(await this.#baseline(csv))
      const store = this.#copy('large')
      ours.push(await this.#import(store, csv))
      bytes = statSync(store).size - statSync(this.#base).size
      removeStore(store)
    }
    const [first, base] = [median(ours.map((ran) => ran.ms)), median(bare)]
    const cpu = ours.flatMap((ran) => ran.cpuMs ?? [])
    say(`reads while ${rows} rows are imported`)
    const store = this.#copy('busy')
    const reads = JSON.parse((await run('bench/whileImporting.ts', [store, csv])).out) as {
      readonly idle: number
      readonly busy: number
      readonly loop: number
      readonly calls: number
    }
    removeStore(store)
    const peaks = ours.flatMap(({ peakMb }) => peakMb ?? [])
    return [
      {
        table: 'import',
        what: `import of ${rows.toLocaleString('en')} rows / ${this.baselineName}`,
        value: first / base,
        unit: 'x',
        must: 0.8,
        aim: 0.45,
        against: `${Math.round(first)} ms${cpu.length > 0 ? `, cpu ${Math.round(median(cpu))} ms` : ''} / ${this.baselineName} ${Math.round(base)} ms`,
      },
      {
        table: 'import',
        what: `peak memory, ${rows.toLocaleString('en')} rows`,
        value: peaks.length === 0 ? null : Math.max(...peaks),
        unit: 'MB',
        must: 384,
        aim: 256,
        against: 'highest of the runs',
      },
      {
        table: 'import',
        what: 'while importing: p99 of partner shares / idle',
        value: reads.busy / reads.idle,
        unit: 'x',
        must: 3,
        aim: 1.5,
        against: `${reads.busy.toFixed(1)} ms of ${reads.calls} calls / idle ${reads.idle.toFixed(1)} ms`,
      },
      {
        table: 'import',
        what: 'while importing: longest event-loop delay of the host',
        value: reads.loop,
        unit: 'ms',
        must: 50,
        aim: 16,
        against: '',
      },
      {
        table: 'import',
        what: 'store bytes / CSV bytes',
        value: bytes / statSync(csv).size,
        unit: 'x',
        must: 0.65,
        aim: 0.5,
        against: `${(bytes / 1e6).toFixed(0)} MB / CSV ${(statSync(csv).size / 1e6).toFixed(0)} MB`,
      },
    ]
  }
}
