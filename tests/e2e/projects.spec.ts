import { expect, test } from './host.ts'

test('counts projects once and shows one through its sources', async ({ page, open }) => {
  await open('/projects')
  await expect(page.getByTestId('headline')).toHaveText(
    'Of 129 projects in Kazakhstan, 49 are completed, 31 under way, 28 planned',
  )
  await expect(page.getByTestId('support')).toContainText('20 of 52 were in service')
  const life = page.getByRole('region', { name: 'Astana light rail (LRT), line 1, as its sources tell it' })
  await expect(life.getByRole('listitem')).toHaveCount(9)
  await expect(life).toContainText('failed Bank of Astana')
})

test('the table is filtered and sorted, and says when nothing fits', async ({ page, open }) => {
  await open('/projects')
  await page.getByRole('textbox', { name: 'Search names, places, texts' }).fill('copper')
  await expect(page.getByRole('heading', { name: '129 projects', exact: true })).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: 'Bozshakol copper mine' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Search names, places, texts' }).fill('no such thing')
  await expect(page.getByText('No project fits these filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByRole('heading', { name: '129 projects', exact: true })).toBeVisible()
})

test('a programme is added to a project and taken away again', async ({ page, open }) => {
  await open('/projects')
  await page
    .getByRole('combobox', { name: 'Programme to add' })
    .or(page.getByRole('textbox', { name: 'Programme to add' }))
    .fill('Smart Astana')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Take Smart Astana away' }).click()
  await expect(page.getByRole('button', { name: 'Take Smart Astana away' })).toHaveCount(0)
})

test('a country without projects names those that have some', async ({ page, open }) => {
  await open('/projects?r=TUR')
  await expect(page.getByTestId('headline')).toHaveText('No projects on record in Türkiye')
  await expect(page.getByTestId('support')).toContainText('Kyrgyzstan')
})
