// node bench/indexRuns.ts STORE REPEATS: times of the dependence index, another seed each time. Prints JSON.
import { handlers } from '../db/handlers/index.ts'
import { openReader } from '../db/worker/connection.ts'
import { defaultDependenceMethod } from '../electron/shared/analytics/dependence/index.ts'
import { channels } from '../electron/shared/contract/channels.ts'

const [store = '', repeats = '5'] = process.argv.slice(2)
const connection = openReader(store)
const handler = handlers['dependence.get'] as unknown as (
  context: unknown,
  request: unknown,
) => { readonly years: readonly { readonly index: number | null }[] }
const times: number[] = []
let years = 0
for (let seed = 1; seed <= Number(repeats); seed++) {
  const request = channels['dependence.get'].request.parse({ reporter: 'KAZ', on: 'RUS', from: 1996, to: 2025, seed })
  const startMs = performance.now()
  const answer = handler({ db: connection.db, connection }, request)
  times.push(performance.now() - startMs)
  years = answer.years.length
}
connection.close()
process.stdout.write(JSON.stringify({ times, runs: defaultDependenceMethod.robustness.runs, years }))
