import { fold, tidy } from './fold.ts'

/** A unit as the store knows it: `factor` units of its family's base. */
export interface Unit {
  readonly code: string
  readonly family: string
  readonly factor: number
  /** names and short names in every language */
  readonly names: readonly string[]
}

/** What a text says of a unit: the family it measures and the power of ten in front of it. */
export interface UnitReading {
  readonly family: string
  /** how many of the family's base one unit is */
  readonly factor: number
  readonly found: string
}

const multipliers: readonly (readonly [RegExp, number])[] = [
  [
    /(?:^| )(?:thousands?|thous|thsd|ths|tsd|k|k(?:usd|eur)|тыс|тысяч(?:а|и|ах)?|мың|tausend|milliers?|tys|000s?|1000)(?: |$)/,
    1e3,
  ],
  [/(?:^| )(?:millions?|mln|mio|mill?|milyon|mn|mm|m(?:usd|eur)|млн|миллион(?:а|ов|ы|ах)?|m)(?: |$)/, 1e6],
  [/(?:^| )(?:billions?|bln|bil|bn|milliards?|milyar|mrd|mlrd|mld|mds|млрд|миллиард(?:а|ов|ы|ах)?)(?: |$)/, 1e9],
  [/(?:^| )(?:trillions?|trn|трлн|триллион(?:а|ов|ы)?)(?: |$)/, 1e12],
]

/** Words of a unit one by one: in `US$m`, `USDbn` and `€k` the multiple stands at the currency's end. */
const wordsOf = (text: string): string =>
  fold(text)
    .replace(/((?:^| )(?:us ?)?[$€]|(?:^| )(?:usd|eur))(?=(?:k|mn?|mln|bn?|bln|th|thsd|тыс|млн|млрд)(?: |$))/g, '$1 ')
    .replace(/([$€]|usd|eur) b(?= |$)/g, '$1 bn')

const multiplesIn = (words: string): readonly number[] =>
  multipliers.filter(([pattern]) => pattern.test(words)).map(([, factor]) => factor)

const currencies: readonly (readonly [RegExp, string])[] = [
  [/(?:^| )(?:[km]?usd|us ?\$|u s dollars?|us dollars?|dollars?|долл(?:ар(?:а|ов|ы)?)?|ақш доллары|\$)(?: |$|th|m|bn)/, 'USD'],
  [/(?:^| )(?:[km]?eur|euros?|евро|еуро|€)(?: |$)/, 'EUR'],
  [/(?:^| )(?:kzt|tenge|тенге|теңге)(?: |$)/, 'KZT'],
  [/(?:^| )(?:rub|rur|rou?bles?|руб(?:л(?:ь|я|ей))?|рубль)(?: |$)/, 'RUB'],
  [/(?:^| )(?:cny|rmb|yuan|юан(?:ь|я|ей))(?: |$)/, 'CNY'],
]
/** A multiple that no word above covers: "10^6 USD", "USD x 100", "1 000 000 US$", "USD lakh". */
const powerInDigits = /(?:^| )(?:10|10 \d{1,2}|100+|0{3,}|lakhs?|crores?|hundreds?|сот(?:ен|ни)?)(?: |$)/

/** Words that make a currency another measure: constant prices, purchasing power, national currency, per head. */
const otherMeasure =
  /(?:const|ppp|national currency|per capita|per person|на душу|ппс|в ценах|пост(?:оянных)? цен|жан басына|international)/

/** The same in a longer text, where such words may be about something else: only what is said of the figures themselves. */
const otherMeasureSaid =
  /per capita|per person|на душу|жан басына|в (?:\S+ )?ценах (?:\d{4}|базис|предыдущ)|(?:at )?constant (?:prices|us|19\d\d|20\d\d)|(?:^| )(?:ppp|ппс)(?: |$)/
/** An index: `(2010 = 100)`. */
const indexed = /(?:19|20)\d\d\s*(?:г\.?\s*)?=\s*100(?!\d)/

/** Words that may stand before "dollars" of the United States. */
const beforeDollars =
  /^(?:us|de|s|usa|american|американски[хе]|сша|ақш|in|of|в|current|nominal|ағымдағы|текущих|k|m|mn|bn|mio|mil|\d+|thous\S*|ths|thsd|tsd|thousands?|mm|mln|millions?|bln|billions?|trillions?|тыс\S*|мың|млн|миллион\S*|млрд|миллиард\S*|трлн|триллион\S*)$/

/** True when a folded text names dollars of another country, or of nobody in particular behind a word that is not known here. */
function isOtherDollar(words: string): boolean {
  const match = /(?:^|(\S+) )(?:dollars?|долл(?:ар\S*)?)(?: (\S+))?(?: |$)/.exec(words)
  if (match === null) return false
  const [, before, behind] = match
  return before !== undefined && behind !== 'сша' && !beforeDollars.test(before)
}

/** A word of a unit, folded. */
const unitWord =
  /^(?:в|in|of|тыс|тысяч(?:а|и|ах)?|мың|млн|миллион(?:а|ов|ы|ах)?|млрд|миллиард(?:а|ов|ы|ах)?|трлн|thousands?|thous|thsd|millions?|mln|mio|mn|billions?|bln|bn|долл(?:ар(?:а|ов|ы)?)?|доллары|сша|ақш|us|usa|usd|us\$|\$|dollars?|eur|euros?|евро|еуро|€|kzt|tenge|тенге|теңге|rub|руб(?:л(?:ь|я|ей))?|%|процент(?:ах|ов|ы)?|пайыз|пайызбен|per|cent|percent|тонн[аы]?|tonnes?|tons?|человек|чел|persons)$/

/** True for a text that is nothing but a unit: "тыс. долл. США", "(in million US$)", "%". */
export const isUnitText = (text: string): boolean => {
  const found = fold(text)
  return found !== '' && found.split(' ').every((word) => unitWord.test(word))
}

/** A text that says of the figures below it that they are shares. */
const inPercent =
  /(?:^|[\s,(])(?:в\s+(?:процентах|%)|пайызбен|пайыз есебімен|in\s+per\s?cent|per\s?cent(?:age)?\s+of|%\s+of)(?=$|[\s,).])/i
/** Family of a multiple of what nobody says: "Population (thousands)", "Value (billions)". */
export const OF_SOMETHING = '?'
const multipleAlone =
  /^(?:in |в )?(?:thousands?|thous|тыс|тысяч(?:ах)?|мың|millions?|mln|млн|миллион(?:ах|ов)|billions?|bln|bn|млрд|миллиард(?:ах|ов)|trillions?|трлн)$/
/** A multiple and what it counts, in a few words. */
const multipleOf =
  /^(?:thousands?|thous|тыс|тысяч|мың|millions?|mln|млн|миллионов|billions?|bln|млрд|миллиардов)(?: of)?(?: [^\s\d]+){1,3}$/

const powerOfMoney = (words: string): boolean => powerInDigits.test(words) && currencies.some(([pattern]) => pattern.test(words))

/** Reader of units over those the store knows. */
export class UnitReader {
  readonly #byCode = new Map<string, Unit>()
  readonly #byName = new Map<string, Unit>()

  constructor(units: readonly Unit[]) {
    for (const unit of units) {
      this.#byCode.set(unit.code.toUpperCase(), unit)
      for (const name of unit.names) if (fold(name) !== '') this.#byName.set(fold(name), unit)
    }
    for (const [name, code] of [
      ['per cent', 'PCT'],
      ['percent', 'PCT'],
      ['percentage', 'PCT'],
      ['pct', 'PCT'],
      ['%', 'PCT'],
      ['процент', 'PCT'],
      ['пайыз', 'PCT'],
      ['number', 'COUNT'],
      ['доли единицы', 'SHARE'],
      ['в долях единицы', 'SHARE'],
      ['в долях', 'SHARE'],
      ['share of one', 'SHARE'],
      ['fraction', 'SHARE'],
      ['units', 'COUNT'],
      ['единиц', 'COUNT'],
      ['ед', 'COUNT'],
      ['штук', 'COUNT'],
      ['шт', 'COUNT'],
      ['дана', 'COUNT'],
      ['часов', 'HOURS'],
      ['суток', 'DAYS'],
      ['километров', 'KM'],
      ['киловатт часов', 'KWH'],
      ['count', 'COUNT'],
      ['tonnes', 'T'],
      ['tons', 'T'],
      ['тонн', 'T'],
      ['mio eur', 'EUR_M'],
      ['million euro', 'EUR_M'],
      ['persons', 'PERSONS'],
      ['people', 'PERSONS'],
      ['человек', 'PERSONS'],
      ['чел', 'PERSONS'],
      ['адам', 'PERSONS'],
      ['us$ thousand', 'USD_TH'],
      // Eurostat's codes
      ['PC', 'PCT'],
      ['THS_EUR', 'EUR_TH'],
      ['MIO_EUR', 'EUR_M'],
      ['NR', 'COUNT'],
      ['PER', 'PERSONS'],
      ['THS_PER', 'TH_PERSONS'],
      ['THS_T', 'TH_T'],
      ['млн тонн', 'MT'],
      ['тыс тонн', 'TH_T'],
    ] as const) {
      const unit = this.#byCode.get(code)
      if (unit) this.#byName.set(fold(name), unit)
    }
  }

  /** The unit a code of the store names. */
  byCode(code: string): Unit | undefined {
    return this.#byCode.get(code.toUpperCase())
  }

  /** @returns null when the text names no unit known here */
  read(text: string): UnitReading | null {
    const found = tidy(text)
    const known = this.#byCode.get(found.toUpperCase().replaceAll(' ', '_')) ?? this.#byName.get(fold(found))
    if (known) return { family: known.family, factor: known.factor, found }
    const words = wordsOf(found)
    if (otherMeasure.test(words) || isOtherDollar(words)) return null
    const currency = currencies.find(([pattern]) => pattern.test(words))
    if (!currency) return this.#multipleOfKnown(words, found)
    // "млн. долл. США / тыс. тонн": which of them is the money's?
    if (multiplesIn(words).length > 1) return null
    const [multiple] = multiplesIn(words)
    if (powerInDigits.test(multiple === 1e3 ? words.replace(/(?:^| )1?000s?(?: |$)/, ' ') : words)) return null
    // a code with an end that nobody knows ("USD_X") may be any multiple of the currency
    if (multiple === undefined && /^[A-Za-z]{3}[_ ]\S{1,3}$/.test(found)) return null
    const factor = multiple ?? 1
    return { family: currency[1], factor, found }
  }

  /** "тыс. человек": a multiple of a unit that is known by its name. */
  #multipleOfKnown(words: string, found: string): UnitReading | null {
    const parts = words.split(' ').filter((word) => word !== 'of')
    const [multiple, ...others] = multiplesIn(parts[0] ?? '')
    const unit = multiple === undefined || others.length > 0 ? undefined : this.#byName.get(parts.slice(1).join(' '))
    return multiple === undefined || unit === undefined ? null : { family: unit.family, factor: unit.factor * multiple, found }
  }

  /**
   * The unit that a longer text mentions (a title, a heading): money, per cent, or what its end says. A multiple of something that is not known
   * here (`млн. кВт·ч`) is a unit too, of a family of its own: figures in it are nobody else's. One of nothing named is of {@link OF_SOMETHING}.
   */
  mention(text: string): UnitReading | null {
    const end = text.replace(/^.*?[,(]\s*(?=[^,(]*$)/, '')
    const found = tidy(end).replace(/[).:;]+$/, '')
    const unknown = { family: `? ${fold(found)}`, factor: 1, found }
    const words = wordsOf(text)
    if (otherMeasureSaid.test(words)) return unknown
    const reading = this.read(end.includes('(') ? end : end.replace(/\)\s*$/, '')) ?? this.read(text)
    if (reading) return reading
    if (indexed.test(text)) return this.read('INDEX') ?? unknown
    if (inPercent.test(text)) return this.read('%')
    if (multipleAlone.test(fold(found))) return { family: OF_SOMETHING, factor: multiplesIn(fold(found))[0] ?? 1, found }
    return multipleOf.test(fold(found)) || isOtherDollar(words) || multiplesIn(words).length > 1 || powerOfMoney(words)
      ? unknown
      : null
  }
}

const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({
    units: 0,
    unit: 0,
    ones: 0,
    thousands: 3,
    thousand: 3,
    millions: 6,
    million: 6,
    billions: 9,
    billion: 9,
    trillions: 12,
    trillion: 12,
    hundreds: 2,
  } satisfies Readonly<Record<string, number>>),
)

/** Power of ten that a SCALE or UNIT_MULT cell means: `6`, `Millions`, `6: Millions`; null when it is neither. */
export function readScale(text: string): number | null {
  const found = tidy(text)
  if (found === '') return 0
  const code = /^-?\d{1,2}/.exec(found)?.[0]
  if (code !== undefined && /^-?\d{1,2}(?::|$)/.test(found)) return Number(code)
  const word = fold(found)
  const [multiple] = /[\s\d]/.test(word) ? [] : multiplesIn(word)
  return scales.get(word) ?? (multiple === undefined ? null : powerOfTen(multiple))
}

/** Power of ten of a factor such as 1e6; null when it is none. */
export function powerOfTen(factor: number): number | null {
  const power = Math.round(Math.log10(factor))
  return Number(`1e${power}`) === factor ? power : null
}
