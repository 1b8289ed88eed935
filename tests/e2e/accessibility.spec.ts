import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './host.ts'
import { screens } from './screens.ts'

for (const screen of screens) {
  test(`${screen} has no serious or critical violation of WCAG 2.2 AA, light and dark`, async ({ page, open }) => {
    await open(`/${screen}`)
    await expect(page.getByTestId('headline')).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
      expect(told, colorScheme).toEqual([])
    }
  })
}
