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

/** A small laptop's window at 200 % zoom. */
const TWICE = { width: 640, height: 400 }

/** What has to be scrolled sideways in the window as it is; null = nothing. */
const tooWide = (page: Page): Promise<object | null> =>
  page.evaluate(() => {
    const content = document.querySelector('main')
    const wide = document.documentElement.scrollWidth - window.innerWidth
    const main = (content?.scrollWidth ?? 0) - (content?.clientWidth ?? 0)
    if (wide === 0 && main === 0) return null
    const edge = content?.getBoundingClientRect().right ?? 0
    const beyond = [...(content?.querySelectorAll('*') ?? [])].filter(
      (element) => element.children.length === 0 && element.getBoundingClientRect().right > edge,
    )
    return { wide, main, by: beyond.slice(0, 3).map((element) => element.outerHTML.slice(0, 200)) }
  })

/**
 * WCAG 2.2 AA, and at 200 % zoom nothing has to be scrolled sideways: one visit per screen; theme and size change on the spot, as they do when
 * the system's do.
 *
 * @param schemes colours are the same in every language, so one of the languages is enough for the second scheme
 * @param twice judged at 200 % zoom, where texts have the least room; else in a usual window, and only measured at 200 %
 */
export function everyScreenIsAccessible(
  lang: 'en' | 'ru' | 'kk',
  { schemes, twice }: { readonly schemes: readonly ('light' | 'dark')[]; readonly twice: boolean },
): void {
  for (const group of groups) {
    const how = `${schemes.join(' or ')}${twice ? ' at 200 % zoom' : ''}`
    test(`${lang}: ${group.join(', ')} have no violation of WCAG 2.2 AA, ${how}, and fit`, async ({ page, open }) => {
      test.setTimeout(180_000)
      const usual = page.viewportSize() ?? TWICE
      if (twice) await page.setViewportSize(TWICE)
      await open(`/${group[0]}`)
      for (const view of group) {
        const name = `${view}, ${lang}`
        await goTo(page, view, lang)
        // a chart is drawn, and its sentence made, once its size is known
        await expect.poll(() => chartsWithoutWords(page), name).toEqual([])
        // no text waits for a value that nobody gave
        await expect(page.locator('main'), name).not.toContainText(/\{\{\w+\}\}/)
        for (const scheme of schemes) await judge(page, scheme, `${name}, ${scheme}`)
        if (!twice) await page.setViewportSize(TWICE)
        await expect.poll(() => tooWide(page), `${name}, at 200 %`).toBeNull()
        await expect(page.getByTestId('headline')).toBeVisible()
        if (!twice) await page.setViewportSize(usual)
      }
    })
  }
}
