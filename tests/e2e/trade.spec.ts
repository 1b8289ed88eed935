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

test('says who weighs more for whom, of whom that is not known, and where both figures stand', async ({ page, open }) => {
  await open('/trade')
  const card = page
    .locator('section')
    .filter({ has: page.getByText('times as much for Kazakhstan as Kazakhstan for Türkiye') })
    .last()
  await expect(card).toContainText('The store has no total exports of Russia and China')
  // the share back is the partner's own figure
  await card
    .getByRole('row', { name: /Türkiye/ })
    .getByRole('button')
    .nth(1)
    .click()
  const evidence = page.getByRole('dialog')
  await expect(evidence).toContainText('Türkiye')
  await expect(evidence).toContainText('BACI')
})

test('a country whose newest year is a total alone is ranked in the newest year that has partners', async ({ page, open }) => {
  await open('/trade?r=UZB')
  await expect(page.getByTestId('headline')).toHaveText(
    /^China has replaced Russia as the largest partner in Uzbekistan’s imports/,
  )
  await expect(page.getByRole('heading', { name: 'Partners by share, 2023' })).toBeVisible()
})
