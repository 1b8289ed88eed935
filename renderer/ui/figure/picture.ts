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

/** A blob as a `data:` address. @throws {Error} when it cannot be read */
export const asData = (blob: Blob): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => failed(new Error('the data could not be read'))
    reader.readAsDataURL(blob)
  })

interface Face {
  readonly family: string
  /** the rule, with the face inside it: an image sees nothing of the page around it */
  readonly rule: string
  /** a letter of the text that is drawn by it */
  readonly letter: string
}

/** The page's typefaces whose letters occur in a text. */
async function typefaces(text: string): Promise<readonly Face[]> {
  const letters = [...new Set(text)].filter((letter) => /[\p{L}\p{N}]/u.test(letter))
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map((rule) => ({ rule, base: sheet.href ?? document.baseURI })),
  )
  const needed = rules.flatMap(({ rule, base }) => {
    const family = NAMES[rule.style.getPropertyValue('font-family').replaceAll(/["']/g, '')]
    const range = rule.style.getPropertyValue('unicode-range')
    const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
    const letter = letters.find((one) => range === '' || inRange(one.codePointAt(0) ?? 0, range))
    return family && address && letter !== undefined ? [{ family, range, letter, address: new URL(address, base).href }] : []
  })
  return Promise.all(
    needed.map(async ({ family, range, letter, address }) => {
      const data = await asData(await (await fetch(address)).blob())
      const rule = `@font-face{font-family:"${family}";font-weight:100 900;src:url(${data});${range === '' ? '' : `unicode-range:${range}`}}`
      return { family, rule, letter }
    }),
  )
}

/** px of a letter that stands below a picture to tell whether its typeface has come. */
const PROBE = 24
/** A typeface that has not come by then is left to the browser's own. */
const PATIENCE_MS = 5000

function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width)
  canvas.height = Math.round(height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  return context
}

/** An image is "loaded" before the typefaces inside it are, and until then its letters are invisible: waits until one of each is there. */
async function lettersDrawn(image: HTMLImageElement, { width, height }: Picture, faces: number): Promise<void> {
  if (faces === 0) return
  const context = contextOf(faces * PROBE, PROBE)
  const wide = Math.max(width, faces * PROBE)
  const until = performance.now() + PATIENCE_MS
  const drawn = (index: number): boolean =>
    context.getImageData(index * PROBE, 0, PROBE, PROBE).data.some((value, at) => at % 4 === 3 && value > 0)
  while (performance.now() < until) {
    context.clearRect(0, 0, faces * PROBE, PROBE)
    context.drawImage(image, 0, -height, wide, height + PROBE)
    if (Array.from({ length: faces }, (_, index) => index).every(drawn)) return
    await new Promise((next) => requestAnimationFrame(next))
  }
}

/** @param scale 2 = two pixels for each of the drawing's. @throws {Error} when the browser cannot draw it */
export async function toPng(picture: Picture, scale: number): Promise<Blob> {
  const { svg, width, height } = picture
  const faces = await typefaces(svg)
  const wide = Math.max(width, faces.length * PROBE)
  const whole = { width: wide, height: height + PROBE }
  const probes = faces.map(
    ({ family, letter }, index) =>
      `<text x="${index * PROBE + 4}" y="${height + 18}" font-family="${family}" font-size="16">${letter}</text>`,
  )
  const markup = `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}"><style>${faces.map(({ rule }) => rule).join('')}</style>${svg}${probes.join('')}</svg>`
  const address = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }))
  try {
    const image = new Image(whole.width * scale, whole.height * scale)
    image.src = address
    await image.decode()
    await lettersDrawn(image, picture, faces.length)
    const context = contextOf(width * scale, height * scale)
    context.drawImage(image, 0, 0, whole.width * scale, whole.height * scale)
    return await new Promise((done, failed) =>
      context.canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'),
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
