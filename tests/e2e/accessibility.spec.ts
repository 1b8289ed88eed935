import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './host.ts'
import { screens } from './screens.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} scheme`, () => {
    test.use({ colorScheme })
    for (const screen of screens) {
      test(`${screen} has no serious or critical violation of WCAG 2.2 AA`, async ({ page, open }) => {
        await open(`/${screen}`)
        await expect(page.getByTestId('headline')).toBeVisible()
        await page.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([])
      })
    }
  })
}
