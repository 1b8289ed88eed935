import { expect, test } from './host.ts'

test('ranks the countries on one method and names those without figures', async ({ page, open }) => {
  await open('/compare')
  await expect(page.getByTestId('headline')).toContainText('Kazakhstan')
  await page
    .getByRole('button', { name: /^Table: / })
    .first()
    .click()
  await expect(page.getByRole('row', { name: /Armenia/ }).first()).toBeVisible()
  await expect(page.getByText(/No figure: .*Belarus/).first()).toBeVisible()
})
