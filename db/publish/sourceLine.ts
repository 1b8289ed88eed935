// Whom a slide rests on, in one line: the same in every file.
import type { BriefingDocument, DocumentSlide } from '../../electron/shared/contract/schema/briefingDocument.ts'
import { formatsOf } from '../../electron/shared/domain/formats.ts'
import type { Words } from './words.ts'

/** `1–3, 7` */
export function numberList(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}${to === from + 1 ? ', ' : '–'}${to}`)).join(', ')
}

/** What a reader must know of a slide: its warnings, and that figures changed, unless a notice in the place of the drawing says more. */
export const saidOf = (slide: DocumentSlide, words: Words): readonly string[] => [
  ...slide.warnings,
  ...(slide.stale && slide.notice === undefined ? [words('stale')] : []),
]

/** Letters of publishers that a source line holds; the list of sources has them all. */
const MOST_PUBLISHERS = 150

/** `{ publishers: 'WITS; SIPRI; …', known: 'As known on …' }`: publishers of a slide, as many as a line holds, and the day of its figures. */
export function sourceLine(
  doc: BriefingDocument,
  words: Words,
  slide: Pick<DocumentSlide, 'sources'>,
): { readonly publishers: string; readonly known: string } {
  const known = words('asOf', { day: formatsOf(doc.language).dayLong(doc.asOf) })
  const publishers = [...new Set(slide.sources.flatMap((number) => doc.sources[number - 1]?.publisher ?? []))]
  let length = 0
  const named = publishers.filter((publisher, index) => {
    length += publisher.length
    return index === 0 || length <= MOST_PUBLISHERS
  })
  return { publishers: [...named, ...(named.length < publishers.length ? ['…'] : [])].join('; '), known }
}
