// An address is typed, kept in a note, or comes from another store: what it asks for may not be here.
import { expect, test } from './host.ts'

test('an unknown country is named, and a button leads to a known one', async ({ page, open }) => {
  await open('/trade?r=XYZ')
  await expect(page.getByTestId('headline')).toHaveText('There is no country “XYZ” in this store')
  await page.getByRole('button', { name: 'Open Kazakhstan' }).click()
  await expect(page.getByTestId('headline')).toContainText('Kazakhstan')
})

test('a day before the first figures is told, and a button leads to those of today', async ({ page, open }) => {
  await open('/trade?d=1990-01-01')
  await expect(page.getByTestId('headline')).toHaveText(/^The store knows nothing before\s\d+\s\p{L}+\s\d{4}$/u)
  await page.getByRole('button', { name: 'Show today’s figures' }).click()
  await expect(page).not.toHaveURL(/d=1990/)
  await expect(page.getByTestId('headline')).toContainText('Kazakhstan')
})

test('a day that no calendar has is told, and a button leads to figures', async ({ page, open }) => {
  await open('/trade?d=2023-99-99')
  await expect(page.getByTestId('headline')).toHaveText('There is no day “2023-99-99”')
  await page.getByRole('button', { name: 'Show today’s figures' }).click()
  await expect(page).not.toHaveURL(/d=2023/)
  await expect(page.getByTestId('headline')).toContainText('Kazakhstan')
})

test('an unknown screen is named, and the list leads to those there are', async ({ page, open }) => {
  await open('/nonsense')
  await expect(page.getByTestId('headline')).toHaveText('There is no screen “/nonsense”')
  await page.getByRole('main').getByRole('link', { name: 'Claims' }).click()
  await expect(page).toHaveURL(/#\/claims/)
})
