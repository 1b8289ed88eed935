// Takes pictures of screens from the built page in the browser host: for reviews and for the README.
//   node scripts/shots.ts --route '/overview' [--route …] --out DIR [--theme light|dark|both] [--size 1280x800,1920x1080] [--lang en|ru|kk] [--store FILE] [--full] [--tour]
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'

const { values } = parseArgs({
  options: {
    route: { type: 'string', multiple: true, default: ['/overview'] },
    out: { type: 'string', default: 'shots' },
    theme: { type: 'string', default: 'both' },
    size: { type: 'string', default: '1280x800,1440x900,1920x1080' },
    lang: { type: 'string', default: 'en' },
    store: { type: 'string' },
    full: { type: 'boolean', default: false },
    click: { type: 'string' },
    tour: { type: 'boolean', default: false },
  },
})
const root = resolve(import.meta.dirname, '..')
const own = values.store === undefined ? mkdtempSync(join(tmpdir(), 'multivector-shots-')) : null
const store = values.store ?? join(own ?? '', 'store.sqlite')
const out = resolve(values.out)
mkdirSync(out, { recursive: true })

const server = spawn(process.execPath, [join(root, 'out/main/cli.js'), 'serve', '--store', store], {
  env: { ...process.env, LANG: `${values.lang}.UTF-8`, LC_ALL: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
// whichever way the program ends
process.on('exit', () => {
  server.kill()
  if (own !== null) rmSync(own, { recursive: true, force: true })
})
const address = await new Promise<string>((done, fail) => {
  let text = ''
  server.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    const found = /http:\/\/\S+/.exec(text)
    if (found) done(found[0])
  })
  server.on('exit', (code) => fail(new Error(`serve ended with ${code}`)))
})

const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--font-render-hinting=none'],
})
const schemes = values.theme === 'both' ? (['light', 'dark'] as const) : ([values.theme === 'dark' ? 'dark' : 'light'] as const)
const context = await browser.newContext({ locale: values.lang })
const page = await context.newPage()
page.setDefaultTimeout(20_000)
process.on('uncaughtException', (error) => {
  console.error(error.message)
  process.exit(1)
})
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning') console.error(`page: ${message.text()}`)
})
page.on('pageerror', (error) => console.error(`page error: ${error.message}`))
await page.goto(address)
await page.getByTestId('headline').waitFor({ timeout: 20_000 })
// the tour of the first start stands before nobody's picture, unless it is asked for; in a store that has been used nobody sees it
const leave = page.locator('section[class*=tour] button').first()
if (!values.tour)
  await leave.click({ timeout: own === null ? 2_000 : 20_000 }).catch((error: unknown) => {
    if (own !== null) throw error
  })
/** A screen that is asking shows grey blocks, a chart that is not drawn is busy: waits until none of either was there for half a second. */
async function drawn(): Promise<void> {
  const waiting = page.locator('main [role=status][style]:not([id^=Dnd]), main [aria-busy=true]')
  const deadline = Date.now() + 30_000
  for (let quiet = 0; quiet < 5; ) {
    await page.waitForTimeout(100)
    quiet = (await waiting.count()) > 0 ? 0 : quiet + 1
    if (Date.now() > deadline) throw new Error(`${page.url()} is not drawn after 30 seconds`)
  }
}

for (const route of values.route) {
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    for (const size of values.size.split(',')) {
      const [width = 1280, height = 800] = size.split('x').map(Number)
      await page.setViewportSize({ width, height })
      await page.evaluate(`window.location.hash = ${JSON.stringify(`#${route}`)}`)
      await drawn()
      if (values.click) {
        await page.locator(values.click).first().click()
        await drawn()
      }
      if (values.full) {
        const full = Number(await page.evaluate("document.querySelector('main')?.scrollHeight ?? 0"))
        await page.setViewportSize({ width, height: Math.max(height, full + 60) })
        await drawn()
      }
      const name = route.replace(/^\//, '').replace(/[^a-z0-9]+/gi, '-')
      await page.screenshot({ path: join(out, `${name}-${scheme}-${width}.png`) })
    }
  }
}
await browser.close()
process.exit()
