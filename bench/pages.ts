// The page in a browser: start to the first chart, the longest task when screens switch, and what a start loads.
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { cli, type Measurement, median, root, say } from './measure.ts'

const FIRST_CHART = 'main [role="application"] svg'
/** What stands in the first chart's card where the store has no figure for it. */
const FIRST_REASON = 'main section p'

interface Served {
  readonly child: ChildProcess
  readonly address: string
}

function serve(store: string): Promise<Served> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), 'serve', '--store', store, '--json'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const [line] = out.split('\n')
      if (out.includes('\n') && line) done({ child, address: (JSON.parse(line) as { address: string }).address })
    })
    child.on('exit', (code) => fail(new Error(`the host ended with ${code}`)))
  })
}

async function stop({ child }: Served): Promise<void> {
  child.removeAllListeners('exit')
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await ended
}

async function openBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  const own = chromium.executablePath()
  const { default: packed } = await import('@sparticuz/chromium')
  const executablePath = process.env.MULTIVECTOR_CHROMIUM ?? (existsSync(own) ? own : await packed.executablePath())
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--font-render-hinting=none'] })
}

/** Milliseconds from the navigation to the moment the selector is first there, taken inside the page. */
async function timeTo(browser: Browser, address: string, selector: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.addInitScript(
    `const seen = () => {
      if (document.querySelector(${JSON.stringify(selector)})) window.benchSeen = performance.now()
      else requestAnimationFrame(seen)
    }
    requestAnimationFrame(seen)`,
  )
  await page.goto(address)
  await page.waitForSelector(selector, { timeout: 60_000 })
  let ms = Number.NaN
  while (Number.isNaN(ms)) ms = Number(await page.evaluate('window.benchSeen ?? NaN'))
  await context.close()
  return ms
}

/** Years and areas of the chart of the bare page: as many as the first chart has. */
const BARE = { years: 31, areas: 7 } as const

/** The smallest page with the same framework: React, its provider of controls, a heading, and one chart of the same kind with figures made up. */
async function barePage(folder: string): Promise<{ readonly address: string; close(): void }> {
  const source = join(folder, 'bare')
  mkdirSync(source, { recursive: true })
  writeFileSync(
    join(source, 'index.html'),
    '<!doctype html><html><head><meta charset="utf-8"></head><body><div id="root"></div><script type="module" src="./main.js"></script></body></html>',
  )
  const at = (name: string): string => JSON.stringify(createRequire(import.meta.url).resolve(name))
  writeFileSync(
    join(source, 'main.js'),
    `import { createElement } from ${at('react')}
import { createRoot } from ${at('react-dom/client')}
import { MantineProvider } from ${at('@mantine/core')}
import { Area, AreaChart, XAxis, YAxis } from ${at('recharts')}
import ${at('@mantine/core/styles.css')}
const data = Array.from({ length: ${BARE.years} }, (_, year) =>
  Object.fromEntries([['year', year], ...Array.from({ length: ${BARE.areas} }, (_, area) => ['a' + area, 10 + ((year * 7 + area * 3) % 5)])]))
const areas = Array.from({ length: ${BARE.areas} }, (_, area) =>
  createElement(Area, { key: area, dataKey: 'a' + area, stackId: 'all', isAnimationActive: false }))
const chart = createElement(AreaChart, { width: 640, height: 380, data }, createElement(XAxis, { dataKey: 'year' }), createElement(YAxis), areas)
createRoot(document.getElementById('root')).render(
  createElement(MantineProvider, null, createElement('main', null, createElement('h1', null, 'Bare'), chart)))`,
  )
  const { build } = await import('vite')
  const outDir = join(folder, 'bare-out')
  await build({ root: source, configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }
  const server = createServer((request, response) => {
    const path = join(outDir, request.url === '/' ? 'index.html' : (request.url ?? ''))
    if (!existsSync(path)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' })
    response.end(readFileSync(path))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() }
}

/** A store with every indicator, country and source of the bundle, and not one figure. */
function emptied(store: string, folder: string): string {
  const path = join(folder, 'empty.sqlite')
  copyFileSync(store, path)
  const Database = createRequire(import.meta.url)('better-sqlite3') as typeof import('better-sqlite3')
  const db = new Database(path)
  db.exec('DELETE FROM observation; DELETE FROM revision; DELETE FROM period_summary; DELETE FROM series')
  db.close()
  return path
}

const screensOf = (): readonly string[] =>
  [...readFileSync(join(root, 'renderer/app/routes.tsx'), 'utf8').matchAll(/^ {2}screen\('([a-z]+)'/gm)].map(
    (found) => found[1] ?? '',
  )

/** Longest main-thread task after a switch to each screen; tasks of 50 ms and less are none to the browser and count as 0. */
async function longTasks(browser: Browser, address: string, rounds: number): Promise<ReadonlyMap<string, number>> {
  const longest = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.addInitScript(
      `window.benchTasks = []
      new PerformanceObserver((list) => window.benchTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' })`,
    )
    await page.goto(address)
    await page.waitForSelector(FIRST_CHART)
    await settle(page)
    for (const screen of [...screensOf().slice(1), screensOf()[0] ?? 'overview']) {
      await page.evaluate('window.benchTasks.length = 0')
      // as a reader does it, by the link; a screen without one by its address
      await page.evaluate(
        `(document.querySelector('nav a[href^="#/${screen}"]') ?? { click: () => (location.hash = '#/${screen}') }).click()`,
      )
      await page
        .locator('main')
        .getByTestId('headline')
        .first()
        .waitFor({ timeout: 30_000 })
        .catch(() => {})
      await settle(page)
      const tasks = (await page.evaluate('[...window.benchTasks]')) as number[]
      longest.set(screen, [...(longest.get(screen) ?? []), Math.max(0, ...tasks)])
    }
    await context.close()
  }
  return new Map([...longest].map(([screen, times]) => [screen, median(times)]))
}

/** Waits until the page has been idle for a while. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(500)
  await page.evaluate(
    'new Promise((done) => requestIdleCallback(() => requestIdleCallback(done, { timeout: 2000 }), { timeout: 2000 }))',
  )
}

/** Scripts and styles that a start asks for, packed as a server would; fonts are packed already and stand apart. */
async function startBytes(browser: Browser, address: string): Promise<{ readonly code: number; readonly fonts: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const bodies: Promise<readonly [string, number]>[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (/\.(js|css)$/.test(pathname) || pathname === '/')
      bodies.push(response.body().then((body) => ['code', gzipSync(body).length] as const))
    else if (pathname.endsWith('.woff2')) bodies.push(response.body().then((body) => ['fonts', body.length] as const))
  })
  await page.goto(address)
  await page.waitForSelector(FIRST_CHART)
  await settle(page)
  const sizes = await Promise.all(bodies)
  await context.close()
  const sum = (kind: string): number => sizes.reduce((total, [of, bytes]) => total + (of === kind ? bytes : 0), 0)
  return { code: sum('code'), fonts: sum('fonts') }
}

/** A host that nobody asks any more: as it was left, and once it has come to rest and the system has its pages back. */
const SOON_MS = 5_000
const IDLE_MS = 15_000
async function residentAfter({ pid }: ChildProcess, ms: number): Promise<number | null> {
  await new Promise((done) => setTimeout(done, ms))
  return pid === undefined ? null : residentMb(pid)
}
const residentMb = (pid: number): number | null => {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return null
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) / 1024
}

/** Every measurement that needs a browser. @param large a store of many figures; null = leave that line out */
export async function measurePages(folder: string, large: string | null, repeats: number): Promise<Measurement[]> {
  if (!existsSync(join(root, 'out/renderer/index.html'))) throw new Error('the page is not built: npm run build')
  const scratch = mkdtempSync(join(folder, 'pages-'))
  const store = join(scratch, 'bundled.sqlite')
  await cli('init', '--store', store, '--json')
  const empty = emptied(store, scratch)
  const browser = await openBrowser()
  const bare = await barePage(scratch)
  const [full, none] = [await serve(store), await serve(empty)]
  try {
    say('start to the first chart')
    await timeTo(browser, full.address, FIRST_CHART)
    const times = {
      full: [] as number[],
      none: [] as number[],
      bare: [] as number[],
      heading: [] as number[],
      large: [] as number[],
    }
    for (let i = 0; i < repeats; i++) {
      times.full.push(await timeTo(browser, full.address, FIRST_CHART))
      times.none.push(await timeTo(browser, none.address, FIRST_REASON))
      times.bare.push(await timeTo(browser, bare.address, '.recharts-area path'))
      times.heading.push(await timeTo(browser, bare.address, 'main h1'))
    }
    if (large !== null) {
      const served = await serve(large)
      for (let i = 0; i < repeats; i++) times.large.push(await timeTo(browser, served.address, FIRST_CHART))
      await stop(served)
    }
    say('switches of screens')
    const tasks = await longTasks(browser, full.address, repeats >= 5 ? 3 : 1)
    const bytes = await startBytes(browser, full.address)
    const soon = await residentAfter(full.child, SOON_MS)
    const resident = await residentAfter(full.child, IDLE_MS - SOON_MS)
    const slow = [...tasks].sort((a, b) => b[1] - a[1])
    const [worst] = slow
    const line = (
      what: string,
      value: number | null,
      unit: Measurement['unit'],
      must: number,
      aim: number,
      against: string,
    ): Measurement => ({
      table: 'speed',
      what,
      value,
      unit,
      must,
      aim,
      against,
    })
    const ms = (of: readonly number[]): string => `${Math.round(median(of))} ms`
    return [
      ...(large === null
        ? []
        : [
            line(
              'start to first chart, many figures / the same app on an empty store',
              median(times.large) / median(times.none),
              'x',
              1.5,
              1.1,
              `${ms(times.large)} / ${ms(times.none)}`,
            ),
          ]),
      line(
        'start to first chart, bundled / the same app on an empty store',
        median(times.full) / median(times.none),
        'x',
        1.5,
        1.1,
        `${ms(times.full)} / ${ms(times.none)}`,
      ),
      line(
        'start to first chart / a bare page with the same framework and one chart',
        median(times.full) / median(times.bare),
        'x',
        2,
        1.5,
        `${ms(times.full)} / ${ms(times.bare)}; its heading alone ${ms(times.heading)}`,
      ),
      line(
        'switch of screen, longest task',
        worst?.[1] ?? null,
        'ms',
        200,
        50,
        slow
          .slice(0, 5)
          .map(([name, time]) => `${name} ${Math.round(time)}`)
          .join(', '),
      ),
      line(
        'page bundle at start, gzip',
        bytes.code / 1000,
        'kB',
        450,
        300,
        `scripts and styles; fonts beside them ${Math.round(bytes.fonts / 1000)} kB`,
      ),
      line(
        'memory of host and workers, idle',
        resident,
        'MB',
        200,
        120,
        `on the bundled data, ${IDLE_MS / 1000} s after the last screen; ${Math.round(soon ?? Number.NaN)} MB after ${SOON_MS / 1000} s`,
      ),
    ]
  } finally {
    await stop(full)
    await stop(none)
    bare.close()
    await browser.close()
  }
}
