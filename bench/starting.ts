// The first start and the composite index.
import { join } from 'node:path'
import { cli, cliIs, type Measurement, median, removeStore, run, say } from './measure.ts'

/** Building the store from the bundled data, as its own report says it, and the whole command beside it. */
export async function measureFirstStart(folder: string, repeats: number): Promise<Measurement[]> {
  const own: number[] = []
  const whole: number[] = []
  for (let i = 0; i < repeats; i++) {
    say(`first start, ${i + 1} of ${repeats}`)
    const store = join(folder, 'first.sqlite')
    removeStore(store)
    const ran = await cli('init', '--store', store, '--json')
    own.push((JSON.parse(ran.out) as { readonly ms: number }).ms)
    whole.push(ran.ms)
    removeStore(store)
  }
  const against = `the whole command, ${cliIs}, ${Math.round(median(whole))} ms`
  return [
    {
      table: 'speed',
      what: 'first start: store from the bundled data',
      value: median(own) / 1000,
      unit: 's',
      must: 3,
      aim: 1,
      against,
    },
  ]
}

/** The index of Kazakhstan on Russia with its thousand runs, all channels, thirty years. */
export async function measureIndex(folder: string, repeats: number): Promise<Measurement[]> {
  say('composite index')
  const store = join(folder, 'index.sqlite')
  removeStore(store)
  await cli('init', '--store', store, '--json')
  const { times, runs, years } = JSON.parse((await run('bench/indexRuns.ts', [store, String(repeats)])).out) as {
    readonly times: readonly number[]
    readonly runs: number
    readonly years: number
  }
  removeStore(store)
  return [
    {
      table: 'speed',
      what: 'composite index with robustness runs',
      value: median(times),
      unit: 'ms',
      must: 1000,
      aim: 200,
      against: `${runs} runs, ${years} years; the first ${Math.round(times[0] ?? 0)} ms`,
    },
  ]
}
