// Scales and places of labels are shared with the code that writes files; the width of a text is asked of the page.
export * from '../../../electron/shared/briefing/scales.ts'

let context: CanvasRenderingContext2D | null | undefined
/** what the context is set to: setting a typeface costs more than a measure */
let typeface = ''

/** Width of a text in px in the interface's typeface; estimated where there is no canvas. */
export function textWidth(text: string, size = 11, weight = 400): number {
  if (context === undefined)
    context =
      typeof document === 'undefined' || navigator.userAgent.includes('jsdom')
        ? null
        : document.createElement('canvas').getContext('2d')
  if (!context) return text.length * size * (weight >= 600 ? 0.6 : 0.56)
  const wanted = `${weight} ${size}px "Inter Variable", Arial, sans-serif`
  if (wanted !== typeface) {
    typeface = wanted
    context.font = wanted
  }
  return context.measureText(text).width
}

/** Lines of at most `width` px, broken at spaces; a word that is too long stands alone. */
export function wrapText(text: string, width: number, size = 11, weight = 400): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, size, weight) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/**
 * A reason shortened to the room there is: whole if it fits, else its first clause, else cut with an ellipsis.
 *
 * @returns empty when not even a few letters fit
 */
export function shorten(text: string, width: number, size = 11, weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text
  const clause = text.split(/(?<=\S)[.;,](?:\s|$)/)[0] ?? text
  if (clause.length >= 8 && textWidth(clause, size, weight) <= width) return clause
  let length = Math.max(0, Math.floor((text.length * width) / Math.max(1, textWidth(text, size, weight))))
  while (length > 0 && textWidth(`${text.slice(0, length).trimEnd()}…`, size, weight) > width) length -= 1
  // between words where that costs little: half a word says nothing
  const word = text.lastIndexOf(' ', length)
  const end = word > length * 0.6 ? word : length
  return length < 6 ? '' : `${text.slice(0, end).trimEnd()}…`
}
