import { expect, test } from './host.ts'

test('the guide is searched and read, in the language on screen', async ({ page, open }) => {
  await open('/help')
  await page.getByRole('searchbox', { name: 'Search the guide' }).fill('hollow mark')
  await page.getByRole('button', { name: 'How to read the charts' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'How to read the charts' })).toBeVisible()
  await expect(page.getByRole('article')).toContainText('A hatched part')
  await page.getByRole('searchbox', { name: 'Search the guide' }).fill('zeppelin')
  await expect(page.getByRole('status')).toContainText('No chapter says that')
})

test('the tour of the first start walks the screens, is skipped for good, and comes back when asked', async ({ page, open }) => {
  await open('/help')
  await page.getByRole('button', { name: 'Show the tour again' }).click()
  const tour = page.getByRole('region', { name: 'One minute with Multivector' })
  await tour.getByRole('button', { name: 'Show me' }).click()
  await expect(page).toHaveURL(/#\/overview/)
  await expect(tour.getByRole('heading')).toHaveText('The answer comes first')
  const last = tour.getByRole('heading', { name: 'Everything stays on this computer' })
  while (!(await last.isVisible())) await tour.getByRole('button', { name: 'Next' }).press('Enter')
  await expect(tour).toContainText('.sqlite')
  await tour.getByRole('button', { name: 'Done' }).click()
  await expect(tour).toHaveCount(0)
  await page.reload()
  await expect(page.getByTestId('headline')).toBeVisible()
  await expect(tour).toHaveCount(0)
})
