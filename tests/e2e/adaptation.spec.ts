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

test('with colours of the system words on a coloured area keep the colour that reads on it', async ({ page, open }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await open('/overview')
  const inside = page.locator('svg text[data-inside]')
  await expect(inside.first()).toBeVisible()
  const wrong = await inside.evaluateAll((texts) => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.forcedColorAdjust = 'none'
    return texts.filter((text) => {
      probe.style.color = text.getAttribute('fill') ?? ''
      return getComputedStyle(probe).color !== getComputedStyle(text).fill
    }).length
  })
  expect(wrong).toBe(0)
})

test('with colours of the system words of a chart stand before their halo, and what a fill says is still told', async ({
  page,
  open,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open('/dependence')
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
  const eaten = await page
    .locator('svg text:not([data-inside])')
    .evaluateAll((texts) => texts.filter((text) => !getComputedStyle(text).paintOrder.startsWith('stroke')).length)
  expect(eaten, 'a stroke over the letters eats them').toBe(0)
  const fill = (state: string): Promise<string> =>
    page
      .locator(`main i[data-state="${state}"]`)
      .first()
      .evaluate((cell) => {
        const { backgroundColor, backgroundImage } = getComputedStyle(cell)
        return `${backgroundColor} ${backgroundImage}`
      })
  expect(new Set([await fill('measured'), await fill('carried'), await fill('none')]).size).toBe(3)
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
