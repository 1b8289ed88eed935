import { isTurned, tidy } from './fold.ts'

/** What one cell says about its column's decimal mark, as bits. */
export const Evidence = {
  /** read as a number only with the dot as decimal mark: `1.5`, `0.125`, `1,234.5`, `1,234,567` */
  dot: 1,
  /** only with the comma: `1,5`, `1.234.567` */
  comma: 2,
  /** `1.234`: a fraction, or thousands */
  eitherDot: 4,
  /** `1,234`: thousands, or a fraction */
  eitherComma: 8,
} as const

/** Marks of one column; `null` = nothing decides, and a cell that depends on it is refused. */
export type DecimalMark = '.' | ',' | null

export type NumberReading =
  | {
      readonly kind: 'number'
      readonly value: number
      readonly decimals: number
      readonly evidence: number
      readonly percent: boolean
    }
  | { readonly kind: 'bad' }
  /** a number in either reading, and nothing decides */
  | { readonly kind: 'ambiguous'; readonly evidence: number }

/** Signs that a publisher prints where there is no figure. They can never be a number, so they mean "missing" in every profile. */
const missingSigns = new Set(['', '..', '...', '…', '....', ':', '-', '–', '—', '−', '--', '---', '----', '—–', '.'])
/**
 * Words by which publishers say that there is no figure, whatever the format, in lower case. `NA`, `NaN` and `null` are not among them: they
 * mean "missing" only where the format or a profile says so, and elsewhere the line is named.
 */
const missingEverywhere: ReadonlySet<string> = new Set([
  'n/a',
  'n.a.',
  '#n/a',
  '#н/д',
  'no data',
  'not available',
  'н/д',
  'н.д.',
  'нет данных',
  'нет сведений',
  'м/ж',
  'жоқ',
  'деректер жоқ',
  'мәлімет жоқ',
  'мәліметтер жоқ',
])
/** Words that mean "missing" only where a profile says so. */
export const missingWords = {
  office: ['нд', 'x', 'х', '*'],
  none: [] as readonly string[],
} as const

/** A line ruled with signs between parts of a table. */
const ruled = /^(?:-{3,}|={3,}|_{3,}|[\u2013\u2014\u2500\u2550]{3,})$/

/** True when the text stands for "no figure". @param words what this profile calls missing, in lower case */
export const isMissing = (text: string, words: ReadonlySet<string>): boolean => {
  const found = tidy(text)
  if (missingSigns.has(found) || ruled.test(found)) return true
  const word = found.toLowerCase()
  return words.has(word) || missingEverywhere.has(word)
}

const minus = /^[\u2212\u2012\u2013\u2014\uff0d-]/
/** Two figures in one cell, which a space between groups would make one: `12` above `345`. */
const severalLines = /\S\s*[\t\n\v\f\r\u0085\u2028\u2029]\s*\S/
/** Marks between groups of three that are never a decimal mark. */
const neutralGroups = /[ '\u2019\u02bc]/g
const grouped = /^\d{1,3}(?:[ '\u2019\u02bc]\d{3})+$/
const scientific = /^\d+(?:[.,]\d+)?[eE][+-]?\d{1,3}$/

function result(
  digits: string,
  shift: number,
  percent: boolean,
  negative: boolean,
  decimals: number,
  evidence: number,
): NumberReading {
  const value = Number(`${digits}e${shift}`)
  // 1e-400 is no zero
  if (!Number.isFinite(value) || (value === 0 && /[1-9]/.test(digits))) return { kind: 'bad' }
  return { kind: 'number', value: negative && value !== 0 ? -value : value, decimals, evidence, percent }
}

/**
 * Reads a figure as people write it: groups by space, no-break space, thin space, apostrophe, comma or dot; minus in its various
 * signs; a per cent sign behind. Never a guess: `12abc`, `1,23,4`, `(5)` and an empty cell are no numbers, and `1,234` is one only
 * when the column's mark is known.
 *
 * @param mark decimal mark of the column; null when nothing decides
 * @param shift power of ten applied before rounding
 */
export function readNumber(text: string, mark: DecimalMark, shift = 0): NumberReading {
  if (severalLines.test(text) || isTurned(text)) return { kind: 'bad' }
  // only full-width digits are folded: under NFKC the footnote sign of 5¹ would make it 51
  let rest = tidy(text).replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  let negative = false
  if (minus.test(rest)) {
    negative = true
    rest = rest.slice(1).trimStart()
  } else if (rest.startsWith('+')) rest = rest.slice(1).trimStart()
  const percent = rest.endsWith('%')
  if (percent) rest = rest.slice(0, -1).trimEnd()
  if (scientific.test(rest)) return readScientific(rest, mark, shift, percent, negative)
  const dots = count(rest, '.')
  const commas = count(rest, ',')
  if (!/^[\d., '\u2019\u02bc]+$/.test(rest) || !/^[\d.,]/.test(rest)) return { kind: 'bad' }
  if (dots > 1 && commas > 1) return { kind: 'bad' }
  const finish = (decimal: '.' | ',' | '', evidence: number): NumberReading => {
    const cut = decimal === '' ? -1 : rest.lastIndexOf(decimal)
    const whole = cut < 0 ? rest : rest.slice(0, cut)
    const fraction = cut < 0 ? '' : rest.slice(cut + 1)
    if (!/^\d*$/.test(fraction)) return { kind: 'bad' }
    const other = decimal === '.' ? ',' : decimal === ',' ? '.' : /[.,]/.exec(whole)?.[0]
    const digits = ungroup(whole, other)
    if (digits === null || digits.length + fraction.length === 0) return { kind: 'bad' }
    const needed = evidence & (Evidence.dot | Evidence.comma)
    if ((mark === ',' && needed === Evidence.dot) || (mark === '.' && needed === Evidence.comma)) return { kind: 'bad' }
    return result(digits + fraction, shift - fraction.length, percent, negative, fraction.length, evidence)
  }
  if (dots > 0 && commas > 0) {
    const decimal = rest.lastIndexOf('.') > rest.lastIndexOf(',') ? '.' : ','
    if ((decimal === '.' ? dots : commas) > 1) return { kind: 'bad' }
    return finish(decimal, decimal === '.' ? Evidence.dot : Evidence.comma)
  }
  if (dots + commas === 0) return finish('', 0)
  const found = dots > 0 ? '.' : ','
  if (dots + commas > 1) return finish('', found === '.' ? Evidence.comma : Evidence.dot)
  const either = /^[1-9]\d{0,2}[.,]\d{3}$/.test(rest)
  if (!either) return finish(found, found === '.' ? Evidence.dot : Evidence.comma)
  const evidence = found === '.' ? Evidence.eitherDot : Evidence.eitherComma
  if (mark === null) return { kind: 'ambiguous', evidence }
  return finish(mark === found ? found : '', evidence)
}

function readScientific(text: string, mark: DecimalMark, shift: number, percent: boolean, negative: boolean): NumberReading {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e')
  const decimal = mantissa.includes(',') ? ',' : mantissa.includes('.') ? '.' : ''
  if (decimal !== '' && mark !== null && decimal !== mark) return { kind: 'bad' }
  const [whole = '', fraction = ''] = mantissa.split(/[.,]/)
  const evidence = decimal === '' ? 0 : decimal === '.' ? Evidence.dot : Evidence.comma
  return result(
    whole + fraction,
    Number(power) - fraction.length + shift,
    percent,
    negative,
    Math.max(0, fraction.length - Number(power)),
    evidence,
  )
}

/** Digits of a whole part without its group marks; null when the groups are not of three. */
function ungroup(whole: string, mark: string | undefined): string | null {
  if (/^\d*$/.test(whole)) return whole
  if (grouped.test(whole) && new Set(whole.match(neutralGroups)).size === 1) return whole.replace(neutralGroups, '')
  if (mark === undefined) return null
  const parts = whole.split(mark)
  return parts.length > 1 && parts.every((part, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part)) ? parts.join('') : null
}

const count = (text: string, sign: string): number => text.split(sign).length - 1

/** True for a cell that a table may hold where a figure belongs: one, a broken one, a sign that there is none, or nothing. */
export const isFigureLike = (text: string): boolean =>
  (/\d/.test(text) && !/\p{L}{3}/u.test(text)) || isMissing(text, officeSigns)
const officeSigns: ReadonlySet<string> = new Set([...missingWords.none, ...missingWords.office])
