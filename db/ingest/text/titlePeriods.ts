// Periods as headings and titles say them: with marks, without a year, of a part of each year.

import { fold } from './fold.ts'
import { bad, monthOf, type PeriodReading, readPeriod, words, year } from './periods.ts'

/** What a publisher puts behind the period at the head of a column: a star, `(предв.)`, `p`, `оценка`. */
const mark =
  /\s*(?:[*†‡]{1,3}|\(?(?<word>предв(?:арительн[а-я]*)?\.?(?: (?:данн[а-я]*|оценк[а-я]*))?|оценк[аи]|оцен\.|факт[а-я]*|уточн[а-я]*\.?|отч[её]т[а-я]*|prelim(?:inary|\.)?|provisional|revised|actual|est(?:\.|imated?)?|алдын ала(?: деректер)?|нақты|бағалау|[pre])\)?)$/

/**
 * A period at the head of a column, where its publisher may have marked it. The mark is no part of it; `preliminary` and `estimate` are what it
 * says in a word.
 */
export function readHeadingPeriod(text: string): PeriodReading {
  const reading = readPeriod(text)
  if (reading.kind === 'period') return reading
  const found = words(text)
  // "Всего за 2023 год", "2023 г., итого": the year beside its parts
  const whole = readPeriod(found.replace(/^(?:всего|итого|total|барлығы)(?: за)? |,? (?:всего|итого|total|барлығы)$/, ''))
  if (whole.kind === 'period') return whole
  const match = mark.exec(found)
  if (match === null || match.index === 0) return reading
  const bare = readPeriod(found.slice(0, match.index).replace(/,$/, ''))
  if (bare.kind === 'bad') return reading
  const word = match.groups?.word ?? ''
  if (/^(?:e|est|оц|бағ)/.test(word)) return { ...bare, estimate: true }
  return { ...bare, preliminary: bare.preliminary || /^(?:p|предв|алдын)/.test(word) }
}

/** A period mentioned in a longer text, such as a title: "(январь-декабрь 2025 г.)", "за 2024 год". */
export function mentionedPeriod(text: string): PeriodReading {
  const found = words(text)
  const name = '[а-яәіңғүұқөһa-z]{3,10}\\.?'
  for (const pattern of [
    new RegExp(`${name} ?[-–—] ?${name} ${year}`),
    new RegExp(`${year} ?(?:жылғы|жылдың) ?${name}(?: ?[-–—] ?${name})?`),
    new RegExp(`(?:i{1,3}|iv|[1-4])(?:-?й)? ?(?:квартал|кв|полугодие)\\S* ${year}`),
    new RegExp(`\\d{1,2} ?(?:месяц|мес)\\S* ${year}`),
    new RegExp(`${name} ${year}`),
    // "2023 январь, экспорт": a year over its months
    new RegExp(`${year}(?: ?(?:год[ау]?|г\\.|year))?,? ${name}(?: ?[-–—] ?${name})?`),
    new RegExp(`${year}(?: ?(?:год[ау]?|г\\.|year))?,? (?:i{1,3}|iv|[1-4])(?:-?й)? ?(?:квартал|кв)`),
    new RegExp(`${year}`),
  ]) {
    const match = pattern.exec(found)
    if (!match) continue
    const reading = readPeriod(match[0])
    if (reading.kind === 'period') return reading
  }
  return bad
}

/** A part of a year as a title names it, and the years that it names right behind. */
export interface PartOfYear {
  /** with a year behind it, a period */
  readonly name: string
  readonly years: readonly string[]
}

const month = '\\p{L}{3,10}'
/** Each with what it makes of a match; the empty string = nothing. */
const parts: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [
    new RegExp(`(?<![\\p{L}\\d])(${month})\\.? ?(?:[-–—]|по|to) ?(${month})(?!\\p{L})`, 'gu'),
    ([, from = '', to = '']) => (monthOf(from) > 0 && monthOf(to) > 0 ? `${from}-${to}` : ''),
  ],
  [
    /(?<!\p{L})(перв|втор|трет|четверт|first|second|third|fourth|бірінші|екінші|үшінші|төртінші)\p{L}* (квартал|полугоди|тоқсан|жартыжыл|quarter|half)\p{L}*/gu,
    ([, which = '', what = '']) =>
      `${(ordinals.indexOf(which) % 4) + 1} ${/^(?:квар|тоқ|quar)/.test(what) ? 'квартал' : 'полугодие'}`,
  ],
  [
    /(?<![\p{L}\d-])(?:(?:i{1,3}|iv|[1-4])(?:-?(?:й|е|ое|ый|ші))? ?(?:квартал|кв\.|полугоди|тоқсан|жартыжыл|quarter)|(?:q[1-4]|h[12])(?!\p{L}|\d)|\d{1,2} (?:месяц|мес|ай[ыд]?(?!\p{L})|months))\p{L}*/gu,
    ([found]) => found,
  ],
  [new RegExp(`(?<!\\p{L})(?:за|в|for|in) (${month})(?!\\p{L})`, 'gu'), ([, found = '']) => (monthOf(found) > 0 ? found : '')],
]

/** The part of a year that a title names: "за январь-май", "I полугодие", "9 месяцев 2023 г.", "in May"; null = none. */
export function partOfYear(text: string): PartOfYear | null {
  const found = words(text)
  for (const [pattern, make] of parts)
    for (const match of found.matchAll(pattern)) {
      const name = make(match)
      const behind = /^[^\p{L}\d]*((?:19|20)\d\d(?:[ ,/–—и-]+(?:19|20)?\d\d(?!\d))*)/u.exec(
        found.slice(match.index + match[0].length),
      )
      if (name !== '') return { name, years: yearsNamed(behind?.[1] ?? '') }
    }
  return null
}

const ordinals = [
  'перв',
  'втор',
  'трет',
  'четверт',
  'first',
  'second',
  'third',
  'fourth',
  'бірінші',
  'екінші',
  'үшінші',
  'төртінші',
]

/** True for a heading that names a month, quarter or half and no year: "январь", "II кв.". */
export const isPartOfYear = (text: string): boolean =>
  !/(?:19|20)\d\d/.test(text) && /\p{L}/u.test(text) && readPeriod(`${text} 2000`).kind === 'period'

/** What a title says of its own making, to its end: "обновлено в мае 2024", "as of 5 May 2024". */
const making =
  /(?:(?<!\p{L})(?:сформирован|обновл[её]н|выгру[зж]|опубликован|подготовлен|составлен|дата |по состоянию|published|released|updated|generated|extracted|downloaded|as of |as at |жаңартыл|жариялан|құрастырыл)).*$/iu
const day = /\d{1,2}(?:[./-]\d{1,2}[./-]|\.? \p{L}{3,10}\.? )(?:19|20)\d{2}/gu

/** The text of a title without what it says of its own making, and without days. */
export const aboutFigures = (text: string): string => text.replace(making, ' ').replace(day, ' ')

/** The years that a text names. */
export const yearsNamed = (text: string): readonly string[] =>
  text.match(/(?<!\d)(?:19|20)\d\d(?!\d)|(?<=\d\d ?[/–—-] ?)\d\d(?!\d)/g) ?? []

/** Words about something else than the figures of a period: growth, shares, sums of columns. */
const otherThanFigures = /%|темп|прирост|изменени|индекс|доля|уд вес|рост |growth|change|index|share|өсім|үлес/

/** True for a heading over growth, shares or indices. */
export const saysOtherThanFigures = (text: string): boolean => otherThanFigures.test(fold(text))

/** True when a text is a period, or looks so much like one that a column under it must not be passed over in silence. */
export function resemblesPeriod(text: string): boolean {
  if (readPeriod(text).kind === 'period') return true
  const found = fold(text)
  if (/^(?:fy)?\D{0,4}(?:1[89]|20|21)\d{2}\D{0,4}$/.test(found) || /^fy ?(?:\d{2} ?)?\d{2}(?: ?\d{2})?$/.test(found)) return true
  if (otherThanFigures.test(found)) return false
  // "2022/23", "янв.23", "2026 прогноз", "Jan-Feb 2024 to date"
  const [first = '', second = ''] = found.split(' ')
  if (/^(?:19|20)\d{2} \d{2}$/.test(found) || (/^\d{2}$/.test(second) && monthOf(first) > 0 && found === `${first} ${second}`))
    return true
  return (
    /^(?:(?:19|20)\d{2} [^\d]{3,30}|[^\d]{3,30} (?:19|20)\d{2})$/.test(found) && (forecasts.test(found) || monthOf(first) > 0)
  )
}
const forecasts = /прогноз|план|forecast|projection|target|budget|бюджет|болжам|жоспар/
