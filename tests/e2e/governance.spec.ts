import { expect, test } from './host.ts'

test('the score moved by more than its error, and the old scale stands apart', async ({ page, open }) => {
  await open('/governance')
  await expect(page.getByTestId('headline')).toHaveText('Kazakhstan’s corruption-perceptions score rose from 2013 to 2023')
  for (const figure of ['26', '39', '−0.93', '−0.27', '17.9%', '10.1%'])
    await expect(page.getByTestId('support')).toContainText(figure)
  await expect(page.getByRole('heading', { name: 'The old scale stands apart' })).toBeVisible()
})

test('a change inside the error is not called one', async ({ page, open }) => {
  await open('/governance?r=KGZ&p=CHN')
  await expect(page.getByTestId('headline')).toContainText('shows no clear change')
})

test('countries without scores say which ones have some', async ({ page, open }) => {
  await open('/governance?r=TKM')
  await expect(page.getByTestId('headline')).toHaveText('No governance or context figures for Turkmenistan')
  await expect(page.getByTestId('support')).toContainText('Georgia')
})
