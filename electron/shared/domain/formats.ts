// Numbers, dates and periods as people read them. Made by hand on top of one fixed locale, so that a page, an export and a test print the
// same text whatever locale data the runtime carries (Chromium ships little of Kazakh).
import type { Language } from './languages.ts'

const MINUS = '\u2212'
const EN_DASH = '\u2013'
/** English units of money: their sign, and the scale that follows the number. */
const MONEY_SIGN = /^(US\$|CN¥|€|₸|₽)\s*(.*)$/
/** As thin as a thin space, and no line breaks at it. */
const THIN_SPACE = '\u202f'
const NO_BREAK_SPACE = '\u00a0'

/** A unit as the catalogue describes it; only what formatting needs. */
export interface UnitFormat {
  readonly code: string
  readonly short: Readonly<Record<Language, string>>
  readonly decimals: number
}

export interface Formats {
  readonly language: Language
  /** A number with fixed decimals; null prints as an en dash, the mark of a missing figure. Not a number, infinite: also the dash. */
  number(value: number | null, decimals?: number): string
  /** As {@link number} with a sign in front of anything but zero as printed. */
  signed(value: number | null, decimals?: number): string
  /** A value in per cent (29.9, not 0.299). */
  percent(value: number | null, decimals?: number): string
  /** Both ends of a range with an en dash; one number when both print alike. */
  range(low: number, high: number, decimals?: number): string
  /** Both ends of a range in per cent, the sign once. */
  percentRange(low: number, high: number, decimals?: number): string
  /** As {@link signed}, in per cent. */
  signedPercent(value: number, decimals?: number): string
  /** A value with its unit: `29.9%`, `2.40 Mt`; in English a sign of money stands first, `US$4,400 m`. */
  value(value: number | null, unit: UnitFormat | null, decimals?: number): string
  /** Large numbers shortened: 4.4 bn, 120 m, 87,623. The reader sees the unit elsewhere. */
  compact(value: number | null): string
  /** An ISO day as `23 Nov 2026`; anything else as it stands. */
  day(iso: string): string
  /** An ISO day in full: `23 November 2026`. */
  dayLong(iso: string): string
  /** A period in its canonical text as people read it: 2023, Q2 2023, May 2023, 2009–13. */
  period(text: string): string
  /** First and last year with an en dash. */
  years(from: number | string, to: number | string): string
  /** `Russia, China and Türkiye` */
  list(items: readonly string[]): string
}

const months: Readonly<
  Record<Language, { readonly short: readonly string[]; readonly genitive: readonly string[]; readonly alone: readonly string[] }>
> = {
  en: {
    short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    genitive: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    alone: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
  ru: {
    short: ['янв.', 'февр.', 'марта', 'апр.', 'мая', 'июня', 'июля', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.'],
    genitive: [
      'января',
      'февраля',
      'марта',
      'апреля',
      'мая',
      'июня',
      'июля',
      'августа',
      'сентября',
      'октября',
      'ноября',
      'декабря',
    ],
    alone: ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
  },
  kk: {
    short: ['қаң.', 'ақп.', 'нау.', 'сәу.', 'мам.', 'мау.', 'шіл.', 'там.', 'қыр.', 'қаз.', 'қар.', 'жел.'],
    genitive: [
      'қаңтар',
      'ақпан',
      'наурыз',
      'сәуір',
      'мамыр',
      'маусым',
      'шілде',
      'тамыз',
      'қыркүйек',
      'қазан',
      'қараша',
      'желтоқсан',
    ],
    alone: [
      'қаңтар',
      'ақпан',
      'наурыз',
      'сәуір',
      'мамыр',
      'маусым',
      'шілде',
      'тамыз',
      'қыркүйек',
      'қазан',
      'қараша',
      'желтоқсан',
    ],
  },
}

const scales: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  en: [
    [1e12, ' tn'],
    [1e9, ' bn'],
    [1e6, ' m'],
  ],
  ru: [
    [1e12, ' трлн'],
    [1e9, ' млрд'],
    [1e6, ' млн'],
  ],
  kk: [
    [1e12, ' трлн'],
    [1e9, ' млрд'],
    [1e6, ' млн'],
  ],
}

const and: Readonly<Record<Language, string>> = { en: 'and', ru: 'и', kk: 'және' }
const romans = ['I', 'II', 'III', 'IV'] as const

/** Formatters of one language. Pure; make once and pass on. */
export function createFormats(language: Language): Formats {
  const decimalMark = language === 'en' ? '.' : ','
  const group = language === 'en' ? ',' : THIN_SPACE

  const number = (value: number | null, decimals = 1): string => {
    if (value === null || !Number.isFinite(value)) return EN_DASH
    const fixed = Math.abs(value).toFixed(decimals)
    const [whole = '0', fraction] = fixed.split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group)
    const sign = value < 0 && Number(fixed) !== 0 ? MINUS : ''
    return sign + grouped + (fraction === undefined ? '' : decimalMark + fraction)
  }

  const signed = (value: number | null, decimals = 1): string => {
    const text = number(value, decimals)
    return value !== null && value > 0 && Number(value.toFixed(decimals)) !== 0 ? `+${text}` : text
  }

  const percentSign = language === 'ru' ? `${NO_BREAK_SPACE}%` : '%'
  const percent = (value: number | null, decimals = 1): string =>
    value === null || !Number.isFinite(value) ? EN_DASH : number(value, decimals) + percentSign

  const range = (low: number, high: number, decimals = 0): string => {
    const [from, to] = [number(low, decimals), number(high, decimals)]
    return from === to ? from : `${from}${EN_DASH}${to}`
  }

  const percentRange = (low: number, high: number, decimals = 0): string => range(low, high, decimals) + percentSign
  const signedPercent = (value: number, decimals = 1): string => signed(value, decimals) + percentSign

  const value = (figure: number | null, unit: UnitFormat | null, decimals?: number): string => {
    if (figure === null || !Number.isFinite(figure)) return EN_DASH
    const places = decimals ?? unit?.decimals ?? 1
    const short = unit?.short[language] ?? ''
    if (unit !== null && (unit.code === 'PCT' || short === '%')) return percent(figure, places)
    const money = language === 'en' ? MONEY_SIGN.exec(short) : null
    if (money) {
      const [, sign = '', scale = ''] = money
      const printed = number(Math.abs(figure), places)
      // what prints as zero has no sign
      const minus = number(figure, places).startsWith(MINUS) ? MINUS : ''
      return `${minus}${sign}${printed}${scale === '' ? '' : NO_BREAK_SPACE}${scale}`
    }
    return short === '' ? number(figure, places) : `${number(figure, places)}${NO_BREAK_SPACE}${short}`
  }

  const compact = (figure: number | null): string => {
    if (figure === null || !Number.isFinite(figure)) return EN_DASH
    const size = Math.abs(figure)
    for (const [from, word] of scales[language]) {
      if (size >= from) return number(figure / from, size / from >= 100 ? 0 : 1) + word.replace(' ', NO_BREAK_SPACE)
    }
    return number(figure, Number.isInteger(figure) || size >= 100 ? 0 : size >= 1 ? 1 : 3)
  }

  const dayWith = (names: readonly string[], iso: string): string => {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
    if (!found) return iso
    const [, year = '', month = '1', day = '1'] = found
    const name = names[Number(month) - 1] ?? month
    if (language === 'kk') return `${year}${NO_BREAK_SPACE}ж. ${Number(day)}${NO_BREAK_SPACE}${name}`
    return `${Number(day)}${NO_BREAK_SPACE}${name} ${year}`
  }

  const single = (text: string): string => {
    const month = /^(\d{4})-(\d{2})$/.exec(text)
    if (month) {
      const name = months[language].alone[Number(month[2]) - 1] ?? ''
      return language === 'kk' ? `${month[1]}${NO_BREAK_SPACE}ж. ${name}` : `${name}${NO_BREAK_SPACE}${month[1]}`
    }
    const part = /^(\d{4})-([SQW])(\d+)$/.exec(text)
    if (part) {
      const [, year = '', kind, n = ''] = part
      const roman = romans[Number(n) - 1] ?? n
      if (kind === 'Q')
        return language === 'en'
          ? `Q${n}${NO_BREAK_SPACE}${year}`
          : language === 'ru'
            ? `${roman}${NO_BREAK_SPACE}кв. ${year}`
            : `${year}${NO_BREAK_SPACE}ж. ${roman}${NO_BREAK_SPACE}тоқсан`
      if (kind === 'S')
        return language === 'en'
          ? `H${n}${NO_BREAK_SPACE}${year}`
          : language === 'ru'
            ? `${roman}${NO_BREAK_SPACE}полугодие ${year}`
            : `${year}${NO_BREAK_SPACE}ж. ${roman}${NO_BREAK_SPACE}жартыжылдық`
      const week = Number(n)
      return language === 'en'
        ? `week ${week}, ${year}`
        : language === 'ru'
          ? `неделя ${week}, ${year}`
          : `${year}${NO_BREAK_SPACE}ж. ${week}-апта`
    }
    return dayWith(months[language].short, text)
  }

  const years = (from: number | string, to: number | string): string => {
    const [a, b] = [String(from), String(to)]
    return a === b ? a : `${a}${EN_DASH}${b}`
  }

  const period = (text: string): string => {
    const [from = '', to] = text.split('/')
    if (to === undefined) return single(from)
    const bothYears = /^\d{4}$/.test(from) && /^\d{4}$/.test(to)
    if (bothYears && from.slice(0, 2) === to.slice(0, 2) && from !== to) return `${from}${EN_DASH}${to.slice(2)}`
    return bothYears ? years(from, to) : `${single(from)} ${EN_DASH} ${single(to)}`
  }

  const list = (items: readonly string[]): string => {
    const last = items[items.length - 1] ?? ''
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and[language]} ${last}`
  }

  return {
    language,
    number,
    signed,
    percent,
    range,
    percentRange,
    signedPercent,
    value,
    compact,
    day: (iso) => dayWith(months[language].short, iso),
    dayLong: (iso) => dayWith(months[language].genitive, iso),
    period,
    years,
    list,
  }
}

const made = new Map<Language, Formats>()
/** The formatters of a language, made once. */
export function formatsOf(language: Language): Formats {
  const known = made.get(language)
  if (known) return known
  const fresh = createFormats(language)
  made.set(language, fresh)
  return fresh
}
