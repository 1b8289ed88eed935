import { expect, test } from './host.ts'

test('opens on the bundled data with a sentence about Kazakhstan', async ({ page, open }) => {
  await open('/overview')
  const headline = page.getByTestId('headline')
  await expect(headline).toContainText(/Russia|China/)
  await expect(headline).toContainText(/\w{4,}.*\w{4,}/)
})

test('keeps the view in the address, over a reload too', async ({ page, open }) => {
  await open('/trade')
  await expect(page).toHaveURL(/#\/trade/)
  await page.reload()
  await expect(page).toHaveURL(/#\/trade/)
  await expect(page.getByTestId('headline')).toBeVisible()
})

test('leaves no key in the address', async ({ page, open }) => {
  await open('/overview')
  await expect(page.getByTestId('headline')).toBeVisible()
  expect(page.url()).not.toMatch(/key=/)
})
