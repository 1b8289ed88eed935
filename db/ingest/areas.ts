import { NO_PARTNER, WORLD } from '../../electron/shared/domain/observation.ts'
import { fold, lookAlikes, tidy } from './text/fold.ts'

export type AreaKind = 'country' | 'group' | 'special' | 'historic'

/** An area as the store knows it. */
export interface AreaRecord {
  readonly id: number
  readonly code: string
  readonly kind: AreaKind
  readonly iso2: string | null
  readonly m49: string | null
  readonly comtrade: string | null
  readonly imf: string | null
  readonly names: readonly string[]
}

/** One more name or code of an area; without an area it names several, which are its candidates. */
export interface AreaAlias {
  readonly alias: string
  readonly area: string | null
  /** codes, separated by spaces, commas or semicolons */
  readonly candidates: string
  /** publisher that alone uses it so; empty = everyone */
  readonly publisher: string
}

/** Whose codes a column uses, where they differ from everyone's; `own`: written by Multivector itself, where a state that is no more keeps its figures. */
export type AreaSystem = '' | 'own' | 'comtrade' | 'imf' | 'wits' | 'worldbank' | 'eurostat' | 'owid' | 'bns'

export type AreaReading =
  | { readonly kind: 'area'; readonly area: AreaRecord }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** a state that is no more: its figure belongs to none of today's */
  | { readonly kind: 'historic'; readonly area: AreaRecord }
  /** a total or a group that the store has no area for */
  | { readonly kind: 'total' }
  | { readonly kind: 'unknown' }

/** Words for the total of a table, folded, in three languages. */
const worldWords = new Set(
  [
    'Всего',
    'Итого',
    'Общий итог',
    'Все страны',
    'Весь мир',
    'World',
    'Total',
    'Grand total',
    'All countries',
    'All partners',
    'World total',
    'Барлығы',
    'Жиыны',
    'Барлық елдер',
    'Әлем',
    'Всего по странам',
    'Итого по странам',
    'Итого по всем странам',
    'Всего по всем странам',
    'По всем странам',
    'Все страны мира',
    'Барлық елдер бойынша',
    'Total, all partners',
    'Всего: ',
  ].map(fold),
)
/** Words that begin the name of a group or of a part of a table, folded. */
const groupWords =
  /^(?:в том числе|в т ч|из них|оның ішінде|соның ішінде|of which|including|остальные|прочие|другие|other|others|rest of|страны|countries|group of|всего|итого|total|sub ?total|барлығы|жиыны|ел(?:дер|дері)|қалған|басқа|developing|developed|income|region)(?: |$)/

/** Words for the sum of a table's rows, folded: of the partners it is the world, of the reporters it is nobody's figure. */
const sumWords = new Set(
  [
    'Всего',
    'Итого',
    'Общий итог',
    'Всего по странам',
    'Итого по странам',
    'Итого по всем странам',
    'Всего по всем странам',
    'Подытог',
    'Total',
    'Grand total',
    'Subtotal',
    'Sub-total',
    'Sum',
    'Барлығы',
    'Жиыны',
    'Барлығы, елдер бойынша',
  ].map(fold),
)

/** True when a text names the sum of a table's rows. */
export const isSumOfRows = (text: string): boolean => sumWords.has(fold(text))

const codeSplit = /[\s,;|]+/
const plainCode = /^[A-Z]{3}$/
/** A name that may fold to three letters: "UAE", "U.K." */
const mayBeCode = /^[\x20-\x7e]{1,5}$/
const MOST_LOOK_ALIKES = 50

/**
 * Recognises areas by ISO codes, M49, the codes of Comtrade and the IMF, and names in English, Russian and Kazakh, whatever the case,
 * diacritics, punctuation or, in a name, look-alike letters. What names several areas is told apart from what names none.
 */
export class AreaReader {
  readonly #byCode = new Map<string, AreaRecord>()
  readonly #iso2 = new Map<string, AreaRecord>()
  readonly #m49 = new Map<number, AreaRecord>()
  readonly #comtrade = new Map<number, AreaRecord>()
  readonly #imf = new Map<number, AreaRecord>()
  readonly #answers = new Map<string, AreaRecord>()
  readonly #areas: readonly AreaRecord[]
  readonly #aliases: readonly AreaAlias[]
  /** publisher → folded name → codes it may mean; made for the first text that is no plain code: folding thousands of names takes its time */
  #names: Map<string, Map<string, Set<string>>> | null = null
  /** folded names of everyone that may be written like a code, "UAE", but for those of the very area with that code */
  readonly #likeCodes: ReadonlySet<string>
  /**
   * Texts with look-alikes of other letters, as long as there are few. A name was read all the same, for no other name looks like it; a code
   * was not: СА in Russian letters may stand for Saudi Arabia, and CA is Canada.
   */
  readonly lookAlikes: { readonly text: string; readonly code: string; readonly taken: boolean }[] = []

  constructor(areas: readonly AreaRecord[], aliases: readonly AreaAlias[]) {
    this.#areas = areas
    this.#aliases = aliases
    const names = [
      ...aliases.filter(({ publisher }) => publisher === '').map(({ alias, area }) => ({ name: alias, code: area })),
      ...areas.flatMap((area) => area.names.map((name) => ({ name, code: area.code }))),
    ]
    const short = names.filter(({ name }) => mayBeCode.test(name)).map(({ name, code }) => ({ folded: fold(name), code }))
    this.#likeCodes = new Set(short.filter(({ folded, code }) => folded.toUpperCase() !== code).map(({ folded }) => folded))
    for (const area of areas) {
      this.#byCode.set(area.code.toUpperCase(), area)
      if (area.iso2) this.#iso2.set(area.iso2.toUpperCase(), area)
      if (area.m49 && /^\d+$/.test(area.m49)) this.#m49.set(Number(area.m49), area)
      for (const code of (area.comtrade ?? '').split(codeSplit)) if (/^\d+$/.test(code)) this.#comtrade.set(Number(code), area)
      for (const code of (area.imf ?? '').split(codeSplit)) if (/^\d+$/.test(code)) this.#imf.set(Number(code), area)
    }
  }

  /** What the user said that texts mean. @param answers texts of the file → codes of areas */
  answer(answers: Readonly<Record<string, string>>): void {
    for (const [text, code] of Object.entries(answers)) {
      const area = this.#byCode.get(code.toUpperCase())
      if (area) this.#answers.set(fold(text), area)
    }
  }

  /** The area with one of our own codes. */
  byCode(code: string): AreaRecord | undefined {
    return this.#byCode.get(code.toUpperCase())
  }

  /** @param system whose numeric codes and special names apply */
  read(text: string, system: AreaSystem = ''): AreaReading {
    const found = tidy(text)
    if (found === '') return { kind: 'unknown' }
    const answered = this.#answers.size === 0 ? undefined : this.#answers.get(fold(found))
    if (answered) return { kind: 'area', area: answered }
    const own = system === 'own' ? this.#byCode.get(found) : undefined
    if (own) return { kind: 'area', area: own }
    if (system === '' && plainCode.test(found) && !this.#likeCodes.has(found.toLowerCase())) {
      const area = this.#byCode.get(found)
      if (area) return known(area)
    }
    const special = this.#byName(system, fold(found))
    if (special) return special
    const upper = found.toUpperCase()
    const exact = this.#byCode.get(upper) ?? this.#iso2.get(upper)
    if (exact) return known(exact)
    if (/^\d{1,4}$/.test(found)) return this.#number(Number(found), system)
    if (/^G\d{3}$/.test(upper) && system === 'imf') return this.#number(Number(upper.slice(1)), 'imf')
    const folded = fold(found)
    const named = this.#byName('', folded)
    if (named) return named
    for (const spelling of lookAlikes(folded)) {
      const code = this.#byCode.get(spelling.toUpperCase()) ?? this.#iso2.get(spelling.toUpperCase())
      const reading = code ? known(code) : this.#byName('', spelling)
      if (reading?.kind === 'area') {
        if (this.lookAlikes.length < MOST_LOOK_ALIKES && !this.lookAlikes.some(({ text: known }) => known === found))
          this.lookAlikes.push({ text: found, code: reading.area.code, taken: code === undefined })
        if (code !== undefined) return { kind: 'unknown' }
      }
      if (reading) return reading
    }
    const other = this.#otherSpelling(text, found, system)
    if (other) return other
    if (worldWords.has(folded)) {
      const world = this.#byCode.get(WORLD)
      return world ? known(world) : { kind: 'total' }
    }
    return groupWords.test(folded) ? { kind: 'total' } : { kind: 'unknown' }
  }

  /** A name with a footnote sign behind it, or the same name in two languages, one below the other. */
  #otherSpelling(text: string, found: string, system: AreaSystem): AreaReading | null {
    const bare = found.replace(footnote, '').replace(tail, '').trimEnd()
    if (bare !== found && bare !== '') return knownOnly(this.read(bare, system))
    const parts = text.split(/[\r\n/]+/).filter((part) => tidy(part) !== '')
    if (parts.length < 2 || parts.length > 3) return null
    const readings = parts.map((part) => this.read(part, system))
    const [first] = readings
    const same = readings.every((one) => one.kind === 'area' && first?.kind === 'area' && one.area === first.area)
    return same ? (first ?? null) : null
  }

  #number(code: number, system: AreaSystem): AreaReading {
    if (system === 'imf') return readingOf(this.#imf.get(code))
    if (system === 'comtrade') return readingOf(this.#comtrade.get(code) ?? this.#m49.get(code))
    const candidates = new Set([this.#m49.get(code), this.#comtrade.get(code)].filter((area) => area !== undefined))
    const [first] = candidates
    if (candidates.size > 1) return { kind: 'ambiguous', candidates: [...candidates].map((area) => area.code) }
    return readingOf(first)
  }

  #byName(publisher: string, folded: string): AreaReading | null {
    this.#names ??= namesOf(this.#areas, this.#aliases)
    const codes = this.#names.get(publisher)?.get(folded)
    if (!codes) return null
    const areas = [...codes].map((code) => this.#byCode.get(code.toUpperCase())).filter((area) => area !== undefined)
    const [first] = areas
    if (first === undefined) return null
    return areas.length > 1 ? { kind: 'ambiguous', candidates: areas.map((area) => area.code) } : known(first)
  }
}

/** Names by publisher, folded, with the codes that each may mean; an area's own names yield to an alias that says they are ambiguous. */
function namesOf(areas: readonly AreaRecord[], aliases: readonly AreaAlias[]): Map<string, Map<string, Set<string>>> {
  const everyone = new Map<string, Set<string>>()
  const names = new Map([['', everyone]])
  const add = (among: Map<string, Set<string>>, folded: string, code: string): void => {
    const codes = among.get(folded)
    if (codes === undefined) among.set(folded, new Set([code]))
    else codes.add(code)
  }
  for (const { alias, area, candidates, publisher } of aliases) {
    const among = names.get(publisher) ?? new Map<string, Set<string>>()
    names.set(publisher, among)
    const codes = area ? [area] : candidates.split(codeSplit).filter((code) => code !== '')
    const folded = fold(alias)
    for (const code of codes) add(among, folded, code)
  }
  for (const { names: own, code } of areas)
    for (const name of own) {
      const folded = fold(name)
      if (folded !== '' && !everyone.has(folded)) add(everyone, folded, code)
    }
  return names
}

/** Signs of a footnote behind a name: `Китай¹`, `China*`, `Китай 1)`. */
const footnote = /(?:[\u00b9\u00b2\u00b3\u2070-\u2079*†‡]+|\s*\d\))$/
/** What stands behind the name of a group above its parts: "ЕАЭС, в том числе:", "Страны СНГ – всего". */
const tail =
  /\s*(?:[,:(–—-]\s*)?(?<=[\s,:(–—-])(?:всего|итого|в том числе|в т\. ?ч\.?|из них|total|of which|барлығы|оның ішінде)\)?\s*:?$/iu
const knownOnly = (reading: AreaReading): AreaReading | null => (reading.kind === 'unknown' ? null : reading)
const known = (area: AreaRecord): AreaReading => (area.kind === 'historic' ? { kind: 'historic', area } : { kind: 'area', area })
const readingOf = (area: AreaRecord | undefined): AreaReading => (area ? known(area) : { kind: 'unknown' })

/** True when a figure about this area is a total, a group or a remainder: stored as such, never beside countries. */
export const isAggregate = (area: AreaRecord): boolean =>
  area.code !== NO_PARTNER && (area.kind === 'group' || area.kind === 'special')
