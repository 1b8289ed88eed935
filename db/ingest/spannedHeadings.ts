// Headings of several lines: spans over columns, as in "; Экспорт;; Импорт;" over "; 2022; 2023; 2022; 2023".

import type { ColumnRole } from '../../electron/shared/domain/csvFile.ts'
import { meansPeriod } from './adapters/headingPeriods.ts'
import { roleOf } from './headings.ts'
import { type HeadRecord, trimmed } from './headRecord.ts'
import { tidy } from './text/fold.ts'
import { isMissing, missingWords } from './text/numbers.ts'
import { readPeriod } from './text/periods.ts'
import { isPartOfYear } from './text/titlePeriods.ts'

const noFigure: ReadonlySet<string> = new Set(missingWords.office)

/** True for a cell that is a figure. */
export const hasFigure = (text: string): boolean => /\d/.test(text) && /^[-−–]?[\d\s.,'%\u00a0\u202f]+$/.test(tidy(text))

/** A second line of headings under the first (units, shares), or a line that numbers the columns. */
export function continues(first: HeadRecord, second: HeadRecord | undefined): 'merge' | 'skip' | null {
  if (!second || second.fields.length < 3 || second.fields.length > first.fields.length + 1) return null
  const cells = second.fields.map(tidy)
  const filled = cells.filter((cell) => cell !== '')
  if (
    filled.length >= 3 &&
    cells.every((cell, i) => cell === String(i + 1) || cell === String(i) || (i === 0 && /^[AАaа]$/.test(cell)))
  )
    return 'skip'
  const top = first.fields.map(tidy)
  // one word above a heading is a unit or a title, not a span over its columns
  if (top.filter((cell) => cell !== '').length < 2) return null
  // "; 2022; 2023; 2022; 2023" over which "Экспорт" and "Импорт" span: years are headings there, not figures
  const years =
    filled.every((cell) => readPeriod(cell).kind === 'period') && filled.length > 1 && new Set(filled).size < filled.length
  if (cells[0] === '' && years && top.some((cell, i) => i > 0 && cell === '' && top[i - 1] !== '' && cells[i] !== ''))
    return 'merge'
  const underSpan = top.some((cell, i) => i > 0 && cell === '' && cells[i] !== '')
  // "; 2022; ; 2023;" over "Country; exports; imports; exports; imports"
  const spans = top.some((cell, i) => i > 0 && cell === '' && top[i - 1] !== '' && cells[i] !== '')
  if (top[0] === '' && spans && filled.length === cells.length && !cells.some(hasFigure)) return 'merge'
  if (cells[0] === '' && filled.length > 0 && !cells.some(hasFigure) && (underSpan || filled.length >= 2)) return 'merge'
  return null
}

/** Names of the columns under two lines of headings, the upper of which span. */
export function mergedNames(first: HeadRecord, second: HeadRecord): readonly string[] {
  let above = ''
  return second.fields.map((below, i) => {
    const own = tidy(first.fields[i] ?? '')
    if (own !== '') above = own
    const name = i === 0 ? own : above
    return tidy(`${name} ${below}`)
  })
}

const isPeriod = (cell: string): boolean => meansPeriod(cell)
const isWord = (cell: string): boolean => /[\p{L}%]/u.test(cell) && !isMissing(cell, noFigure)

/** What stands in front of figures. */
const inFront: ReadonlySet<ColumnRole | null> = new Set([
  'area',
  'areaName',
  'partner',
  'reporter',
  'indicator',
  'indicatorName',
  'period',
  'year',
  'unit',
  'ignored',
] satisfies ColumnRole[])

/**
 * Names of the columns under three lines of headings, each of which spans columns of the next: flow over year over unit, year over quarter
 * over flow. Parts of a year join their year, wherever it stands. Null = these lines are none.
 */
export function namesOfThree(
  first: HeadRecord,
  second: HeadRecord | undefined,
  third: HeadRecord | undefined,
): readonly string[] | null {
  if (!second || !third) return null
  const width = trimmed(third.fields).length
  const [top, middle, low] = [first, second, third].map(({ fields }) =>
    Array.from({ length: width }, (_, i) => tidy(fields[i] ?? '')),
  ) as [string[], string[], string[]]
  if (width < 3 || trimmed(first.fields).length > width || trimmed(second.fields).length > width) return null
  const start = top.findIndex((cell, i) => i > 0 && cell !== '' && !inFront.has(roleOf(cell)))
  const columns = low.map((_, i) => i).slice(start)
  // one word above headings is a title; lines that do not nest are something else
  if (start < 0 || columns.filter((i) => top[i] !== '').length < 2 || columns.every((i) => top[i] !== '')) return null
  if (columns.some((i) => (top[i] !== '' && middle[i] === '') || low[i] === '')) return null
  const above = columns.flatMap((i) => [top[i] ?? '', middle[i] ?? '']).filter((cell) => cell !== '')
  if (!above.every((cell) => isPeriod(cell) || isWord(cell))) return null
  const periods = columns.every((i) => isPeriod(low[i] ?? ''))
  if (!periods && !columns.every((i) => isWord(low[i] ?? '') && !hasFigure(low[i] ?? ''))) return null
  // a row of the table has a name in front
  const stubs = low.slice(0, start)
  if (stubs.some((cell, i) => cell !== '' && (roleOf(cell) === null || middle[i] !== ''))) return null
  let [span, under] = ['', '']
  return low.map((cell, i) => {
    if (i < start) return cell || middle[i] || top[i] || ''
    if (top[i] !== '') span = top[i] ?? ''
    if (middle[i] !== '') under = middle[i] ?? ''
    return joined([span, under, cell])
  })
}

/** Parts of one heading in their order, a part of a year in front of its year. */
function joined(parts: readonly string[]): string {
  const part = parts.find(isPartOfYear)
  const year = parts.find((cell) => readPeriod(cell).kind === 'period')
  if (part === undefined || year === undefined) return parts.join(' ')
  return [part, year, ...parts.filter((cell) => cell !== part && cell !== year)].join(' ')
}
