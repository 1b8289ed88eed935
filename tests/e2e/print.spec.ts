// A screen on paper: light, without the shell, and it says whose figures these are.
import type { ElectronApplication, Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from './host.ts'

test('a printed screen says country, partners, base year and day, in the light theme, without what can only be pressed', async ({
  page,
  open,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open('/dependence')
  await expect(page.locator('main [role=application]').first()).toHaveAttribute('aria-busy', 'false')
  const scheme = page.locator('html')
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'light')
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  const head = page.getByRole('banner')
  await expect(head).toContainText(/Reporter\s*Kazakhstan/)
  await expect(head).toContainText(/Base year\s*2013/)
  await expect(head).toContainText(/As known on\s*\d+\s\p{L}+\s\d{4}/u)
  await expect(page.getByRole('navigation').first()).toBeHidden()
  await expect(head.getByRole('button', { name: /^Search/ })).toBeHidden()
  await page.emulateMedia({ colorScheme: 'dark', media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

/** The page as it stands, on A4. Playwright prints headless browsers alone; Electron prints by itself. */
const printed = (page: Page, electron: ElectronApplication | null): Promise<Uint8Array> =>
  electron === null
    ? page.pdf({ format: 'A4' })
    : electron
        .evaluate(async ({ BrowserWindow }) => [
          ...((await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' })) ?? []),
        ])
        .then((bytes) => Uint8Array.from(bytes))

interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  /** pt */
  readonly size: number
}

async function wordsOf(pdf: Uint8Array): Promise<readonly Word[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => (await document.getPage(index + 1)).getTextContent()),
  )
  return pages.flatMap(({ items }) =>
    items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, left: item.transform[4], right: item.transform[4] + item.width, size: item.height }]
        : [],
    ),
  )
}

test('charts keep to their cards where a sheet is narrower than the window', async ({ page, open, running }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open('/dependence')
  await expect(page.getByRole('heading', { name: 'Imports: less dependence' })).toBeVisible()
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
  const words = await wordsOf(await printed(page, running.electron))
  const place = (text: string): Word =>
    words.find((word) => word.text.startsWith(text)) ?? { text: '', left: Number.NaN, right: Number.NaN, size: Number.NaN }
  // the first small chart's label ends where its own card does, left of the card beside it
  expect(place('Russia 29.9').right).toBeLessThan(place('Oil transit: more dependence').left)
  expect(place('Russia 29.9').left).toBeGreaterThan(place('Imports: less dependence').left)
  // and no word is cut off by the edge of the paper (A4 is 595 pt wide)
  expect(words.filter(({ right }) => right > 595)).toEqual([])
})

test('charts that the sheet enlarges keep the size of their letters', async ({ page, open, running }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open('/governance')
  await expect(page.getByRole('heading', { name: 'Population' })).toBeVisible()
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
  const words = await wordsOf(await printed(page, running.electron))
  const sizes = ['Share of GDP', 'Kazakhstan 288', 'Kazakhstan 2.7'].map(
    (text) => words.find((word) => word.text.startsWith(text))?.size ?? Number.NaN,
  )
  // 11.5 px of the screen on paper, in the small charts as in the large one
  for (const size of sizes) expect(size).toBeCloseTo(11.5 * 0.75, 1)
})
