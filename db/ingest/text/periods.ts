import { encodePeriod, type PeriodCode } from '../../../electron/shared/domain/period.ts'
import { tidy } from './fold.ts'

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

/** No period. */
export const bad: PeriodReading = { kind: 'bad' }

function read(canonical: string, cumulative = false, preliminary = false): PeriodReading {
  const code = encodePeriod(canonical)
  return code === null ? bad : { kind: 'period', code, cumulative, preliminary }
}

const two = (n: number | string): string => String(n).padStart(2, '0')
/** A year, as a group of a pattern. */
export const year = '((?:1[89]|20|21)\\d{2})'
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
export const words = (text: string): string => tidy(text).normalize('NFC').toLowerCase().replaceAll('ё', 'е')

/** Number of the month that a word names; 0 = none. */
export const monthOf = (word: string): number => months.findIndex((pattern) => pattern.test(word.replace(/\.$/, ''))) + 1

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
