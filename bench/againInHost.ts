// One host that imports a file and then the same file again, as whoever has the app open does: node bench/againInHost.ts STORE CSV. Prints
// milliseconds as JSON.
import { openForCommand, whenReady } from '../cli/host.ts'

const [store = '', csv = ''] = process.argv.slice(2)
const host = openForCommand({ store, openOnly: false, note: () => {} })
await whenReady(host)

async function imported(): Promise<number> {
  const startMs = performance.now()
  const { token } = host.files.open(csv)
  const request = { file: token, options: {}, profile: null, note: '' }
  const report = await host.files.using(request, () => host.client['csv.import'](request))
  if (report.outcome !== 'accepted') throw new Error(`the import went wrong: ${report.message}`)
  return performance.now() - startMs
}

const first = await imported()
const again = await imported()
await host.close()
process.stdout.write(JSON.stringify({ first, again }))
