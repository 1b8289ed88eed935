// The way of a file through the screen: chosen, recognised, asked about, reviewed, written, looked at in the history, taken back.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './host.ts'
import { judge } from './judge.ts'

const header = 'indicator,reporter,partner,period,value,unit,source\n'
const row = (partner: string, period: number | string, value: string, source: string): string =>
  `trade.imports_usd_m,KAZ,${partner},${period},${value},USD_M,${source}\n`
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

/** Chooses files by keyboard, as a person without a mouse would. */
async function choose(page: Page, ...files: readonly ReturnType<typeof file>[]): Promise<void> {
  const button = page.getByRole('button', { name: 'Choose files' })
  await button.focus()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  await chooser.setFiles([...files])
}

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().focus()
  await page.keyboard.press('Enter')
}

test('a file is reviewed, decided on, written with a note, reported, and taken back', async ({ page, open }) => {
  test.setTimeout(120_000)
  await open('/import?reporter=KAZ')
  await choose(page, file('first.csv', header + row('RUS', 2001, '100', 'e2e-first') + row('RUS', 2002, '110', 'e2e-first')))
  await press(page, /^Write 2 figures/)
  await expect(page.getByTestId('headline')).toContainText('2 figures of first.csv were written as batch')
  await press(page, 'Close')

  const second = [
    row('RUS', 2001, '101', 'e2e-first'),
    row('RUS', 2003, '990000', 'e2e-first'),
    row('Congo', 2001, '5', 'e2e-first'),
    row('RUS', 'soon', '7', 'e2e-first'),
  ]
  await choose(page, file('second.csv', header + second.join('')))
  // asked: which Congo; and nothing has been written
  await expect(page.getByTestId('headline')).toHaveText('4 figures read; 1 question decides what some of them mean')
  await expect(page.getByText('Nothing has been written yet')).toBeVisible()
  await press(page, 'DR Congo')
  await expect(page.getByTestId('headline')).toHaveText(
    '4 figures recognised; 1 of them needs your decision before anything is written',
  )
  const write = page.getByRole('button', { name: /^Write/ })
  await expect(write).toBeDisabled()
  const held = page.getByRole('table', { name: 'Held: look at these before anything is written' })
  await expect(held.getByRole('row', { name: /Kazakhstan – Russia/ })).toContainText('The figure before: 110')
  await judge(page, 'light', 'review')
  await judge(page, 'dark', 'review')
  await press(page, 'Leave them out')
  await expect(write).toHaveText('Write 2 figures')

  // a part of a group, named by the words of the filter
  await press(page, /^Revised/)
  await page.getByRole('textbox', { name: 'Filter' }).fill('germany')
  await expect(page.getByText('Nothing answers to these words.')).toBeVisible()
  await press(page, 'Leave all out')
  await expect(write).toHaveText('Write 1 figure')
  await press(page, 'Take all')

  // rejected lines, to be mended
  await press(page, /^Rejected/)
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save rejected lines as CSV')])
  expect(readFileSync(await download.path(), 'utf8')).toContain('soon,7,USD_M,e2e-first,5,period,bad-period,soon')

  await page.getByRole('textbox', { name: 'Note for the history' }).fill('letter of the bureau')
  await write.press('Enter')
  await expect(page.getByTestId('headline')).toContainText('2 figures of second.csv were written as batch')
  await expect(page.getByTestId('support')).toContainText('1 figure was left out by your decision.')
  const moved = page.getByRole('region', { name: 'What moved' })
  await expect(moved).toContainText('1 new, 1 revised')
  await press(page, 'Close')

  // the history names the batch, its note and its decisions, and gives the raw file back
  await expect(page.getByRole('row', { name: /second\.csv/ })).toContainText('letter of the bureau')
  await press(page, /^About batch/)
  await expect(page.getByRole('heading', { name: /^Batch \d+$/ })).toBeVisible()
  const [raw] = await Promise.all([page.waitForEvent('download'), press(page, 'Save the raw file')])
  expect(readFileSync(await raw.path(), 'utf8')).toBe(header + second.join(''))
  await judge(page, 'light', 'history')

  // the first batch cannot go alone
  await page
    .getByRole('row', { name: /first\.csv/ })
    .getByRole('button', { name: /^Undo batch/ })
    .press('Enter')
  await expect(page.getByText(/^Batch \d+ rests on it and goes with it\.$/)).toBeVisible()
  await press(page, 'Undo all of them')
  await expect(page.getByRole('button', { name: /^Redo batch/ })).toHaveCount(2)
})

test('one broken file blocks no other, and says what it is', async ({ page, open }) => {
  await open('/import?reporter=KAZ')
  await choose(
    page,
    file('broken.csv', 'PK\u0003\u0004\u0000\u0001\u0002'),
    file('good.csv', header + row('RUS', 2001, '2500', 'e2e-good')),
  )
  await expect(page.getByTestId('headline')).toHaveText('broken.csv cannot be understood, so nothing of it was taken')
  await press(page, /good\.csv/)
  await expect(page.getByTestId('headline')).toHaveText('1 figure read; 1 new, 0 revised')
  await press(page, 'Discard')
  await press(page, 'Discard')
})

test('an unknown layout is mapped with a live preview, saved, and recognised next time', async ({ page, open }) => {
  const text = 'Bulletin\n\nItem;With whom;When;USD m\nin;Russia;2019;1 234,5\nin;Nowhere;2019;7\n'
  await open('/import?reporter=KAZ')
  await choose(page, file('bulletin.csv', text))
  await press(page, 'Map the columns')
  await expect(page.getByRole('region', { name: 'The first lines' }).first()).toContainText('With whom')
  await page.getByLabel('What column Item is for').selectOption('Indicator')
  await page.getByLabel('What column With whom is for').selectOption('Partner')
  await page.getByLabel('What column When is for').selectOption('Period')
  await page.getByLabel('What column USD m is for').selectOption('Figure')
  await expect(page.getByText('the reporter: a column of countries, or one for the whole file')).toBeVisible()
  await page.getByRole('combobox', { name: 'Reporter' }).fill('Kazakhstan')
  await page.getByRole('option', { name: 'Kazakhstan', exact: true }).click()
  await page.getByRole('combobox', { name: '“in” means' }).fill('trade.imports_usd_m')
  await page.getByRole('option', { name: /\(trade\.imports_usd_m\)/ }).click()
  const preview = page.getByRole('region', { name: 'As it would be read' }).first()
  await expect(preview).toContainText('1,234.5')
  await judge(page, 'light', 'wizard')
  await judge(page, 'dark', 'wizard')
  await page.getByRole('textbox', { name: 'Name' }).fill('Bulletin of the bureau')
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save as a file')])
  expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({
    name: 'Bulletin of the bureau',
    dialect: { delimiter: ';' },
  })
  await press(page, 'Save and read the file')
  await expect(page.getByText('1 name is not known here')).toBeVisible()
  await press(page, 'Discard')

  await choose(page, file('bulletin-next.csv', text.replace('2019', '2020')))
  await expect(page.getByTestId('support')).toContainText('read as profile-Bulletin of the bureau')
  await press(page, 'Discard')
})
