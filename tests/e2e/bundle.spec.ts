import { gzipSync } from 'node:zlib'
import { expect, test } from './host.ts'

/** Scripts and styles until the first chart stands, packed: what docs/speed.md promises. */
const MOST_BYTES = 400_000

test('what a start loads of scripts and styles stays small', async ({ page, open }) => {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await open('/overview')
  await page.locator('main [role="application"] svg').first().waitFor()
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
})
