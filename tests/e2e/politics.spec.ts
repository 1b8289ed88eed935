import { expect, test } from './host.ts'

test('agreement and distance stand side by side and may point apart', async ({ page, open }) => {
  await open('/politics')
  await expect(page.getByTestId('headline')).toHaveText(
    'Kazakhstan votes with Russia less than in 2013, yet its ideal point lay closer in 2023',
  )
  for (const figure of ['79%', '64%', '0.42', '0.05', '62%', '94%'])
    await expect(page.getByTestId('support')).toContainText(figure)
  await expect(page.getByRole('heading', { name: 'Distance: closer to Russia in 2023' })).toBeVisible()
})

test('a vote on Ukraine opens its evidence', async ({ page, open }) => {
  await open('/politics')
  await page.getByRole('button', { name: 'Kazakhstan, Territorial integrity of Ukraine, 2014: abstained' }).click()
  await expect(page.getByTestId('evidence')).toContainText('68/262')
})

test('arms are told by published five-year windows, clubs by who leads them', async ({ page, open }) => {
  await open('/politics?t=1')
  await expect(page.getByRole('row', { name: /^2009–13/ })).toContainText('404.6')
  await expect(page.getByRole('row', { name: /^CSTO: Collective Security Treaty Organization Russia/ })).toContainText('member')
})

test('other reporters work, and one without figures says what can be done', async ({ page, open }) => {
  await open('/politics?r=UZB')
  await expect(page.getByTestId('headline')).toContainText('Uzbekistan votes with Russia less')
  await open('/politics?r=VNM')
  await expect(page.getByTestId('headline')).toContainText('Vietnam')
  await open('/politics?r=MDA')
  await expect(page.getByTestId('headline')).toHaveText('No votes, arms or memberships of Moldova')
})
