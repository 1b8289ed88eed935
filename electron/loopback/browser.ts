// Shows the browser host to the user: a window of its own in an installed Chromium, else the default browser, else the printed address.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (path: string) => boolean
}

/** The machine as it is, for the search of a browser. */
export const surroundings = (): Surroundings => ({ platform: process.platform, env: process.env, exists: existsSync })

const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const WINDOWS = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
]

/** True where a window can be shown at all; a Linux session without a display cannot. */
export const hasDisplay = ({ platform, env }: Surroundings): boolean =>
  platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/** An installed browser that can open a page as a window without address bar. @returns null when there is none */
export function findChromium({ platform, env, exists }: Surroundings): string | null {
  const bases = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LocalAppData].filter((base) => base !== undefined)
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates =
    platform === 'darwin'
      ? MAC
      : platform === 'win32'
        ? WINDOWS.flatMap((path) => bases.map((base) => `${base}\\${path}`))
        : LINUX.flatMap((name) => folders.map((folder) => join(folder, name)))
  return candidates.find((path) => exists(path)) ?? null
}

/** Switches of the window: its own profile, no first-run pages, nothing asked of the network by the browser itself. */
export const windowSwitches = (address: string, profile: string): readonly string[] => [
  `--app=${address}`,
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1440,900',
]

/** How the system opens an address by itself, without a shell in between. */
export function defaultOpener({ platform }: Surroundings, address: string): readonly [string, readonly string[]] {
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]]
  return [platform === 'darwin' ? 'open' : 'xdg-open', [address]]
}

/** A browser that ends sooner than this never showed a window. */
const TOO_SOON_MS = 3_000

/** Starts a program; true while it runs on or when it ended well. */
function started(file: string, args: readonly string[], onExit: (ms: number, code: number) => void): Promise<boolean> {
  return new Promise((done) => {
    const startMs = performance.now()
    const child = spawn(file, [...args], { stdio: 'ignore' })
    const alive = setTimeout(() => done(true), TOO_SOON_MS)
    child.on('error', () => {
      clearTimeout(alive)
      done(false)
    })
    child.on('exit', (code) => {
      clearTimeout(alive)
      onExit(performance.now() - startMs, code ?? 1)
      done(code === 0)
    })
  })
}

/**
 * @param profile folder for the window's own browser profile
 * @param closed called when the user closes the window of its own; never for the default browser
 * @returns what the user sees now: a window, a tab in the default browser, or nothing
 */
export async function showPage(
  address: () => string,
  profile: string,
  closed: () => void,
  here: Surroundings = surroundings(),
): Promise<'window' | 'browser' | 'nothing'> {
  if (!hasDisplay(here)) return 'nothing'
  const chromium = findChromium(here)
  const ended = (ms: number): void => {
    if (ms >= TOO_SOON_MS) closed()
  }
  if (chromium !== null && (await started(chromium, windowSwitches(address(), profile), ended))) return 'window'
  const [file, args] = defaultOpener(here, address())
  return (await started(file, args, () => {})) ? 'browser' : 'nothing'
}
