import { readFileSync } from 'node:fs'
import { expect, test } from './host.ts'

test('says how dependence on Russia moved, and why the index ends where it does', async ({ page, open }) => {
  await open('/dependence')
  await expect(page.getByTestId('headline')).toHaveText(
    'Kazakhstan’s dependence on Russia rose from 2013 to 2023 in all 1,000 runs',
  )
  await expect(page.getByText(/It ends in 2023: .*investment \(2021\).*What carries on: .*imports \(2025\)/)).toBeVisible()
  await page.getByRole('button', { name: /^Table: The index rose/ }).click()
  await expect(page.getByRole('row', { name: /^2013/ }).first()).toBeVisible()
})

test('says how good the index is, folded: weights as set and as they work, what pulls apart, what it rests on', async ({
  page,
  open,
}) => {
  await open('/dependence')
  const quality = page.locator('details', { hasText: 'How good is this index?' })
  await expect(quality.getByRole('table')).toBeHidden()
  await quality.getByText('How good is this index?').click()
  await expect(quality.getByRole('row', { name: /^Arms 25% \d+% [+−]\d\.\d\d$/ })).toBeVisible()
  await expect(quality.getByText(/^Move apart.*Investment – Politics/)).toBeVisible()
  // and saved by the menu that every card has
  await quality.getByRole('button', { name: /How good is this index\?/ }).click()
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /CSV/ }).first().click()])
  const text = readFileSync(await saved.path(), 'utf8')
  expect(text).toMatch(/Part of,Part,"?Weight set, %"?,"?Weight it has, %"?,Correlation r,Alpha/)
  expect(text).toMatch(/^The index,Arms,25/m)
  await expect(quality.getByText(/^Computed from the \d+ years with an index, 20\d\d–2023/)).toBeVisible()
})
