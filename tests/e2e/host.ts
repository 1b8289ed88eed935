// The fixtures of every end-to-end spec: a page of the product in the host that the project names, on a copy of the bundled store.
//
//   import { expect, test } from './host.ts'
//   test('the headline names Russia', async ({ page, open }) => { await open('/overview'); … })
//
// After each test the page must have been quiet: no error in the console, no refused script or style, no request that left this computer.
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { storeVariable } from './buildStore.ts'

const root = resolve(import.meta.dirname, '../..')

export interface HostOptions {
  readonly hostKind: 'loopback' | 'electron'
  /** language of the system that the host finds; the page takes it until the reader chooses one */
  readonly language: 'en' | 'ru' | 'kk'
}

interface RunningHost {
  /** a folder of this worker alone, with the store in it */
  readonly folder: string
  /** address with its key (browser host) */
  readonly address: string
  /** the running Electron, for what only it has: menus, dialogs, windows */
  readonly electron: ElectronApplication | null
}

interface WorkerFixtures extends HostOptions {
  readonly running: RunningHost
}

interface TestFixtures {
  /** goes to a view by its hash path, as `/trade?r=KAZ`, and waits until the store answers */
  readonly open: (view: string) => Promise<void>
  /** faults of the page so far; a spec that provokes one removes it */
  readonly faults: string[]
}

/** Starts `multivector serve` and reads the address it prints. */
function serve(store: string, language: string): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'out', 'main', 'cli.js'), 'serve', '--store', store, '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LANG: `${language}.UTF-8`, LANGUAGE: '', LC_ALL: '' },
    })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const line = out.split('\n')[0]
      if (out.includes('\n') && line) done({ child, address: (JSON.parse(line) as { address: string }).address })
    })
    child.stderr.on('data', (chunk: Buffer) => process.env.DEBUG_HOST && console.error(chunk.toString()))
    child.on('exit', (code) => fail(new Error(`the browser host ended with ${code}`)))
  })
}

const launchElectron = (store: string, folder: string, language: string): Promise<ElectronApplication> =>
  _electron.launch({
    cwd: root,
    args: [
      '.',
      '--store',
      store,
      `--user-data-dir=${join(folder, 'user-data')}`,
      `--lang=${language}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })

const ownRequest = /^(http:\/\/127\.0\.0\.1:\d+\/|app:\/\/multivector\/|data:|blob:)/

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!ownRequest.test(request.url())) faults.push(`request: ${request.url()}`)
  })
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostKind: ['loopback', { option: true, scope: 'worker' }],
  language: ['en', { option: true, scope: 'worker' }],

  running: [
    async ({ hostKind, language }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'multivector-e2e-'))
      const store = join(folder, 'multivector.sqlite')
      copyFileSync(process.env[storeVariable] ?? '', store)
      if (hostKind === 'electron') {
        const electron = await launchElectron(store, folder, language)
        await use({ folder, address: '', electron })
        await electron.close()
      } else {
        const { child, address } = await serve(store, language)
        await use({ folder, address, electron: null })
        child.removeAllListeners('exit')
        const ended = new Promise((done) => child.on('exit', done))
        child.kill('SIGTERM')
        await ended
      }
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],

  faults: async ({ hostKind: _anyHost }, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults, 'the page was quiet').toEqual([])
  },

  page: async ({ running, page: browserPage, faults }, use) => {
    const page = running.electron ? await running.electron.firstWindow() : browserPage
    watch(page, faults)
    await use(page)
    if (running.electron) page.removeAllListeners()
  },

  open: async ({ running, page }, use) => {
    await use(async (view) => {
      if (running.electron) await page.evaluate(`location.hash = ${JSON.stringify(view)}`)
      else {
        // a change of the hash alone would not load the page again
        await page.goto('about:blank')
        await page.goto(`${running.address}&view=${encodeURIComponent(view)}`)
      }
      await page.locator('main').waitFor()
    })
  },
})

export { expect }
