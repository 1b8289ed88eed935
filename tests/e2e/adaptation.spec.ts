// What the reader's system asks for: its own colours, fewer movements. Large type: everyScreen.ts.
import { expect, test } from './host.ts'

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
