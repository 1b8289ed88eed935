import { expect, test } from './host.ts'

test('an event of one’s own is refused with an impossible date, then added, shown and removed', async ({ page, open }) => {
  await open('/events')
  await expect(page.getByTestId('headline')).toHaveText('More dated events of Kazakhstan fall in 2022 than in any other year')
  await page.getByRole('button', { name: 'Add an event' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Date').fill('2023-02-30')
  await form.getByLabel('Title').fill('A meeting nobody else noted')
  await form.getByLabel('Source').fill('Archive of the ministry, file 12')
  await form.getByRole('button', { name: 'Save the event' }).click()
  await expect(form).toContainText('There is no 2023-02-30 in the calendar.')
  await form.getByLabel('Date').fill('2023-02-28')
  await form.getByRole('button', { name: 'Save the event' }).click()
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('row', { name: /28 Feb 2023 A meeting nobody else noted/ })).toContainText(
    'Archive of the ministry',
  )
  await page.getByRole('button', { name: 'Remove: A meeting nobody else noted' }).click()
  await expect(page.getByText('A meeting nobody else noted')).toHaveCount(0)
})

test('a bundled event can be hidden and shown again', async ({ page, open }) => {
  await open('/events?kinds=war')
  await page.getByRole('button', { name: 'Hide: No troops for the war' }).click()
  await expect(page.getByText('No troops for the war')).toHaveCount(0)
  await page.getByRole('switch', { name: 'Show hidden' }).click()
  await page.getByRole('button', { name: 'Show: No troops for the war' }).click()
  await expect(page.getByRole('button', { name: 'Hide: No troops for the war' })).toBeVisible()
})

test('filters narrow the timeline, and a filter without events can be reset', async ({ page, open }) => {
  await open('/events?kinds=war&with=CHN')
  await expect(page.getByTestId('headline')).toContainText('No event on record')
  await page.getByRole('button', { name: 'Reset filter' }).click()
  await expect(page.getByTestId('headline')).toContainText('2022')
})

test('an event that a mark leads to is shown in the list, and left without a fault', async ({ page, open }) => {
  await open('/events?event=1')
  await expect(page.locator('tr[data-marked]')).toBeInViewport()
  await page.getByRole('link', { name: 'Trade' }).click()
  await expect(page.getByTestId('headline')).toContainText('imports')
})
