import { expect, test } from './host.ts'

test('language, theme and the view at start outlive a reload', async ({ page, open }) => {
  await open('/settings')
  await page.getByText('Қазақша').click()
  await expect(page.getByTestId('headline')).toHaveText('Баптаулар осы компьютердегі қоймада сақталады')
  await page.getByText('Қараңғы').click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  // the screen follows a choice at once, the store a moment later
  await expect(async () => {
    await page.reload()
    await expect(page.getByTestId('headline')).toHaveText('Баптаулар осы компьютердегі қоймада сақталады', { timeout: 5_000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.getByText('English').click()
  await page.getByText('As the system').click()
  await expect(page.getByTestId('headline')).toHaveText('Settings are kept in the store of this machine')
})

test('markers of events can be switched off for every chart', async ({ page, open }) => {
  await open('/settings')
  const markers = page.getByRole('switch', { name: 'Mark events on charts' })
  await expect(markers).toBeChecked()
  await markers.click()
  await expect(markers).not.toBeChecked()
  await markers.click()
  await expect(markers).toBeChecked()
})
