import { expect, test } from './host.ts'

test('the headline says that channels disagree, with the numbers that carry it', async ({ page, open }) => {
  await open('/overview')
  await expect(page.getByTestId('headline')).toHaveText(
    /share of Kazakhstan’s imports fell since 2013, yet rose in .*oil transit/,
  )
  const support = page.getByTestId('support')
  for (const figure of ['36.8%', '29.9%', '17.1%', '29.0%', '62–84%', '95–96%', '94%'])
    await expect(support).toContainText(figure)
  await expect(page.getByText(/^Bars: .* Latest figures: .*SIPRI.*; wiiw; /)).toBeVisible()
})

test('below it stands who took the share and how sure that is, each as its own screen says it', async ({ page, open }) => {
  await open('/overview?p=RUS,CHN,TUR')
  const answers = page.getByTestId('answers')
  await expect(answers).toContainText('China gained more of the imports than Russia lost.')
  await expect(answers).toContainText(/index of dependence rose from 2\d\.\d to 3\d\.\d \(2013 to 2023\)/)
  const [, from, to] = /from ([\d.]+) to ([\d.]+) /.exec(await answers.innerText()) ?? []
  await answers.getByRole('link', { name: 'How sure?' }).click()
  await expect(page.getByTestId('headline')).toHaveText(/dependence on Russia rose from 2013 to 2023/)
  await expect(page.getByTestId('support')).toContainText(`went from ${from} to ${to} of 100`)
  await page.goBack()
  await answers.getByRole('link', { name: 'Replaced?' }).click()
  await expect(page.getByTestId('headline')).toHaveText('China gained more of Kazakhstan’s imports than Russia lost')
  await expect(page).toHaveURL(/p=RUS,CHN,TUR|p=RUS%2CCHN%2CTUR/)
})

test('figures of all tiles stand on one line, whatever room a name takes', async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open('/overview?p=UZB,CHN')
  const figures = page.locator('[class*=tileFigure], [class*=tileNone]')
  await expect(figures).toHaveCount(7)
  const tops = await figures.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
  expect(new Set(tops).size).toBe(1)
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
