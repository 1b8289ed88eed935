// The two typefaces of the product inside a file: only the subsets whose letters occur in it, as data: addresses.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FACES = [
  { family: 'Inter', folder: 'inter', weight: '100 900' },
  { family: 'Source Serif 4', folder: 'source-serif-4', weight: '200 900' },
] as const
/** Every Kazakh letter lies in the two Cyrillic ones. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const

/** `U+0301,U+0400-045F` as pairs of code points. */
const rangesOf = (text: string): readonly (readonly [number, number])[] =>
  text.split(',').map((part) => {
    const [from = '0', to = from] = part.trim().replace('U+', '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })

/**
 * `@font-face` rules for a text.
 *
 * @param fonts folder with `inter` and `source-serif-4` as their packages hold them
 * @param text everything that will be written with them
 * @throws {Error} when a file of the fonts is not there: the installation is broken
 */
export function fontFaces(fonts: string, text: string): string {
  const letters = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0))
  return FACES.flatMap(({ family, folder, weight }) => {
    const ranges = JSON.parse(readFileSync(join(fonts, folder, 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>
    return SUBSETS.flatMap((subset) => {
      const range = ranges[subset] ?? ''
      const needed = rangesOf(range).some(([from, to]) => {
        for (const letter of letters) if (letter >= from && letter <= to) return true
        return false
      })
      if (!needed) return []
      const data = readFileSync(join(fonts, folder, 'files', `${folder}-${subset}-wght-normal.woff2`)).toString('base64')
      return [
        `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`,
      ]
    })
  }).join('\n')
}
