// What every screen must keep in every language. A language is the host's own, so each has a spec of its own that asks for its host.
import type { Page } from '@playwright/test'
import { expect, test } from './host.ts'
import { judge } from './judge.ts'
import { screens } from './screens.ts'

/** The editor stands behind the list of briefings. */
const VIEWS = [...screens, 'briefings?id=1']
/** Views of one test: small enough that every worker has some. */
const TOGETHER = 7
const groups = Array.from({ length: Math.ceil(VIEWS.length / TOGETHER) }, (_, i) => VIEWS.slice(i * TOGETHER, (i + 1) * TOGETHER))

/** Goes on to a view and waits until it is drawn: the address changes at once, the mark in the sidebar with the screen itself. */
async function goTo(page: Page, view: string, lang: string): Promise<void> {
  await page.evaluate(`location.hash = '#/${view}'`)
  await expect(page.locator(`nav a[aria-current=page][href^="#/${view.split('?')[0]}"]`)).toHaveCount(1)
  await expect(page.getByTestId('headline')).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
}

/** Charts of the page that lack a name, a sentence of what they show, or a button for their table. */
const chartsWithoutWords = (page: Page): Promise<readonly string[]> =>
  page.locator('main [role=application]').evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const name = chart.getAttribute('aria-label') ?? ''
      const sentence = document.getElementById(chart.getAttribute('aria-describedby') ?? '')?.textContent?.trim() ?? ''
      const table = chart.closest('section')?.querySelector('button[aria-pressed]') ?? null
      const lacks = [name === '' ? 'name' : '', sentence.length < 20 ? 'sentence' : '', table === null ? 'table' : ''].filter(
        Boolean,
      )
      return lacks.length === 0 ? [] : [`${name}: no ${lacks.join(', ')}`]
    }),
  )

/**
 * WCAG 2.2 AA: one visit per screen; the theme changes on the spot, as it does when the system's does.
 *
 * @param schemes colours are the same in every language, so one of the languages is enough for the second scheme
 */
export function everyScreenIsAccessible(lang: 'en' | 'ru' | 'kk', schemes: readonly ('light' | 'dark')[]): void {
  for (const group of groups) {
    test(`${lang}: ${group.join(', ')} have no violation of WCAG 2.2 AA, ${schemes.join(' or ')}`, async ({ page, open }) => {
      test.setTimeout(180_000)
      await open(`/${group[0]}`)
      for (const view of group) {
        await goTo(page, view, lang)
        // a chart is drawn, and its sentence made, once its size is known
        await expect.poll(() => chartsWithoutWords(page), `${view}, ${lang}`).toEqual([])
        // no text waits for a value that nobody gave
        await expect(page.locator('main'), `${view}, ${lang}`).not.toContainText(/\{\{\w+\}\}/)
        for (const scheme of schemes) await judge(page, scheme, `${view}, ${lang}, ${scheme}`)
      }
    })
  }
}

/** At 200 % zoom of a small laptop's window nothing has to be scrolled sideways. */
export function everyScreenFitsAtTwiceTheSize(lang: 'en' | 'ru' | 'kk'): void {
  test(`${lang}: at 200 % zoom no screen scrolls sideways, and its headline stays readable`, async ({ page, open }) => {
    test.setTimeout(180_000)
    await page.setViewportSize({ width: 640, height: 400 })
    await open('/overview')
    const tooWide: object[] = []
    for (const screen of screens) {
      await goTo(page, screen, lang)
      const { wide, main, by } = await page.evaluate(() => {
        const content = document.querySelector('main')
        const edge = content?.getBoundingClientRect().right ?? 0
        const beyond = [...(content?.querySelectorAll('*') ?? [])].filter(
          (element) => element.children.length === 0 && element.getBoundingClientRect().right > edge,
        )
        return {
          wide: document.documentElement.scrollWidth - window.innerWidth,
          main: (content?.scrollWidth ?? 0) - (content?.clientWidth ?? 0),
          by: beyond.slice(0, 3).map((element) => element.outerHTML.slice(0, 200)),
        }
      })
      if (wide !== 0 || main !== 0) tooWide.push({ screen, wide, main, by })
    }
    expect(tooWide).toEqual([])
  })
}
