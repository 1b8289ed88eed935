import { expect, test } from './host.ts'

test('judges the forty claims and shows the test behind a verdict', async ({ page, open }) => {
  await open('/claims')
  await expect(page.getByTestId('headline')).toHaveText('Of 40 claims the figures support 13 and contradict 6')
  await page.getByText('American investors lead in farm exports; Tyson processes and ships meat to China.').click()
  const panel = page.getByRole('article', { name: /American investors lead/ })
  await expect(panel).toContainText('Contradicted')
  await expect(panel).toContainText('Tyson Foods and Kusto beef plant')
})
