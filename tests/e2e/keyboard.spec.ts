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
