import { encodePeriod, type PeriodCode } from '../../../electron/shared/domain/period.ts'
import { fold, tidy } from './fold.ts'

/** What a text says of a period. */
export type PeriodReading =
  | {
      readonly kind: 'period'
      readonly code: PeriodCode
      /** counted from January to the end of the period: only for indicators that count so */
      readonly cumulative: boolean
      /** January to December under a name that says so: the year, preliminary */
      readonly preliminary: boolean
      /** the publisher's own estimate, by a word behind the name */
      readonly estimate?: boolean
    }
  | { readonly kind: 'bad' }

const bad: PeriodReading = { kind: 'bad' }

function read(canonical: string, cumulative = false, preliminary = false): PeriodReading {
  const code = encodePeriod(canonical)
  return code === null ? bad : { kind: 'period', code, cumulative, preliminary }
}

const two = (n: number | string): string => String(n).padStart(2, '0')
const year = '((?:1[89]|20|21)\\d{2})'
/** "year" behind a number, in Russian and Kazakh. */
const yearWord = '(?:\\s*(?:год[ау]?|годы|г|гг|жыл(?:ы|ғы|дың)?|ж|year))?'

/** First letters of the months, folded: English, Russian (any case), Kazakh. */
const months: readonly RegExp[] = [
  /^(?:jan(?:uary)?|янв(?:ар[ьяе]?)?|қаң(?:тар[а-я]*)?|қаңтар[а-яғ]*)$/,
  /^(?:feb(?:ruary)?|фев(?:р(?:ал[ьяе]?)?)?|ақпан[а-яғ]*)$/,
  /^(?:mar(?:ch)?|мар(?:т[ае]?)?|наурыз[а-яғ]*)$/,
  /^(?:apr(?:il)?|апр(?:ел[ьяе]?)?|сәуір[а-яғ]*)$/,
  /^(?:may|ма[йяие]|мамыр[а-яғ]*)$/,
  /^(?:june?|июн[ьяе]?|маусым[а-яғ]*)$/,
  /^(?:july?|июл[ьяе]?|шілде[а-яғ]*)$/,
  /^(?:aug(?:ust)?|авг(?:уст[ае]?)?|тамыз[а-яғ]*)$/,
  /^(?:sept?(?:ember)?|сен(?:т(?:ябр[ьяе]?)?)?|қыркүйек[а-яғ]*)$/,
  /^(?:oct(?:ober)?|окт(?:ябр[ьяе]?)?|қазан[а-яғ]*)$/,
  /^(?:nov(?:ember)?|ноя(?:б(?:р[ьяе]?)?)?|қараша[а-яғ]*)$/,
  /^(?:dec(?:ember)?|дек(?:абр[ьяе]?)?|желтоқсан[а-яғ]*)$/,
]

/** Lower case without marks, but with the letters of Kazakh and й kept: month names are matched as they are written. */
const words = (text: string): string => tidy(text).normalize('NFC').toLowerCase().replaceAll('ё', 'е')

const monthOf = (word: string): number => months.findIndex((pattern) => pattern.test(word.replace(/\.$/, ''))) + 1

const roman: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  і: 1,
  іі: 2,
  ііі: 3,
  іv: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
}
const ordinal = '(i{1,3}|iv|і{1,3}|іv|[1-4])(?:\\s*-?\\s*(?:й|ый|ой|ий|ші|шi|інші|st|nd|rd|th))?'

const rules: readonly (readonly [RegExp, (match: RegExpExecArray) => PeriodReading])[] = [
  // years: "2004 год", "2023 г.", "2019 [YR2019]", "YR2019", "2023.0", "2023-A1", "y2023"
  [new RegExp(`^(?:в |за )?${year}${yearWord}$`), (m) => read(m[1] ?? '')],
  [new RegExp(`^${year} ?\\[yr(\\d{4})\\]$`), (m) => (m[1] === m[2] ? read(m[1] ?? '') : bad)],
  [new RegExp(`^yr ?${year}$`), (m) => read(m[1] ?? '')],
  [new RegExp(`^${year}(?:\\.0+|-?a1?)$`), (m) => read(m[1] ?? '')],
  // months: "202205", "2023-M01", "2023M1", "2022/05", "05.2022", "12_2025"
  [new RegExp(`^${year}(\\d{2})$`), (m) => read(`${m[1]}-${m[2]}`)],
  [new RegExp(`^${year}[- ]?m(\\d{1,2})$`), (m) => read(`${m[1]}-${two(m[2] ?? '')}`)],
  [new RegExp(`^${year}[./_](\\d{2})$`), (m) => read(`${m[1]}-${m[2]}`)],
  [new RegExp(`^(\\d{1,2})[./_]${year}${yearWord}$`), (m) => read(`${m[2]}-${two(m[1] ?? '')}`)],
  // quarters and halves: "2023Q2", "Q2 2023", "2Q2023", "1997-S1", "H1 2023"
  [new RegExp(`^${year}[-: /]?q([1-4])$`), (m) => read(`${m[1]}-Q${m[2]}`)],
  [new RegExp(`^q([1-4])[-: /]?${year}$`), (m) => read(`${m[2]}-Q${m[1]}`)],
  [new RegExp(`^([1-4])q[-: /]?${year}$`), (m) => read(`${m[2]}-Q${m[1]}`)],
  [new RegExp(`^${year}[-: /]?[sh]([12])$`), (m) => read(`${m[1]}-S${m[2]}`)],
  [new RegExp(`^[sh]([12])[-: /]?${year}$`), (m) => read(`${m[2]}-S${m[1]}`)],
  [new RegExp(`^${year}[-: /]?w(\\d{1,2})$`), (m) => read(`${m[1]}-W${two(m[2] ?? '')}`)],
  [
    new RegExp(`^${ordinal} (?:квартал[а-я]*|кв|тоқсан[а-яғ]*|quarter)(?: of)? ${year}${yearWord}$`),
    (m) => read(`${m[2]}-Q${roman[m[1] ?? '']}`),
  ],
  [
    new RegExp(`^${year}${yearWord},? ${ordinal} (?:квартал[а-я]*|кв|тоқсан[а-яғ]*|quarter)$`),
    (m) => read(`${m[1]}-Q${roman[m[2] ?? '']}`),
  ],
  [
    new RegExp(`^(i|ii|1|2)(?:-?е|-?ое|-ші)? ?(?:полугоди[еяю]|жартыжылды[а-яғқ]*|half)(?: of)? ${year}${yearWord}$`),
    (m) => read(`${m[2]}-S${roman[m[1] ?? '']}`),
  ],
  [
    new RegExp(`^${year}${yearWord} (i|ii|1|2)(?:-?е|-?ое|-ші)? ?(?:полугоди[еяю]|жартыжылды[а-яғқ]*|half)$`),
    (m) => read(`${m[1]}-S${roman[m[2] ?? '']}`),
  ],
  // days: "20230517", "17.05.2023", "2023-05-17T00:00:00", "2023/05/17"
  [new RegExp(`^${year}(\\d{2})(\\d{2})$`), (m) => read(`${m[1]}-${m[2]}-${m[3]}`)],
  [new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.${year}${yearWord}$`), (m) => read(`${m[3]}-${two(m[2] ?? '')}-${two(m[1] ?? '')}`)],
  [
    new RegExp(`^${year}[-/](\\d{2})[-/](\\d{2})(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2})?)?$`),
    (m) => read(`${m[1]}-${m[2]}-${m[3]}`),
  ],
  [new RegExp(`^(\\d{1,2})/(\\d{1,2})/${year}$`), (m) => slashDay(Number(m[1]), Number(m[2]), m[3] ?? '')],
  // counted from January: "9 месяцев 2024 г.", "2024 (9 месяцев)"
  [
    new RegExp(`^(?:за |первые )?(\\d{1,2}) (?:месяц[а-я]*|мес|ай(?:ы|да)?|months)(?: of)? ${year}${yearWord}$`),
    (m) => fromJanuary(m[2] ?? '', Number(m[1])),
  ],
  [
    new RegExp(`^${year}${yearWord} (\\d{1,2}) (?:месяц[а-я]*|мес|ай(?:ы|да)?|months)$`),
    (m) => fromJanuary(m[1] ?? '', Number(m[2])),
  ],
  // spans of years: "2018-2023", "2018–2023 гг."
  [new RegExp(`^${year} ?[-–—] ?${year}${yearWord}$`), (m) => read(`${m[1]}/${m[2]}`)],
]

const slashPattern = new RegExp(`^(\\d{1,2})/(\\d{1,2})/${year}$`)

/** True for a day whose order of day and month nothing in it tells: 03/04/2024. */
export function hasOpenOrder(text: string): boolean {
  const match = slashPattern.exec(text.trim())
  if (!match) return false
  const [first, second] = [Number(match[1]), Number(match[2])]
  return first !== second && first >= 1 && second >= 1 && first <= 12 && second <= 12
}

/** Day and month in an order that only the numbers tell; refused when they do not. */
function slashDay(first: number, second: number, y: string): PeriodReading {
  if (first > 12 && second <= 12) return read(`${y}-${two(second)}-${two(first)}`)
  if (second > 12 && first <= 12) return read(`${y}-${two(first)}-${two(second)}`)
  return first === second ? read(`${y}-${two(first)}-${two(second)}`) : bad
}

/** January to a month: the whole year when it is December. */
const fromJanuary = (y: string, month: number): PeriodReading =>
  month < 1 || month > 12 ? bad : month === 12 ? read(y, false, true) : read(`${y}-${two(month)}`, true)

/** "январь-май 2026 г.", "May 2023", "2024 жылғы қаңтар–мамыр", "Jan-Mar 2024". */
function readMonthNames(text: string): PeriodReading {
  const parts = text
    .split(/[ ,–—-]+/)
    .filter((part) => part !== '' && !/^(?:г|гг|год[ау]?|ж|жыл(?:ы|ғы)?|за|в|of|to|по|с)\.?$/.test(part))
  const years = parts.filter((part) => /^(?:1[89]|20|21)\d{2}$/.test(part))
  const named = parts.map(monthOf).filter((month) => month > 0)
  if (years.length !== 1 || named.length + years.length !== parts.length) return bad
  const [from, to] = named
  const y = years[0] ?? ''
  if (from === undefined || named.length > 2) return bad
  if (to === undefined) return read(`${y}-${two(from)}`)
  if (from === 1) return fromJanuary(y, to)
  if (to === from + 2 && to % 3 === 0) return read(`${y}-Q${to / 3}`)
  return to > from ? read(`${y}-${two(from)}/${y}-${two(to)}`) : bad
}

/** Number of a footnote behind a period: `2023¹`, `2023 ²⁾`. A plain digit is none, for 20231) may be anything, nor a star, which is often a flag. */
const footnote = / ?[\u00b9\u00b2\u00b3\u2070-\u2079\u207e]+$/

/**
 * Reads a period as publishers and offices write it, as text and never through a date: years, halves, quarters, months, weeks, days
 * and spans in English, Russian and Kazakh. Two-digit years, days whose order nothing tells, fiscal years and serial numbers of
 * spreadsheets are no periods.
 *
 * @param dayOrder what the user said of days such as 03/04/2024, which are no periods otherwise
 */
export function readPeriod(text: string, dayOrder?: 'day-month' | 'month-day'): PeriodReading {
  if (dayOrder !== undefined) {
    const day = slashPattern.exec(text.trim())
    const [first, second] = dayOrder === 'day-month' ? [day?.[1], day?.[2]] : [day?.[2], day?.[1]]
    if (day) return read(`${day[3]}-${two(second ?? '')}-${two(first ?? '')}`)
  }
  const exact = encodePeriod(text)
  if (exact !== null) return { kind: 'period', code: exact, cumulative: false, preliminary: false }
  const found = words(text)
  if (found === '' || found.length > 60) return bad
  const direct = encodePeriod(found.toUpperCase())
  if (direct !== null) return { kind: 'period', code: direct, cumulative: false, preliminary: false }
  const bare = found
    .replace(/^\((.*)\)$/, '$1')
    .replace(/(?<=[а-яa-zғқәіңөұүһ])\./g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  for (const [pattern, make] of rules) {
    const match = pattern.exec(found.replace(/\.$/, '')) ?? pattern.exec(bare)
    if (match) return make(match)
  }
  const marked = bare.replace(footnote, '')
  return marked === bare ? readMonthNames(bare) : readPeriod(marked, dayOrder)
}

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
    new RegExp(`${year}`),
  ]) {
    const match = pattern.exec(found)
    if (!match) continue
    const reading = readPeriod(match[0])
    if (reading.kind === 'period') return reading
  }
  return bad
}

/**
 * The part of a year that a title names without a year of its own for it: "за январь-май", "I полугодие", "9 месяцев", "in May"; null = none. With
 * a year behind it, it is a period.
 */
export function partOfYear(text: string): string | null {
  const found = words(text)
  for (const [, from = '', to = ''] of found.matchAll(
    /(?<![\p{L}\d])(\p{L}{3,10})\.? ?(?:[-–—]|по|to) ?(\p{L}{3,10})(?!\p{L})/gu,
  ))
    if (monthOf(from) > 0 && monthOf(to) > 0) return `${from}-${to}`
  const ordinal =
    /(?<!\p{L})(перв|втор|трет|четверт|first|second|third|fourth|бірінші|екінші|үшінші|төртінші)\p{L}* (квартал|полугоди|тоқсан|жартыжыл|quarter|half)/u.exec(
      found,
    )
  if (ordinal)
    return `${(ordinals.indexOf(ordinal[1] ?? '') % 4) + 1} ${/^(?:квар|тоқ|quar)/.test(ordinal[2] ?? '') ? 'квартал' : 'полугодие'}`
  const counted =
    /(?<![\p{L}\d-])(?:(?:i{1,3}|iv|[1-4])(?:-?(?:й|е|ое|ый|ші))? ?(?:квартал|кв\.|полугоди|тоқсан|жартыжыл|quarter)|(?:q[1-4]|h[12])(?!\p{L}|\d)|\d{1,2} (?:месяц|мес|ай[ыд]?(?!\p{L})|months))\p{L}*/u.exec(
      found,
    )
  if (counted) return counted[0]
  for (const [, month = ''] of found.matchAll(/(?<!\p{L})(?:за|в|for|in) (\p{L}{3,10})(?!\p{L})/gu))
    if (monthOf(month) > 0) return month
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
