import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from './host.ts'

test('a presentation is driven by keys alone, with a chart that answers', async ({ page, open }) => {
  await open('/present?briefing=1')
  const stage = page.getByTestId('stage')
  const shows = (name: RegExp) => expect(stage.getByRole('region', { name })).toBeVisible()
  const chart = stage.getByRole('application')
  const told = chart.locator('[aria-live]')
  // into the chart, to a figure, and out again; each step waits for what the chart says of the one before
  const asksAFigure = async (figure: RegExp): Promise<void> => {
    await expect(chart.locator('svg').first()).toBeVisible()
    await page.keyboard.press('c')
    await expect(chart).toBeFocused()
    await page.keyboard.press('End')
    await expect(told).toHaveText(figure)
    await page.keyboard.press('Escape')
    await expect(told).toBeEmpty()
    await expect(chart).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(chart).not.toBeFocused()
  }
  await shows(/^Slide 1: Kazakhstan between/)
  await page.keyboard.press('PageDown')
  await shows(/^Slide 2: Russia’s share of Kazakhstan’s imports fell/)
  await page.keyboard.press('b')
  await expect(page.getByTestId('black')).toBeVisible()
  await page.keyboard.press('b')
  await expect(page.getByTestId('black')).toHaveCount(0)
  for (const key of ['5', 'Enter']) await page.keyboard.press(key)
  await shows(/^Slide 5:/)
  await page.keyboard.press('Home')
  await shows(/^Slide 1/)
  await page.keyboard.press('ArrowRight')
  await shows(/^Slide 2/)
  // into the chart: its arrows walk over figures and turn no slide
  await asksAFigure(/29\.9/)
  await shows(/^Slide 2/)
  // another base year is another sentence and other numbers; R takes it back
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('-')
  await shows(/^Slide 2:.*since 20(09|10)|^Slide 2: No two figures/)
  await page.keyboard.press('r')
  await shows(/^Slide 2:.*since 2013/)
  // bars of two partners answer too, and another year cites its own sources
  for (const key of ['7', 'Enter']) await page.keyboard.press(key)
  await shows(/^Slide 7/)
  await asksAFigure(/Russia 72%/)
  for (const key of ['+', '+']) await page.keyboard.press(key)
  await shows(/^Slide 7:.*than in 2015/)
  await expect(stage).toContainText('Sources: SIPRI.')
  await page.keyboard.press('r')
  await shows(/^Slide 7:.*than in 2013/)
  for (const key of ['2', 'Enter']) await page.keyboard.press(key)
  await shows(/^Slide 2/)
  await page.keyboard.press('d')
  await expect(stage).toHaveClass(/mv-dark/)
  await page.keyboard.press('o')
  await expect(page.getByRole('dialog', { name: 'All slides' }).getByRole('button')).toHaveCount(10)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys of a presentation' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('l')
  await expect(stage).toHaveAttribute('data-pointer', 'laser')
  await page.keyboard.press('Escape')
  await expect(stage).not.toHaveAttribute('data-pointer', 'laser')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/#\/briefings\?id=1/)
})

test('a second window shows notes and the next slide, and turns the stage', async ({ page, open, running }) => {
  await open('/present?briefing=1')
  await expect(page.getByTestId('stage').getByRole('region', { name: /^Slide 1/ })).toBeVisible()
  const coming = running.electron ? running.electron.waitForEvent('window') : page.waitForEvent('popup')
  await page.keyboard.press('n')
  const notes = await coming
  await expect(notes.getByTestId('notes')).toContainText('1 of 10')
  await notes.keyboard.press('PageDown')
  await expect(page.getByTestId('stage').getByRole('region', { name: /^Slide 2/ })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(notes.getByTestId('notes')).toContainText('3 of 10')
  await notes.keyboard.press('b')
  await expect(page.getByTestId('black')).toBeVisible()
  await expect(notes.getByTestId('timer')).toHaveText(/^\d\d:\d\d$/)
  await notes.close()
})

test('a running presentation follows an import and an undo of the command line', async ({ page, open, running }) => {
  const command = (...words: readonly string[]): string =>
    execFileSync(
      process.execPath,
      [resolve('out/main/cli.js'), ...words, '--store', join(running.folder, 'multivector.sqlite'), '--json'],
      { encoding: 'utf8' },
    )
  const file = join(running.folder, 'revision.csv')
  writeFileSync(
    file,
    'indicator,reporter,partner,period,value,unit,source_id,note\ntrade.imports_usd_m,KAZ,RUS,2025,19000,USD_M,bns_kz_panel_2024_25,\n',
  )
  await open('/present?briefing=1&slide=2')
  const slide = page.getByTestId('stage').getByRole('region', { name: /^Slide 2: Russia’s share of Kazakhstan’s imports fell/ })
  await expect(slide).toContainText('29.9')
  command('import', file)
  await expect(slide).not.toContainText('29.9')
  const [newest] = JSON.parse(command('batches')) as readonly { readonly batch: number }[]
  command('undo', '--batch', String(newest?.batch))
  await expect(slide).toContainText('29.9')
})

test('an address without a briefing leads back to the briefings, in words that can be read', async ({ page, open, faults }) => {
  for (const [address, words] of [
    ['/present?briefing=999', /no longer in the store/],
    ['/present', /names no briefing/],
  ] as const) {
    await open(address)
    await expect(page.getByText(words)).toBeVisible()
    await page.getByRole('link', { name: 'All briefings' }).click()
    await expect(page.getByTestId('headline')).toContainText('Briefings made from the store')
  }
  faults.length = 0
})
