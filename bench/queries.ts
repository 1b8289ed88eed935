// Queries on a store of ten million figures, each in a process of its own: the first answer is cold, the others are warm but of another
// country each time, so that no answer is the remembered one.
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchIndicators, definitionsCsv, writeObservations } from './generate.ts'
import { cli, type Measurement, median, removeStore, run, say } from './measure.ts'
import { queryNames } from './queryList.ts'

const TRADE = [
  { code: 'trade.exports_usd_m', unit: 'USD_M' },
  { code: 'trade.imports_usd_m', unit: 'USD_M' },
]

/** Path of a store with that many figures beside the bundled ones, made once and kept in the cache. */
export async function largeStore(cache: string, rows: number, form: string): Promise<string> {
  const store = join(cache, `store-${rows}-${form}.sqlite`)
  if (existsSync(store)) return store
  say(`a store of ${rows} figures, kept for later runs`)
  const csv = writeObservations(cache, {
    rows,
    order: 'period',
    revised: 0,
    dialect: 'plain',
    indicators: [...TRADE, ...benchIndicators],
  })
  const draft = `${store}.part`
  removeStore(draft)
  const definitions = join(cache, 'indicators.csv')
  writeFileSync(definitions, definitionsCsv())
  await cli('init', '--store', draft, '--json')
  await cli('indicators', '--store', draft, '--add', definitions, '--json')
  await cli('import', csv, '--store', draft, '--json')
  // a small revision on top, so that there is a history to ask for
  const revision = join(cache, 'revision.csv')
  writeFileSync(
    revision,
    ['indicator,reporter,partner,period,value,unit,source', 'trade.imports_usd_m,DEU,CHN,2015,1,USD_M,bench-bank', ''].join('\n'),
  )
  await cli('import', revision, '--store', draft, '--json')
  removeStore(`${store}.old`)
  renameSync(draft, store)
  return store
}

interface Timed {
  readonly cold: number
  readonly warm: readonly number[]
}

/** Warm and cold times of every query, and the cold starts. */
export async function measureQueries(cache: string, size: 'quick' | 'normal' | 'full', form: string): Promise<Measurement[]> {
  const rows = size === 'quick' ? 1_000_000 : 10_000_000
  const store = await largeStore(cache, rows, form)
  const at = `at ${rows.toLocaleString('en')} figures`
  const results: Measurement[] = []
  const cold: number[] = []
  for (const [name, what, must] of queryNames) {
    say(what)
    const rounds: Timed[] = []
    for (let i = 0; i < (size === 'quick' ? 2 : 3); i++)
      rounds.push(JSON.parse((await run('bench/queryList.ts', [store, name])).out) as Timed)
    const medians = rounds.map(({ warm }) => median(warm))
    const worst = rounds.map(({ warm }) => Math.max(...warm))
    cold.push(median(rounds.map((round) => round.cold)))
    results.push({
      table: 'speed',
      what: `warm, ${what}`,
      value: median(medians),
      unit: 'ms',
      must,
      aim: 16,
      against: `${at}; slowest of 40: ${median(worst).toFixed(1)} ms; first: ${cold.at(-1)?.toFixed(1)} ms`,
    })
  }
  results.push({
    table: 'speed',
    what: 'cold, the slowest first query of a process',
    value: Math.max(...cold),
    unit: 'ms',
    must: 100,
    aim: 50,
    against: `${at}; each of the ${cold.length} in a process of its own`,
  })
  return results
}
