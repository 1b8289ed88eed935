// What the reader's system asks for: large type, fewer movements, its own colours.
import { expect, test } from './host.ts'
import { screens } from './screens.ts'

test('at 200 % zoom no screen scrolls sideways, and its headline stays readable', async ({ page, open }) => {
  await page.setViewportSize({ width: 640, height: 400 })
  await open('/overview')
  for (const screen of screens) {
    await page.evaluate(`location.hash = '#/${screen}'`)
    await expect(page.getByTestId('headline')).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    const { page: wide, main } = await page.evaluate(() => {
      const content = document.querySelector('main')
      return {
        page: document.documentElement.scrollWidth - window.innerWidth,
        main: (content?.scrollWidth ?? 0) - (content?.clientWidth ?? 0),
      }
    })
    expect({ screen, wide, main }).toEqual({ screen, wide: 0, main: 0 })
  }
})

test('with colours of the system the screen in use and pressed buttons are told by lines', async ({ page, open }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open('/overview')
  const current = page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Overview' })
  await expect(current).toHaveCSS('outline-style', 'solid')
  const table = page.getByRole('button', { name: /^Table: / }).first()
  await table.click()
  await expect(table).toHaveCSS('outline-style', 'solid')
  await expect(page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Trade' })).toHaveCSS(
    'outline-style',
    'none',
  )
})

test('nothing moves for a reader who asked for less motion', async ({ page, open }) => {
  await open('/overview')
  await expect(page.getByTestId('headline')).toBeVisible()
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
        return (
          Number.parseFloat(transitionDuration) > 0 || (animationName !== 'none' && Number.parseFloat(animationDuration) > 0.001)
        )
      }).length,
  )
  expect(moving).toBe(0)
})
