// A whole host of its own that imports one path: what hostile.ts measures. Prints milliseconds, megabytes and what was said.
// node bench/faults/hostileChild.ts STORE PATH [CANCEL AFTER MS]
import { openHost } from '../../electron/host/openHost.ts'
import { findPlaces } from '../../electron/host/paths.ts'
import { loopbackDesk } from '../../electron/loopback/desk.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'

const [store = '', path = '', cancelAfter = ''] = process.argv.slice(2)
const host = openHost(
  {
    host: 'loopback',
    places: findPlaces(new URL('../../cli/host.ts', import.meta.url).href),
    store,
    language: 'en',
    openOnly: false,
    mustExist: true,
    exclusive: false,
  },
  loopbackDesk,
)
await host.ready()
let startMs = performance.now()
const answer = async (): Promise<string> => {
  try {
    const { token } = host.files.open(path)
    const request = { file: token, options: {}, profile: null, note: '', job: 'hostile' }
    if (cancelAfter !== '')
      setTimeout(() => {
        startMs = performance.now()
        void host.client['csv.cancel']({ job: 'hostile' })
      }, Number(cancelAfter))
    const report = await host.files.using(request, () => host.client['csv.import'](request))
    return `${report.outcome} ${report.reason ?? ''} new ${report.rows.new} rejected ${report.rows.rejected}`
  } catch (error) {
    if (error instanceof CallError) return `${error.code} ${error.message}`
    throw error
  }
}
const said = await answer()
const ms = Math.round(performance.now() - startMs)
// maxRSS is in kilobytes on every platform
console.log(`${ms} ${Math.round(process.resourceUsage().maxRSS / 1_024)} ${said}`)
await host.close()
