import { expect, test } from './host.ts'

test('says whose share of the capital rose, with the year of the newest figure', async ({ page, open }) => {
  await open('/investment')
  await expect(page.getByTestId('headline')).toHaveText(
    'Russia’s share of investment in Kazakhstan rose from 2013 to 2021, while China’s fell',
  )
  for (const figure of ['1.6%', '3.5%', '4.6%', '3.6%', '6.0%', '38.8%', '26.1%'])
    await expect(page.getByTestId('support')).toContainText(figure)
  await expect(page.getByTestId('support')).toContainText('No figure by partner after 2021.')
  await expect(page.getByRole('heading', { name: 'The Netherlands is an address, not always an investor' })).toBeVisible()
})

test('amounts stay in euro until the reader asks for dollars by a named rate', async ({ page, open }) => {
  await open('/investment?measure=flow')
  const dollars = page.getByRole('checkbox', { name: 'In dollars, by the European Central Bank’s rate' })
  await expect(dollars).not.toBeChecked()
  await expect(page.getByText('million euro, 2003–2021', { exact: false }).first()).toBeVisible()
  await dollars.click()
  await expect(page.getByText('converted at the mean rate of each year, ECB', { exact: false }).first()).toBeVisible()
})

test('a country with shares only shows them, and one without figures says who has some', async ({ page, open }) => {
  await open('/investment?r=UZB')
  await expect(page.getByTestId('headline')).toHaveText('China leads among the investors in Uzbekistan on record for 2024')
  await open('/investment?r=TUR')
  await expect(page.getByTestId('headline')).toHaveText('No figures on investment for Türkiye')
  await page.getByRole('button', { name: 'Show Kazakhstan' }).click()
  await expect(page.getByTestId('headline')).toContainText('Kazakhstan')
})
