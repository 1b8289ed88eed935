import { readFileSync } from 'node:fs'
import { expect, test } from './host.ts'

test('the shipped briefing shows its slides with the figures of the store, and keeps what is written', async ({ page, open }) => {
  await open('/briefings')
  await page.getByRole('button', { name: 'Kazakhstan: ten-slide deck', exact: true }).click()
  const slides = page.getByRole('list').filter({ has: page.getByRole('button', { name: /^Move:/ }) })
  await expect(slides.getByRole('listitem')).toHaveCount(10)
  await page.getByRole('button', { name: /^2 ?Russia’s share of Kazakhstan’s imports fell/ }).click()
  const slide = page.getByRole('region', { name: /^Slide 2/ })
  await expect(slide).toContainText('36.8% to 29.9%')
  await expect(slide).toContainText('62–84% to 95–96%')
  await page.getByRole('textbox', { name: 'Title' }).fill('What I say about it')
  await page.getByRole('textbox', { name: 'Speaker notes' }).fill('Pause here.')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Slide 2: What I say about it' })).toBeVisible()
  await open('/briefings?id=1')
  await page.getByRole('button', { name: /^2 ?What I say about it/ }).click()
  await expect(page.getByRole('textbox', { name: 'Speaker notes' })).toHaveValue('Pause here.')
  await page.getByRole('textbox', { name: 'Title' }).fill('')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('slides are moved by keys, removed, and brought back', async ({ page, open }) => {
  await open('/briefings?id=1')
  const titles = page.getByRole('button', { name: /^\d+ ?[A-Z]/ })
  await expect(titles.nth(1)).toContainText('imports fell since 2013')
  const second = await titles.nth(1).innerText()
  await titles.nth(1).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(titles.nth(2)).toContainText(second.replace(/^\d+\s*/, '').slice(0, 30))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(titles.nth(1)).toContainText(second.replace(/^\d+\s*/, '').slice(0, 30))
  await titles.nth(1).press('Enter')
  await page.getByRole('button', { name: 'Remove slide' }).press('Enter')
  await expect(page.getByText('Undo brings it back')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Move:/ })).toHaveCount(9)
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByRole('button', { name: /^Move:/ })).toHaveCount(10)
  // other specs of this host open the same briefing
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('a number of the store is picked into a text and printed on the slide', async ({ page, open }) => {
  await open('/briefings')
  await page.getByRole('button', { name: 'New briefing' }).click()
  await page.getByRole('menuitem', { name: /^two-page note/ }).click()
  await page.getByRole('button', { name: 'Add slide' }).click()
  await page.getByRole('button', { name: 'Text of your own' }).click()
  const text = page.getByRole('textbox', { name: 'Text', exact: true })
  await text.fill('Russia sold')
  await page.getByRole('button', { name: 'Insert a number' }).click()
  await page.getByRole('button', { name: 'Insert', exact: true }).click()
  await expect(text).toHaveValue('Russia sold {{field:channel imports RUS latest}}')
  await expect(page.getByRole('region', { name: /^Slide \d+: Text/ })).toContainText('Russia sold 29.9%')
})

test('a card set aside on another screen becomes a slide with its drawing', async ({ page, open }) => {
  await open('/trade')
  await page
    .getByRole('button', { name: /^Add to briefing/ })
    .first()
    .click()
  // the drawing is made into a picture first
  await expect(page.locator('[aria-live=polite]', { hasText: /^Added/ }).first()).toBeAttached()
  await open('/briefings')
  await page.getByRole('button', { name: 'New briefing' }).click()
  await page.getByRole('menuitem', { name: /^two-page note/ }).click()
  await page.getByRole('button', { name: 'Add slide' }).click()
  await page.getByRole('tab', { name: 'Set aside' }).click()
  await page.getByRole('button', { name: /^Use:/ }).first().click()
  const slide = page.getByRole('region', { name: /^Slide \d+/ })
  await expect(slide.getByRole('img').first()).toHaveAttribute('src', /^data:image\/svg\+xml/)
})

test('the map of corridors is saved as a picture with all its letters, and as text in SVG', async ({ page, open, running }) => {
  await open('/corridors')
  const save = page.getByRole('button', { name: /^Save or copy: Routes/ })
  await expect(save).toBeVisible()
  // Electron asks for a place in a window of its own
  if (running.electron) return
  const saved = async (item: RegExp): Promise<Buffer> => {
    await save.click()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()])
    return readFileSync(await file.path())
  }
  const svg = (await saved(/as SVG$/)).toString('utf8')
  for (const text of ['Routes drawn by volume', '>Novorossiysk<', '>crosses Russia<', 'resolution 68/262'])
    expect(svg).toContain(text)
  const png = await saved(/PNG, .*2/)
  // dark pixels where the title stands: letters of a typeface that came late would be missing
  const ink = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
    context?.drawImage(picture, 0, 0)
    const pixels = context?.getImageData(0, 40, picture.width, 60).data ?? new Uint8ClampedArray()
    return pixels.filter((value, at) => at % 4 === 0 && value < 100).length
  }, png.toString('base64'))
  expect(ink).toBeGreaterThan(500)
})

test('a briefing is saved as a PowerPoint and comes back from its own file', async ({ page, open, running }) => {
  await open('/briefings?id=1')
  await expect(page.getByRole('region', { name: /^Slide 1/ })).toBeVisible()
  const save = async (item: string | RegExp): Promise<string> => {
    const [file] = await Promise.all([
      running.electron ? Promise.resolve(null) : page.waitForEvent('download'),
      page
        .getByRole('button', { name: 'Save as' })
        .click()
        .then(() => page.getByRole('menuitem', { name: item }).click()),
    ])
    return file?.suggestedFilename() ?? ''
  }
  if (running.electron) return
  expect(await save(/^PowerPoint/)).toMatch(/\.pptx$/)
  await expect(page.getByRole('status').filter({ hasText: /^Saved: .*\.pptx/ })).toBeVisible()
  expect(await save('Briefing file')).toMatch(/\.multivector$/)
})
