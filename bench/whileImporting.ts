// One host that imports a large file and answers charts meanwhile: node bench/whileImporting.ts STORE CSV. Prints JSON.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openForCommand, whenReady } from '../cli/host.ts'
import { quantile } from './measure.ts'

const [store = '', csv = ''] = process.argv.slice(2)
// as a window opens it: a command has no charts, and its import takes no heed of them
const host = openForCommand({ store, openOnly: false, exclusive: true, note: () => {} })
await whenReady(host)

const reporters = ['KAZ', 'UZB', 'KGZ', 'AZE', 'GEO', 'ARM', 'MNG', 'TJK']
let turn = 0
/** Another country each time, and every source by name, so that nothing is remembered from the call before. */
async function ask(): Promise<number> {
  const reporter = reporters[turn % reporters.length] ?? 'KAZ'
  const period = String(2000 + (Math.trunc(turn / reporters.length) % 20))
  turn++
  const startMs = performance.now()
  await host.client['shares.query']({ indicator: 'trade.imports_usd_m', reporter, period, source: 'baci_2000_2020' }).catch(
    () => {},
  )
  return performance.now() - startMs
}
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

async function askUntil(over: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (!over()) {
    times.push(await ask())
    await pause(5)
  }
  return times
}

for (let i = 0; i < 200; i++) await ask()
const until = performance.now() + 4_000
const idle = await askUntil(() => performance.now() > until)
const { token } = host.files.open(csv)
const request = { file: token, options: {}, profile: null, note: '' }
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
let over = false
const done = host.files
  .using(request, () => host.client['csv.import'](request))
  .finally(() => {
    over = true
  })
const busy = await askUntil(() => over)
delay.disable()
await done
await host.close()
process.stdout.write(
  JSON.stringify({ idle: quantile(idle, 0.99), busy: quantile(busy, 0.99), loop: delay.max / 1e6, calls: busy.length }),
)
