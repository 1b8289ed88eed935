import { expect, test } from './host.ts'

test('says who leads and who gained, and ranks the partners', async ({ page, open }) => {
  await open('/trade')
  await expect(page.getByTestId('headline')).toHaveText(
    /Russia still leads Kazakhstan’s imports, while China gained most since 2013/,
  )
  await expect(page.getByRole('row', { name: /^Russia/ }).first()).toContainText('29.9')
})

test('exports are another question with another answer', async ({ page, open }) => {
  await open('/trade?flow=exports')
  await expect(page.getByTestId('headline')).toContainText('exports')
  await expect(page.getByTestId('headline')).toContainText('Italy')
})

test('shows what each source says of one partner, the partner itself included', async ({ page, open }) => {
  await open('/trade')
  await expect(page.getByRole('heading', { name: /The sources on Russia were .* apart in \d{4}/ })).toBeVisible()
  await page.getByRole('button', { name: /^Table: The sources on Russia/ }).click()
  await expect(page.getByRole('columnheader', { name: /\(reported by Russia\)/ }).first()).toBeVisible()
})
