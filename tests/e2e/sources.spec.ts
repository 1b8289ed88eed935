import { expect, test } from './host.ts'

test('the headline counts channels with old figures, and the grid opens a topic', async ({ page, open }) => {
  await open('/sources')
  await expect(page.getByTestId('headline')).toHaveText('2 of 7 channels on Russia rest on figures older than three years')
  await open('/sources?topic=corridors&t=1')
  await expect(page.getByRole('row', { name: /^CPC throughput, all oil / })).toBeVisible()
})

test('a source shows its terms and what rests on it', async ({ page, open }) => {
  await open('/sources?source=sipri_atd_2025')
  await expect(page.getByRole('heading', { name: /SIPRI Arms Transfers Database/ })).toBeVisible()
  await expect(page.getByText('Deliveries of major arms')).toBeVisible()
  await page.getByLabel('Find a source').fill('росстат')
  await expect(page.getByText('No source matches.')).toBeVisible()
})

test('a source on which much rests says how much, and shows all of it', async ({ page, open }) => {
  await open('/sources?source=aiddata_gcdf3')
  const titles = page.getByRole('listitem').filter({ hasText: /Central Asia-China Gas Pipeline/ })
  const button = page.getByRole('button', { name: 'Show all 95' })
  await expect(button).toBeVisible()
  const before = await titles.count()
  await button.click()
  expect(await titles.count()).toBeGreaterThan(before)
  await expect(page.getByRole('button', { name: 'Show fewer' })).toBeFocused()
  await open('/sources?source=eurostat_comext_neighbours')
  await page.getByRole('button', { name: 'and 20 more' }).first().click()
  await expect(page.getByText('Sweden').first()).toBeVisible()
})

test('the source that the reader puts first is used at once, and the bundled rule comes back', async ({ page, open }) => {
  await open('/sources?tab=rule')
  const choice = page.getByRole('combobox', { name: 'Put first: Agreement in UN General Assembly votes' })
  await choice.click()
  await page.getByRole('option', { name: /usstate_voting/ }).click()
  await expect(page.getByText('changed by you')).toBeVisible()
  await page.getByRole('button', { name: 'Reset all choices' }).click()
  await expect(page.getByText('changed by you')).toHaveCount(0)
})

test('cells on which sources differ name every source', async ({ page, open }) => {
  await open('/sources?tab=disagree')
  const row = page.getByRole('row', { name: /Exports of goods Austria 2004/ })
  await expect(row).toContainText('BACI (CEPII)')
  await expect(row).toContainText('99.8%')
})
