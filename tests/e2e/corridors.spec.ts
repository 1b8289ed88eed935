import { expect, test } from './host.ts'

test('says how much oil crosses Russia, then and now, and who stands between', async ({ page, open }) => {
  await open('/corridors')
  await expect(page.getByTestId('headline')).toHaveText(
    'Of every 100 tonnes of oil that Kazakhstan exports, 95 or 96 cross Russia; in 2013 it was 62 to 84',
  )
  for (const figure of ['28.7', '63.8–64.8', '11.8', '1.0–1.1', '1.5'])
    await expect(page.getByTestId('support')).toContainText(figure)
  await expect(page.getByRole('heading', { name: 'Who stands between Kazakhstan and its markets' })).toBeVisible()
  await expect(page.getByText('resolution 68/262 on Crimea')).toBeVisible()
})

test('the year moves by keys, and a year without a split says so', async ({ page, open }) => {
  await open('/corridors')
  const slider = page.getByRole('slider', { name: 'Year' })
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuenow', '2006')
  await page.keyboard.press('End')
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveAttribute('aria-valuetext', '2015, no split by route')
  await expect(page.getByText('No volumes by route are on record for 2015. Choose a filled year on the slider.')).toBeVisible()
})

test('corridors are read by arrow keys on the map, and in its table', async ({ page, open }) => {
  await open('/corridors')
  const map = page.getByRole('application', { name: 'Routes drawn by volume, 2025' })
  await map.focus()
  await page.keyboard.press('ArrowRight')
  await expect(
    map
      .getByText('Caspian', { exact: false })
      .or(map.getByText('sea', { exact: false }))
      .first(),
  ).toBeAttached()
  await page.getByRole('button', { name: 'Table: Routes drawn by volume, 2025' }).click()
  await expect(page.getByRole('cell', { name: 'CPC pipeline, Tengiz–Novorossiysk' })).toBeVisible()
})

test('another country sees the corridors that cross it, or that none does', async ({ page, open }) => {
  await open('/corridors?r=AZE')
  await expect(page.getByTestId('headline')).toContainText('of 16 corridors cross Azerbaijan')
  await open('/corridors?r=ARM')
  await expect(page.getByTestId('headline')).toHaveText('None of the 16 corridors on record crosses Armenia')
})

test('a list that scrolls ends with a whole row, however its rows wrap', async ({ page, open }) => {
  await open('/corridors')
  const list = page.getByRole('list', { name: 'Every other figure on routes' })
  for (const width of [1280, 1190, 1920]) {
    await page.setViewportSize({ width, height: 800 })
    await expect
      .poll(() =>
        list.evaluate((box) => {
          const foot = box.getBoundingClientRect().bottom
          const cut = [...box.children].filter((row) => {
            const { top, bottom } = row.getBoundingClientRect()
            return top < foot - 1 && bottom > foot + 1
          })
          return { scrolls: box.scrollHeight > box.clientHeight + 1, cut: cut.length }
        }),
      )
      .toEqual({ scrolls: true, cut: 0 })
  }
})

test('a chart that filled a taller card gives the room back in a smaller window', async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open('/corridors')
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Container transit and Khorgos' }) }).last()
  const height = async (): Promise<number> => Math.round((await card.boundingBox())?.height ?? 0)
  await expect(card.getByRole('application')).toHaveAttribute('aria-busy', 'false')
  const before = await height()
  await page.setViewportSize({ width: 1920, height: 1080 })
  await expect.poll(height).not.toBe(before)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect.poll(height).toBe(before)
})
