import { expect, test } from './host.ts'

test('says how dependence on Russia moved, and why the index ends where it does', async ({ page, open }) => {
  await open('/dependence')
  await expect(page.getByTestId('headline')).toHaveText(
    'Kazakhstan’s dependence on Russia rose from 2013 to 2023 in all 1,000 runs',
  )
  await expect(page.getByText(/It ends in 2023: .*investment \(2021\).*What carries on: .*imports \(2025\)/)).toBeVisible()
  await page.getByRole('button', { name: /^Table: The index rose/ }).click()
  await expect(page.getByRole('row', { name: /^2013/ }).first()).toBeVisible()
})
