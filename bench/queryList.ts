// The queries themselves: node bench/queryList.ts STORE NAME prints {cold, warm} in milliseconds. Answers are copied as between threads.
import { handlers } from '../db/handlers/index.ts'
import { openReader } from '../db/worker/connection.ts'
import { channels } from '../electron/shared/contract/channels.ts'

type Ask = (country: string) => unknown
const IMPORTS = 'trade.imports_usd_m'
const DEFINED = 'bench.flow_1'

/** Name, words of the table, and its must in milliseconds. */
export const queryNames = [
  ['shares', 'partner shares of one reporter over 30 years', 16],
  ['top', 'the ten largest partners of one reporter', 16],
  ['hhi', 'HHI of one reporter', 16],
  ['mirror', 'mirror: all reporters with one partner', 16],
  ['history', 'revision history of one figure', 16],
  ['catalogue', 'catalogue', 50],
  ['hhi-all', 'HHI of all reporters', 50],
] as const

if (import.meta.main) {
  const [store = '', name = ''] = process.argv.slice(2)
  const connection = openReader(store)
  const context = {
    db: connection.db,
    connection,
    options: {},
    emit: () => {},
    now: () => '',
    file: () => {
      throw new Error('no files here')
    },
  }
  const call = (channel: keyof typeof handlers, request: unknown): unknown => {
    const handler = handlers[channel] as unknown as (context: unknown, request: unknown) => unknown
    return structuredClone(handler(context, channels[channel].request.parse(request)))
  }
  const queries: Readonly<Record<(typeof queryNames)[number][0], Ask>> = {
    shares: (reporter) => call('series.query', { indicators: [DEFINED], reporters: [reporter], partners: [] }),
    top: (reporter) => call('shares.query', { indicator: DEFINED, reporter, period: '2020' }),
    hhi: (reporter) => call('shares.query', { indicator: DEFINED, reporter, period: '2021' }),
    mirror: (partner) => call('observations.query', { indicators: [DEFINED], partner, period: '2020' }),
    history: (partner) => call('evidence.get', { indicator: IMPORTS, reporter: 'DEU', partner, period: '2015' }),
    catalogue: () => call('catalogue.get', {}),
    'hhi-all': (country) =>
      call('concentrations.query', {
        indicator: DEFINED,
        period: String(1994 + ((country.charCodeAt(0) * 7 + country.charCodeAt(2)) % 30)),
      }),
  }
  const ask = queries[name as keyof typeof queries]
  const countries = connection.raw
    .prepare("SELECT code FROM area WHERE kind = 'country' ORDER BY code LIMIT 120")
    .pluck()
    .all() as string[]
  const timed = (country: string): number => {
    const startMs = performance.now()
    ask(country)
    return performance.now() - startMs
  }
  const cold = timed('DEU')
  // one country per answer; the first ones warm the program up
  const warm = countries.slice(20, 90).map(timed).slice(-40)
  process.stdout.write(JSON.stringify({ cold, warm }))
  connection.close()
}
