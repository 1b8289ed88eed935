// A chart leaves the page as a picture and as figures, on every host.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from './host.ts'

/** What an entry of the menu saves: the browser downloads it, Electron asks where to put it. */
async function saved(page: Page, electron: ElectronApplication | null, folder: string, entry: RegExp): Promise<Buffer> {
  const item = page.getByRole('menuitem', { name: entry })
  if (electron === null) {
    const [download] = await Promise.all([page.waitForEvent('download'), item.click()])
    return readFileSync(await download.path())
  }
  const path = join(folder, `saved-${entry.source.replaceAll(/\W/g, '')}`)
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await item.click()
  await expect.poll(() => existsSync(path)).toBe(true)
  return readFileSync(path)
}

test('a chart is saved as PNG, SVG, CSV, XLSX, SDMX-CSV and data package with its title, source and date', async ({
  page,
  open,
  running,
}) => {
  await open('/overview')
  const button = page.getByRole('button', { name: /^Save or copy: / }).first()
  const title = ((await button.getAttribute('aria-label')) ?? '').replace('Save or copy: ', '')
  const save = async (entry: RegExp): Promise<Buffer> => {
    await button.click()
    return saved(page, running.electron, running.folder, entry)
  }

  const svg = (await save(/SVG/)).toString('utf8')
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  expect(svg.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain(title.split(' ').slice(0, 4).join(' '))
  expect(svg).toMatch(/As known on \d+/)
  expect(svg).not.toMatch(/<script|var\(--|foreignObject|href=/)

  const small = await save(/PNG, 2 /)
  const large = await save(/PNG, 4 /)
  expect(small.subarray(1, 4).toString('latin1')).toBe('PNG')
  // width and height stand in the header of a PNG
  expect([large.readUInt32BE(16), large.readUInt32BE(20)]).toEqual([2 * small.readUInt32BE(16), 2 * small.readUInt32BE(20)])

  const csv = (await save(/as CSV/)).toString('utf8')
  expect(csv).toContain(title.split(',')[0])
  for (const word of ['Multivector', 'store checksum', 'method', 'as known on', '\r\nsource,1,']) expect(csv).toContain(word)
  expect((await save(/XLSX/)).subarray(0, 2).toString('latin1')).toBe('PK')
  const sdmx = (await save(/SDMX-CSV/)).toString('utf8').split('\n')
  expect(sdmx[0]).toMatch(/^STRUCTURE,STRUCTURE_ID,ACTION,SERIES,SERIES_NAME,INDICATOR,REF_AREA,COUNTERPART_AREA,TIME_PERIOD/)
  expect(sdmx.filter((line) => line.startsWith('dataflow,')).length).toBeGreaterThan(100)
  const zip = unzipSync(await save(/ZIP/))
  expect(Object.keys(zip)).toEqual(['datapackage.json', 'figures.csv', 'cells.csv', 'sources.csv', 'README.txt'])
  const read = (name: string): string => strFromU8(zip[name] ?? new Uint8Array())
  const descriptor = JSON.parse(read('datapackage.json'))
  expect(descriptor.licenses.length).toBeGreaterThan(0)
  expect(descriptor.resources[0].schema.fields.map(({ name }: { name: string }) => name)).toContain('RUS')
  expect(read('sources.csv')).toMatch(/\r\n1,[^\r]+,https?:/)
})

test('a data package names the cell of the store behind each number', async ({ page, open, running }) => {
  await open('/politics')
  await page
    .getByRole('button', { name: /^Save or copy: / })
    .first()
    .click()
  const zip = unzipSync(await saved(page, running.electron, running.folder, /ZIP/))
  const [heading, ...rows] = strFromU8(zip['cells.csv'] ?? new Uint8Array())
    .trimEnd()
    .split('\r\n')
  expect(heading).toBe('row,column,indicator,reporter,partner,period,source,value,unit,status,vintage')
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows)
    expect(row).toMatch(/^\d+,[^,]+,politics\.\w+,KAZ,[A-Z0-9]+,\d{4},\w+,-?[\d.e-]+,\w+,[A-Z],\d{4}-\d\d-\d\d$/)
})

test('figures and pictures go onto the clipboard by keys alone', async ({ page, open, context, hostKind }) => {
  // a window in which nobody can answer a question; a browser with a user asks nothing after a click
  if (hostKind === 'loopback') await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open('/overview')
  const button = page.getByRole('button', { name: /^Save or copy: / }).first()
  const openMenu = async (): Promise<void> => {
    await page.keyboard.press('Enter')
    // the keys are the menu's once it has the focus
    await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1)
  }
  await button.focus()
  await openMenu()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Copy the figures' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Copied', { exact: true }).first()).toBeAttached()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(button).toBeFocused()
  await openMenu()
  // not while there is no drawing yet
  await expect(page.getByRole('menuitem', { name: 'Copy the picture' })).toBeEnabled()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Copy the figures' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Copy the picture' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Copied', { exact: true }).first()).toBeAttached()
})
