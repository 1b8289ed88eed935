// How wide a text is in Inter without a page to ask: mean advances of groups of letters, measured in the font, in em.

const NARROW = new Set(".,:;'|!ijlІіЇїıİ()[]\u2019")
const SLIM = new Set('ftrIJ-–/"гт')
const WIDE = new Set('mwMWЖШЩЮЫФМжшщюыфм%@—')
const ADVANCE = { narrow: 0.3, slim: 0.4, wide: 0.87, upper: 0.7, digit: 0.63, lower: 0.57, space: 0.28, thin: 0.15 } as const

function advance(letter: string): number {
  if (letter === ' ' || letter === '\u00a0') return ADVANCE.space
  if (letter === '\u2009' || letter === '\u202f') return ADVANCE.thin
  if (NARROW.has(letter)) return ADVANCE.narrow
  if (SLIM.has(letter)) return ADVANCE.slim
  if (WIDE.has(letter)) return ADVANCE.wide
  if (letter >= '0' && letter <= '9') return ADVANCE.digit
  // letters of other scripts are as wide as they are high
  if (letter > '\u2e7f') return 1
  return letter === letter.toLowerCase() ? ADVANCE.lower : ADVANCE.upper
}

/** Width in px, within some 6 per cent of what a browser measures. @param size font size in px */
export function widthOf(text: string, size: number, weight = 400): number {
  let em = 0
  for (const letter of text) em += advance(letter)
  return em * size * (weight >= 600 ? 1.06 : 1)
}

/** The text cut with an ellipsis to `width` px; empty when not even three letters fit. */
export function cutToWidth(text: string, width: number, size: number, weight = 400): string {
  if (widthOf(text, size, weight) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, size, weight) > width) letters.pop()
  return letters.length < 3 ? '' : `${letters.join('').trimEnd()}…`
}

/** Lines of at most `width` px, broken at spaces; what does not fit into `most` lines is cut with an ellipsis. */
export function wrapToWidth(text: string, width: number, size: number, weight = 400, most = 2): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && lines.length + 1 < most && widthOf(longer, size, weight) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].map((one) => cutToWidth(one, width, size, weight)).filter((one) => one !== '')
}
