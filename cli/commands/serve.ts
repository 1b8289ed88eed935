import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openAssets } from '../../electron/host/assets.ts'
import { showPage } from '../../electron/loopback/browser.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import { type Command, type CommandContext, flag, optionalNumber, UsageError } from '../command.ts'
import { cliPlaces } from '../host.ts'

function askedPort(context: CommandContext): number | null {
  const port = optionalNumber(context, 'port')
  if (port === null) return null
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new UsageError('--port must be a whole number from 1 to 65535')
}

/** Settles when the user stops the host: Ctrl+C, a closed terminal, or the window of its own being closed. */
function untilStopped(): { readonly stopped: Promise<void>; readonly stop: () => void } {
  let stop = (): void => {}
  const stopped = new Promise<void>((done) => {
    stop = done
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  return { stopped, stop }
}

export const serve: Command = {
  name: 'serve',
  usage: '[--port N] [--open [--no-open]] [--open-only]',
  summary: 'the dashboard in a browser of this machine, at 127.0.0.1 only',
  options: { port: { type: 'string' }, open: { type: 'boolean' }, 'no-open': { type: 'boolean' } },
  run: async (context) => {
    const port = askedPort(context)
    const { page } = cliPlaces()
    if (!existsSync(join(page, 'index.html')))
      throw new CallError('not-found', 'The page has not been built. Run npm run build first.')
    const assets = openAssets(page)
    const host = await context.open({ exclusive: true, waits: false })
    if (host.locked) throw new CallError(host.locked.code, host.locked.message, host.locked.detail)
    // here, for every other command would pay for Node's HTTP server when it starts
    const { startLoopback } = await import('../../electron/loopback/server.ts')
    const server = await startLoopback({ host, assets, port })
    const { stopped, stop } = untilStopped()
    context.print({ address: server.printed, origin: server.origin }, () => server.printed)
    // launchers say --open; whoever starts one by hand can take it back
    if (flag(context, 'open') && !flag(context, 'no-open')) {
      const shown = await showPage(server.once, join(dirname(context.store), 'browser-window'), stop)
      context.note(
        {
          window: 'Close the window to end Multivector.',
          browser: 'Press Ctrl+C here to end Multivector.',
          nothing: 'Open this address in a browser; press Ctrl+C here to end Multivector.',
        }[shown],
      )
    } else context.note('Open this address in a browser; press Ctrl+C here to end Multivector.')
    await stopped
    await server.close()
    return 0
  },
}
