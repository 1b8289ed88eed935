import { expect, test } from './host.ts'

test('two questions of one year are told apart, and each number opens its evidence', async ({ page, open }) => {
  await open('/opinion')
  await expect(page.getByTestId('headline')).toHaveText(
    'More in Kazakhstan favoured Russia than approved of its leadership in 2022',
  )
  const support = page.getByTestId('support')
  await expect(support).toContainText('87%')
  await support.getByRole('button', { name: '29%' }).click()
  await expect(page.getByTestId('evidence')).toContainText('Approve of the leadership')
})

test('a mark of a chart is cited by its figure and its source', async ({ page, open }) => {
  const copied: string[] = []
  await page.exposeFunction('tellCopied', (text: string) => void copied.push(text))
  await open('/opinion')
  await page.evaluate(() => {
    document.addEventListener('copy', () => {
      const field = document.activeElement
      if (field instanceof HTMLTextAreaElement) Reflect.get(window, 'tellCopied')(field.value)
    })
  })
  await page.locator('section').filter({ hasText: 'Approve of the leadership' }).getByRole('application').first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const evidence = page.getByTestId('evidence')
  await expect(evidence.getByText('Source', { exact: true }).first()).toBeVisible()
  await evidence.getByRole('button', { name: 'Copy value' }).click()
  await evidence.getByRole('button', { name: 'Copy citation' }).click()
  await expect.poll(() => copied.length).toBe(2)
  expect(copied[0]).toMatch(/^\d+(\.\d+)?%$/)
  expect(copied[1]).toMatch(/^\d+(\.\d+)?% – .*: Kazakhstan, .*\([^()]+\)\. Multivector$/)
})

test('the table twin gives sample and sampling error where the source states how many were asked', async ({ page, open }) => {
  await open('/opinion?t=1')
  const row = page.getByRole('row', { name: /Think an attack possible DEMOSCOPE Nov 2022/ })
  await expect(row).toContainText('8.3')
  await expect(row).toContainText('1,110')
})

test('other reporters have their own questions, and a country without polls says so', async ({ page, open }) => {
  await open('/opinion?r=UZB&about=CHN')
  await expect(page.getByTestId('headline')).toHaveText('Favour for China in Uzbekistan fell from 2017 to 2021')
  await open('/opinion?r=ARM')
  await expect(page.getByTestId('headline')).toContainText('Armenia')
  await open('/opinion?r=BLR')
  await expect(page.getByTestId('headline')).toHaveText('No polls for Belarus')
})

test('a chart is set aside for a briefing and can be taken out again', async ({ page, open }) => {
  await open('/opinion')
  await page
    .getByRole('button', { name: /^Add to briefing/ })
    .first()
    .click()
  // said aloud and shown in the hint of the button
  await expect(page.getByRole('tooltip', { name: 'Added' })).toBeVisible()
  await open('/briefings')
  const remove = page.getByRole('button', { name: /^Remove: 24 questions/ })
  await remove.click()
  await expect(remove).toHaveCount(0)
})
