// The main job without a mouse: read the answer, ask where a number comes from, ask another question, read a chart, set it aside.
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './host.ts'

/** More stops than any screen has before the one that is looked for. */
const MOST_STOPS = 120

/** Presses Tab until the element has the focus: it must be reachable, and a person must see where the focus is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const focused = () => target.evaluate((element) => element === document.activeElement)
  for (let stop = 0; stop < MOST_STOPS && !(await focused()); stop++) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
  await expect(target).toHaveCSS('outline-style', 'solid')
}

test('the way from the answer to its evidence, another country, a chart and a briefing needs no mouse', async ({
  page,
  open,
}) => {
  await open('/overview')
  const headline = page.getByTestId('headline')
  await expect(headline).toContainText('Kazakhstan')

  await tabTo(page, page.getByRole('button', { name: 'Skip to content' }))
  await page.keyboard.press('Enter')
  const number = page.getByTestId('support').getByRole('button').first()
  await tabTo(page, number)
  await page.keyboard.press('Enter')
  const evidence = page.getByRole('dialog')
  await expect(evidence).toContainText('World Bank WITS')
  await page.keyboard.press('Escape')
  await expect(evidence).toBeHidden()
  await expect(number).toBeFocused()

  await page.keyboard.press('Control+K')
  await page.getByPlaceholder(/Search screens/).pressSequentially('Қырғыз')
  await expect(page.getByRole('button', { name: /Kyrgyzstan/ }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(headline).toContainText('Kyrgyzstan')

  const chart = page.getByRole('application').first()
  await tabTo(page, chart)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(evidence).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(evidence).toBeHidden()

  await page.keyboard.press('Shift+Tab')
  const add = page.getByRole('button', { name: /^Add to briefing/ }).first()
  for (let stop = 0; stop < 6 && !(await add.evaluate((element) => element === document.activeElement)); stop++)
    await page.keyboard.press('Shift+Tab')
  await expect(add).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tooltip', { name: 'Added' })).toBeVisible()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
})

test('a file is imported and taken back without a mouse, and the focus follows the steps', async ({ page, open }) => {
  await open('/import?r=KAZ')
  const headline = page.getByTestId('headline')
  const chooseFiles = page.getByRole('button', { name: 'Choose files' })
  await tabTo(page, chooseFiles)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  const text = 'indicator,reporter,partner,period,value,unit,source\ntrade.imports_usd_m,KAZ,RUS,1991,12,USD_M,e2e-keys\n'
  await chooser.setFiles([{ name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }])
  await expect(headline).toHaveText('1 figure read; 1 new, 0 revised')
  await expect(headline).toBeFocused()

  // nothing would be written: the button stays in the way of the keys, says why, and does nothing
  const write = page.getByRole('button', { name: /^Write/ })
  await tabTo(page, page.getByRole('button', { name: 'Leave all out' }))
  await page.keyboard.press('Enter')
  await expect(write).toBeDisabled()
  await expect(write).toHaveAccessibleDescription('No figure of this file would be written')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Take all' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, write)
  await page.keyboard.press('Enter')
  await expect(headline).toContainText('1 figure of keys.csv was written as batch')
  await expect(headline).toBeFocused()

  await tabTo(page, page.getByRole('button', { name: /^Undo batch/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await expect(undo).toBeFocused()
  // it names what goes with the batch before it can be pressed
  await expect(undo).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(headline).toHaveText(/^Batch \d+ was undone; the store is as it was before$/)
  await expect(headline).toBeFocused()
})
