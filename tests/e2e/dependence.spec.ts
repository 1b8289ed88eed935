import { readFileSync } from 'node:fs'
import { expect, test } from './host.ts'

test('says how dependence on Russia moved, and why the index ends where it does', async ({ page, open }) => {
  await open('/dependence')
  await expect(page.getByTestId('headline')).toHaveText(
    'Kazakhstan’s dependence on Russia rose from 2013 to 2023 in all 1,000 runs',
  )
  await expect(page.getByTestId('support')).toContainText(/grew in investment \(.*\), arms \(.*\) and oil transit \(/)
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

test('takes a method from a file, whatever its name, says so, and begins with its weights', async ({ page, open }) => {
  await open('/dependence')
  await page.getByRole('button', { name: 'Method', exact: true }).click()
  const drawer = page.getByRole('dialog')
  const method = JSON.parse((await drawer.locator('pre').textContent()) ?? '') as { id: string; pillars: { weight: number }[] }
  const use = (name: string, value: object) =>
    drawer.locator('input[type=file]').setInputFiles({
      ...{ name, mimeType: 'application/json' },
      buffer: Buffer.from(JSON.stringify(value)),
    })
  // another id first, then another file of that id: the second must not be read with the weights of the first
  await use('mine.json', { ...method, id: 'mine' })
  await expect(drawer.getByText('mine.json is in use: mine.')).toBeVisible()
  const [first, ...others] = method.pillars
  await use('changed.json', { ...method, id: 'mine', pillars: [{ ...first, weight: 0 }, ...others] })
  await expect(drawer.getByText('changed.json is in use: mine.')).toBeVisible()
  const shown = JSON.parse((await drawer.locator('pre').textContent()) ?? '') as typeof method
  expect(shown.pillars[0]?.weight).toBe(0)
  await drawer.getByRole('button', { name: 'Back to the bundled method' }).click()
  await expect(drawer.getByText('The bundled method is in use again.')).toBeVisible()
})
