import { expect, test } from './host.ts'
import { judge } from './judge.ts'
import { screens } from './screens.ts'

// and the editor behind the list of briefings
for (const screen of [...screens, 'briefings?id=1']) {
  test(`${screen} has no violation of WCAG 2.2 AA, light and dark`, async ({ page, open }) => {
    await open(`/${screen}`)
    await expect(page.getByTestId('headline')).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await judge(page, 'light', 'light')
    await judge(page, 'dark', 'dark')
  })
}

for (const [language, locale, colorScheme] of [
  ['Russian', 'ru-RU', 'dark'],
  ['Kazakh', 'kk-KZ', 'light'],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale })
    test(`no screen has a violation of WCAG 2.2 AA, ${colorScheme}`, async ({ page, open }) => {
      test.setTimeout(120_000)
      await open('/overview')
      for (const screen of screens) {
        await page.evaluate(`location.hash = '#/${screen}'`)
        await expect(page).toHaveURL(new RegExp(`#/${screen}`))
        await expect(page.getByTestId('headline')).toBeVisible()
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        await judge(page, colorScheme, screen)
      }
    })
  })
}
