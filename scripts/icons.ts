// Draws the icons of every platform from resources/icons/icon.svg, and up to 32 pixels from icon-small.svg: icon.png (1024), icon.ico
// (16 to 256), icon.icns (16 to 1024, with the margin that macOS icons have).
// Run by hand after a change of the drawing; the results are kept in the repository.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'

const folder = resolve(import.meta.dirname, '../resources/icons')
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8')
const small = readFileSync(join(folder, 'icon-small.svg'), 'utf8')
/** Above this many pixels the full drawing is clear. */
const SMALL = 32
/** Share of a macOS icon's side that stays empty on each side: Apple's grid has 824 of 1024 filled. */
const MAC_MARGIN = 100 / 1024

const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args })
const page = await browser.newPage()

async function draw(size: number, margin = 0): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  const edge = Math.round(size * margin)
  const side = size - 2 * edge
  const svg = size <= SMALL ? small : drawing
  await page.setContent(`<style>body{margin:${edge}px}svg{display:block;width:${side}px;height:${side}px}</style>${svg}`)
  return page.screenshot({ omitBackground: true })
}

/** Windows icon: a directory of PNG images (allowed since Windows Vista). */
function ico(images: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + images.length * 16)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  for (const [i, { size, png }] of images.entries()) {
    const at = 6 + i * 16
    head.writeUInt8(size === 256 ? 0 : size, at)
    head.writeUInt8(size === 256 ? 0 : size, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)])
}

/** macOS icon: typed chunks of PNG images. */
function icns(images: readonly { readonly type: string; readonly png: Buffer }[]): Buffer {
  const chunks = images.map(({ type, png }) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(chunks)
  const head = Buffer.alloc(8)
  head.write('icns', 0, 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

const icoSizes = [16, 24, 32, 48, 64, 128, 256]
const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
] as const

const icoImages: { size: number; png: Buffer }[] = []
for (const size of icoSizes) icoImages.push({ size, png: await draw(size) })
const icnsImages: { type: string; png: Buffer }[] = []
for (const [type, size] of icnsTypes) icnsImages.push({ type, png: await draw(size, MAC_MARGIN) })
writeFileSync(join(folder, 'icon.ico'), ico(icoImages))
writeFileSync(join(folder, 'icon.icns'), icns(icnsImages))
writeFileSync(join(folder, 'icon.png'), await draw(1024))
await browser.close()
