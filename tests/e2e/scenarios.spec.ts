import { expect, test } from './host.ts'

test('a longer stop holds up more oil, and the three claims of gain stand side by side', async ({ page, open }) => {
  await open('/scenarios')
  await expect(page.getByTestId('headline')).toContainText('A 3-month stop through Russia')
  await page.getByRole('slider', { name: 'Length of the stop' }).press('ArrowRight')
  await expect(page.getByTestId('headline')).toContainText('A 4-month stop through Russia')
  await expect(
    page.getByRole('heading', { name: 'The sources disagree on the gain in GDP: 21.0, 9.0 and 4.5 per cent' }),
  ).toBeVisible()
})
