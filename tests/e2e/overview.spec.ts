import { expect, test } from './host.ts'

test('the headline says that channels disagree, with the numbers that carry it', async ({ page, open }) => {
  await open('/overview')
  await expect(page.getByTestId('headline')).toHaveText(
    /buys less from Russia than in 2013, yet relies on it more for .*oil transit/,
  )
  const support = page.getByTestId('support')
  for (const figure of ['36.8%', '29.9%', '17.1%', '29.0%', '62–84%', '95–96%', '94%'])
    await expect(support).toContainText(figure)
  await expect(page.getByText(/^Bars: .* Latest figures: .*SIPRI.*; wiiw; /)).toBeVisible()
})

test('a number opens its evidence, and Escape gives the focus back', async ({ page, open }) => {
  await open('/overview')
  const number = page.getByTestId('support').getByRole('button', { name: '36.8%' })
  await number.click()
  const evidence = page.getByTestId('evidence')
  await expect(evidence).toContainText('36.8%')
  await expect(evidence).toContainText(/Licence/)
  await expect(evidence).toContainText('Normal value (A)')
  await page.keyboard.press('Escape')
  await expect(evidence).toHaveCount(0)
  await expect(number).toBeFocused()
})

test('another reporter has its own sentence and says where figures are missing', async ({ page, open }) => {
  await open('/overview?r=UZB')
  await expect(page.getByTestId('headline')).toContainText('Uzbekistan')
  await open('/overview?r=TKM')
  await expect(page.getByText('no figure').first()).toBeVisible()
})

test('a reporter is picked by keyboard alone', async ({ page, open }) => {
  await open('/overview')
  await page.getByRole('button', { name: /^Reporter/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Kyrgyz')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/r=KGZ/)
  await expect(page.getByTestId('headline')).toContainText('Kyrgyzstan')
})

test('every chart has its table', async ({ page, open }) => {
  await open('/overview')
  await page
    .getByRole('button', { name: /^Table/ })
    .first()
    .click()
  await expect(page.getByRole('columnheader', { name: 'Russia' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^2025/ })).toContainText('19.2')
})

test('the palette finds a country in any language and goes there', async ({ page, open }) => {
  await open('/overview')
  await expect(page.getByTestId('headline')).toBeVisible()
  await page.keyboard.press('Control+K')
  await page.getByRole('textbox', { name: /Search screens/ }).fill('Өзбекстан')
  await page
    .getByRole('button', { name: /Uzbekistan/ })
    .first()
    .click()
  await expect(page).toHaveURL(/r=UZB/)
})
