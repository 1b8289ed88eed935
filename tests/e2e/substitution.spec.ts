import { expect, test } from './host.ts'

test('says who took what Russia lost, with the rule of the verdict clause by clause', async ({ page, open }) => {
  await open('/substitution')
  await expect(page.getByTestId('headline')).toHaveText('China gained more of Kazakhstan’s imports than Russia lost')
  await expect(page.getByRole('heading', { name: 'Verdict: replaced' })).toBeVisible()
  await expect(page.getByText('Russia lost 7.0 points of share (at least 1)')).toBeVisible()
})
