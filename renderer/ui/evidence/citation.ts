// The sentence by which a reader cites a number. Pure.
import { NO_PARTNER } from '../../../electron/shared/domain/observation.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import type { Formats } from '../../language/formats.ts'
import type { CellRef, EvidenceRequest } from './evidence.tsx'

interface Words {
  readonly names: Pick<Names, 'indicator' | 'area' | 'source'>
  readonly formats: Pick<Formats, 'period'>
}

/** Whose figure a cell is: what is measured, for whom, with whom where a partner applies, and when. */
export function cellName({ indicator, reporter, partner, period }: CellRef, { names, formats }: Words): string {
  const whom = partner === NO_PARTNER ? [] : [names.area(partner)]
  return `${names.indicator(indicator)}: ${[names.area(reporter), ...whom, formats.period(period)].join(', ')}`
}

/**
 * A number with the sentence it serves and the cells it rests on, each with its source.
 *
 * @param request `figure` may be empty: then the sentence stands alone
 * @param sources codes by cell, in the order of the cells: of a cell whose source the rule chose, the one that it chose; '' = not known
 */
export function citationOf({ cells, figure, sentence }: EvidenceRequest, sources: readonly string[], words: Words): string {
  const said = figure === '' ? sentence : `${figure} – ${sentence}`
  const grounds = cells.map((cell, at) => {
    const source = sources[at] ?? ''
    return source === '' ? cellName(cell, words) : `${cellName(cell, words)} (${words.names.source(source)})`
  })
  return [`${said}.`, ...(grounds.length === 0 ? [] : [`${grounds.join('; ')}.`]), 'Multivector'].join(' ')
}
