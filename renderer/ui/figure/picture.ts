// The picture of a card's chart: as SVG with real text, as PNG, on the clipboard.
import { framedSvg } from '../../../electron/shared/briefing/framedSvg.ts'
import { chartToSvg } from '../../charts/toSvg.ts'

export interface Caption {
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly asOf: string
}

export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** True when there is a drawing in the card that a file can show. */
export const hasDrawing = (card: Element): boolean => card.querySelector('[role="application"] svg') !== null

/** The chart of a card with its caption, on white. @returns null when there is no drawing in it */
export function pictureOf(card: Element, caption: Caption): Picture | null {
  const svg = chartToSvg(card)
  if (svg === null) return null
  const [, width = '0', height = '0'] = /^<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  return framedSvg({ svg, width: Number(width), height: Number(height), ...caption })
}

const NAMES: Readonly<Record<string, string>> = { 'Inter Variable': 'Inter', 'Source Serif 4 Variable': 'Source Serif 4' }

const inRange = (letter: number, range: string): boolean =>
  range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-')
    return letter >= Number.parseInt(from, 16) && letter <= Number.parseInt(to, 16)
  })

const asData = (blob: Blob): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => failed(new Error('a typeface could not be read'))
    reader.readAsDataURL(blob)
  })

/** The page's typefaces as rules inside a picture: an image sees nothing of the page around it. Only subsets whose letters occur. */
async function typefaces(text: string): Promise<string> {
  const letters = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0)
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map((rule) => ({ rule, base: sheet.href ?? document.baseURI })),
  )
  const needed = rules.flatMap(({ rule, base }) => {
    const family = NAMES[rule.style.getPropertyValue('font-family').replaceAll(/["']/g, '')]
    const range = rule.style.getPropertyValue('unicode-range')
    const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
    const used = range === '' || letters.some((letter) => inRange(letter, range))
    return family && address && used ? [{ family, range, address: new URL(address, base).href }] : []
  })
  const faces = await Promise.all(
    needed.map(async ({ family, range, address }) => {
      const data = await asData(await (await fetch(address)).blob())
      return `@font-face{font-family:"${family}";font-weight:100 900;src:url(${data});${range === '' ? '' : `unicode-range:${range}`}}`
    }),
  )
  return faces.join('')
}

/** @param scale 2 = two pixels for each of the drawing's. @throws {Error} when the browser cannot draw it */
export async function toPng({ svg, width, height }: Picture, scale: number): Promise<Blob> {
  const style = `<style>${await typefaces(svg)}</style>`
  const address = URL.createObjectURL(new Blob([svg.replace(/(<svg [^>]*>)/, (open) => open + style)], { type: 'image/svg+xml' }))
  try {
    const image = new Image(width * scale, height * scale)
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, failed) =>
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Puts a picture on the clipboard. Called from a click or a key. @returns false when the browser would not */
export async function copyPicture(picture: Picture, scale: number): Promise<boolean> {
  try {
    // the promise goes in unresolved: the right to write ends soon after the click
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': toPng(picture, scale) })])
    return true
  } catch {
    return false
  }
}
