// The way of a file through the screen: chosen, recognised, asked about, reviewed, written, looked at in the history, taken back.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileChooser, Page } from '@playwright/test'
import { expect, test } from './host.ts'
import { judge } from './judge.ts'

const header = 'indicator,reporter,partner,period,value,unit,source\n'
const row = (partner: string, period: number | string, value: string, source: string): string =>
  `trade.imports_usd_m,KAZ,${partner},${period},${value},USD_M,${source}\n`
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

/** Chooses files by keyboard, as a person without a mouse would. */
async function choose(page: Page, files: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
  const button = page.getByRole('button', { name: 'Choose files' })
  // a card that was closed a moment ago moves the focus once more, and the key would go there
  await expect(async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: 3_000 }), button.press('Enter')])
    await chooser.setFiles(files)
  }).toPass({ timeout: 30_000 })
}

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().focus()
  await page.keyboard.press('Enter')
}

test('a file is reviewed, decided on, written with a note, reported, and taken back', async ({ page, open }) => {
  test.setTimeout(120_000)
  await open('/import?r=KAZ')
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
  // how the file was read, in the usual spelling
  await expect(page.getByTestId('support')).toContainText('UTF-8, comma')
  await expect(page.getByText('Imports of goods, Russia, US$ m', { exact: false }).first()).toBeVisible()
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
  await expect(page.getByText(/^Batch \d+ \(second\.csv\) rests on batch \d+ and goes with it\.$/)).toBeVisible()
  // the question begins on the answer that changes nothing, and Escape is that answer
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^About batch/ }).last()).toBeFocused()
  await page
    .getByRole('row', { name: /first\.csv/ })
    .getByRole('button', { name: /^Undo batch/ })
    .press('Enter')
  await press(page, 'Undo all 2')
  await expect(page.getByRole('button', { name: /^Redo batch/ })).toHaveCount(2)
  // done again, the file is a batch of its own: that one is open now, and has the focus
  const before = await page.getByRole('heading', { name: /^Batch \d+$/ }).textContent()
  await page
    .getByRole('row', { name: /second\.csv/ })
    .getByRole('button', { name: /^Redo batch/ })
    .press('Enter')
  await expect(page.getByRole('row', { name: /second\.csv/ })).toHaveCount(2)
  const opened = page.getByRole('heading', { name: /^Batch \d+$/ })
  await expect(opened).not.toHaveText(before ?? '')
  await expect(page.getByRole('button', { name: `About ${(await opened.textContent())?.toLowerCase()}` })).toBeFocused()
  // an open batch is left without a fault
  await expect(page.getByRole('heading', { name: /^Batch \d+$/ })).toBeVisible()
  await page.getByRole('link', { name: 'Events' }).click()
  await expect(page.getByTestId('headline')).toContainText('dated events')
})

test('an undo names the later file that said the same, and that file brings it back', async ({ page, open }) => {
  await open('/import?r=KAZ')
  const first = header + row('RUS', 2001, '100', 'e2e-same')
  await choose(page, file('first.csv', first))
  await press(page, /^Write 1 figure/)
  await press(page, 'Close')
  const later = file('later.csv', first + row('RUS', 2002, '110', 'e2e-same'))
  await choose(page, later)
  await press(page, /^Write 1 figure/)
  await press(page, 'Close')
  await page
    .getByRole('row', { name: /first\.csv/ })
    .getByRole('button', { name: /^Undo batch/ })
    .press('Enter')
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await expect(undo).toBeEnabled()
  await undo.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '(later.csv) had figures of the same series' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Understood' })).toBeFocused()
  await judge(page, 'light', 'what an undo says')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Understood' })).toHaveCount(0)
  await choose(page, later)
  await press(page, /^Write 1 figure/)
  await expect(page.getByTestId('headline')).toContainText('1 figure of later.csv was written as batch')
})

test('one broken file blocks no other, and says what it is', async ({ page, open }) => {
  await open('/import?r=KAZ')
  await choose(page, [
    file('broken.csv', 'PK\u0003\u0004\u0000\u0001\u0002'),
    file('good.csv', header + row('RUS', 2001, '2500', 'e2e-good')),
  ])
  await expect(page.getByTestId('headline')).toHaveText('broken.csv cannot be understood, so nothing of it was taken')
  await press(page, /good\.csv/)
  await expect(page.getByTestId('headline')).toHaveText('1 figure read; 1 new, 0 revised')
  await press(page, 'Discard')
  await press(page, 'Discard')
})

test('an unknown layout is mapped with a live preview, saved, and recognised next time', async ({ page, open }) => {
  const text = 'Bulletin\n\nItem;With whom;When;USD m\nin;Russia;2019;1 234,5\nin;Nowhere;2019;7\n'
  await open('/import?r=KAZ')
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
  await expect(page.getByTestId('support')).toContainText('read as the mapping “Bulletin of the bureau”')
  await press(page, 'Discard')
})

test('rejected lines are saved, mended, and imported again', async ({ page, open }) => {
  await open('/import?r=KAZ')
  await choose(
    page,
    file(
      'flawed.csv',
      header + row('RUS', 1996, '41', 'e2e-mend') + row('RUS', 'soon', '42', 'e2e-mend') + row('CHN', 1996, 'n.a.x', 'e2e-mend'),
    ),
  )
  await expect(page.getByTestId('headline')).toHaveText('3 figures read; 1 new, 0 revised')
  const lines = page.getByRole('table', { name: 'Rejected lines, each with its reason' })
  await expect(lines.getByRole('row')).toHaveCount(3)
  // a reason shows its own lines
  await press(page, /^not a number/)
  await expect(lines.getByRole('row')).toHaveCount(2)
  await expect(lines).toContainText('“n.a.x”')
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save rejected lines as CSV')])
  expect(download.suggestedFilename()).toBe('flawed-rejected.csv')
  await expect(page.getByText('2 lines saved.')).toBeVisible()
  const rejected = readFileSync(await download.path(), 'utf8')
  await press(page, /^Write 1 figure/)
  await expect(page.getByTestId('headline')).toContainText('1 figure of flawed.csv was written as batch')
  await press(page, 'Close')

  // mended as a person would: the two fields, and the columns of reasons left as they are
  const mended = rejected.replace(',soon,42,', ',1997,42,').replace(',n.a.x,', ',43,')
  await choose(page, file('flawed-rejected.csv', mended))
  await expect(page.getByTestId('headline')).toHaveText('2 figures read; 2 new, 0 revised')
  await press(page, /^Write 2 figures/)
  await expect(page.getByTestId('headline')).toContainText('2 figures of flawed-rejected.csv were written as batch')
  await press(page, 'Close')
})

test('a mapping is shared as a file, and the file that another person maps is recognised next time', async ({ page, open }) => {
  const text = 'What|Who with|Year|Million USD\nm|China|1998|55,5\n'
  const profile = {
    name: 'Letters of the ministry',
    dialect: { delimiter: '|', header: true, headerRows: [1] },
    schema: {
      fields: [
        { name: 'What', role: 'indicator', categories: [{ value: 'm', label: 'trade.imports_usd_m' }] },
        { name: 'Who with', role: 'partner' },
        { name: 'Year', role: 'period' },
        { name: 'Million USD', role: 'value', decimalChar: ',' },
      ],
    },
    constants: { reporter: 'KAZ' },
  }
  await open('/import?r=KAZ')
  await choose(page, file('letter.csv', text))
  await press(page, 'Map the columns')
  const load = page.getByRole('button', { name: 'Load from a file' })
  const chosen = async (name: string, content: string): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), load.press('Enter')])
    await chooser.setFiles([{ name, mimeType: 'application/json', buffer: Buffer.from(content) }])
  }
  await chosen('no-mapping.json', '{"name": 3')
  await expect(page.getByRole('alert')).toHaveText(
    'This file is not a mapping of columns, or a damaged one. Nothing was changed.',
  )
  await chosen('letters.json', JSON.stringify(profile))
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'As it would be read' }).first()).toContainText('55.5')
  await press(page, 'Save and read the file')
  await expect(page.getByTestId('support')).toContainText('read as the mapping “Letters of the ministry”')
  await press(page, 'Discard')
  await choose(page, file('letter-2.csv', text.replace('1998', '1999')))
  await expect(page.getByTestId('headline')).toHaveText('1 figure read; 1 new, 0 revised')
  await expect(page.getByTestId('support')).toContainText('read as the mapping “Letters of the ministry”')
  await press(page, 'Discard')
})

test('a file that is being read can be cancelled, and nothing of it stays', async ({ page, open }, testInfo) => {
  // large enough that its reading is still going on when somebody presses the button
  const lines: string[] = []
  for (let at = 0; at < 400_000; at++)
    lines.push(`trade.imports_usd_m,KAZ,RUS,${1900 + (at % 120)},${at},USD_M,e2e-long-${Math.floor(at / 120)}\n`)
  // on the disk: Playwright would take longer to hand the text over than the program to read it
  const path = join(testInfo.outputPath(), 'long.csv')
  mkdirSync(testInfo.outputPath(), { recursive: true })
  writeFileSync(path, header + lines.join(''))
  await open('/import?r=KAZ')
  await choose(page, path)
  await expect(page.getByTestId('headline')).toHaveText('long.csv is being read and compared')
  await press(page, 'Cancel')
  await expect(page.getByTestId('headline')).toHaveText('Reading long.csv stopped')
  await expect(page.getByText('Cancelled. Nothing was written.')).toBeVisible()
  await expect(page.getByTestId('headline')).toBeFocused()
  await press(page, 'Discard')
  await expect(page.getByRole('row', { name: /long\.csv/ })).toHaveCount(0)
  rmSync(path)
})

test('a file that is no table leads to another one, not to a form that cannot help', async ({ page, open }) => {
  await open('/import?r=KAZ')
  await choose(page, file('page.csv', '<!doctype html><html><body>Please sign in</body></html>'))
  await expect(
    page.getByText('This is a web page, perhaps an error message of the publisher. Fetch the table again.'),
  ).toBeVisible()
  await expect(page.getByText('Read it differently')).toHaveCount(0)
  await judge(page, 'light', 'refusal')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose another file' }).press('Enter'),
  ])
  await chooser.setFiles([file('table.csv', header + row('RUS', 1995, '40', 'e2e-table'))])
  await expect(page.getByTestId('headline')).toHaveText('1 figure read; 1 new, 0 revised')
  await press(page, 'Discard')
})

test('a table of countries that says neither indicator, side nor unit is asked about one by one', async ({ page, open }) => {
  await open('/import?r=KAZ')
  await choose(page, file('office.csv', 'Страна;2022\nРоссия;100,5\nКитай;99,5\n'))
  await expect(page.getByTestId('headline')).toHaveText('office.csv waits for your answer; nothing of it was taken')
  // who answers sees what the file says
  await expect(page.getByRole('region', { name: 'The first lines' }).getByRole('row')).toHaveText([
    '1Страна2022',
    '2Россия100,5',
    '3Китай99,5',
  ])
  const answer = async (label: string | RegExp, text: string, option: RegExp): Promise<void> => {
    await page.getByRole('combobox', { name: label }).fill(text)
    await page.getByRole('option', { name: option }).first().click()
    await page.getByRole('button', { name: 'Read on', disabled: false }).press('Enter')
  }
  await answer('Indicator', 'trade.imports_usd_m', /trade\.imports_usd_m/)
  await expect(page.getByRole('heading', { name: 'Is each country in the file the reporter, or the partner?' })).toBeVisible()
  await judge(page, 'light', 'which side')
  await answer(/^The countries are partners/, 'Kazakhstan', /^Kazakhstan$/)
  // nothing is said of the unit, so nothing is written before somebody says it
  await expect(page.getByTestId('headline')).toHaveText('2 figures read; 1 question decides what some of them mean')
  await expect(page.getByRole('row', { name: /Kazakhstan – Russia/ })).toContainText('100.5')
  await expect(page.getByRole('button', { name: /^Write/ })).toBeDisabled()
  await press(page, 'In US$ m, as the indicator')
  await expect(page.getByTestId('headline')).toHaveText('2 figures read; 2 new, 0 revised')
  await press(page, 'Discard')
})
