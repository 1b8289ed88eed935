import { expect, test } from './host.ts'

test('the store is checked against its seals, and what a helper must know can be copied', async ({ page, open }) => {
  await open('/diagnostics')
  await page.getByRole('button', { name: 'Check the store' }).click()
  await expect(page.getByTestId('headline')).toHaveText('Every seal of the store holds')
  await expect(page.getByRole('status').filter({ hasText: 'Checked:' })).toContainText('seals')
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
})

test('a backup is made, and restored after a question; what was changed since is as it was then', async ({ page, open }) => {
  await open('/settings')
  const markers = page.getByRole('switch', { name: 'Mark events on charts' })
  await expect(markers).toBeChecked()
  await page.getByRole('button', { name: 'Make a backup now' }).click()
  await expect(page.getByText(/Backup \d+ was made\.|The newest backup holds the same already\./)).toBeVisible()
  await markers.click()
  await expect(markers).not.toBeChecked()
  const restore = page.getByRole('button', { name: /^Restore backup \d+$/ }).first()
  await restore.click()
  await page.getByRole('button', { name: 'Keep the store as it is' }).last().click()
  await expect(markers).not.toBeChecked()
  await restore.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByRole('switch', { name: 'Mark events on charts' })).toBeChecked()
  await expect(page.getByText('1 replaced store is kept as well.')).toBeVisible()
})
