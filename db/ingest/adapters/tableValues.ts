// Which columns of a table hold figures, of what, for which period and in which unit.

import type { ColumnRole } from '../../../electron/shared/domain/csvFile.ts'
import { duplicate, missing } from '../columns.ts'
import { fault, namedIndicator, namedUnit, saysOtherWay } from '../dimensions.ts'
import { isNote, roleOf } from '../headings.ts'
import {
  type AdapterContext,
  type Header,
  isFault,
  type Layout,
  type PeriodMeaning,
  type UnitMeaning,
  type ValueColumn,
} from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import { tidy } from '../text/fold.ts'
import { readNumber } from '../text/numbers.ts'
import { countedFromJanuary, inPartOfYear, saysAmount, saysSinceJanuary, yearOf } from '../text/saying.ts'
import { aboutFigures, mentionedPeriod, type PartOfYear, partOfYear, yearsNamed } from '../text/titlePeriods.ts'
import { headingColumns } from './headingPeriods.ts'

const moneyRoles: readonly ColumnRole[] = ['exports', 'imports', 'turnover']

/** What the lines above the heading say. */
export interface Title {
  readonly text: string
  readonly period: PeriodMeaning | null
  readonly unit: UnitMeaning | null
  readonly kazakhstan: boolean
  /** each figure is counted from January on */
  readonly sinceJanuary: boolean
  /** the one year that the lines above the headings name; null = none, or several */
  readonly year: string | null
  /** the part of each year that the figures are of; null = the whole */
  readonly part: PartOfYear | null
}

/** Lines below the headings that are looked at for units. */
const UNITS_WITHIN = 3

/** What stands alone in a line between headings and figures: often the unit of them all. */
function loneBelow({ below, sample }: Header): readonly string[] {
  const lone: string[] = []
  for (const record of [...(below ? [below] : []), ...sample.slice(0, UNITS_WITHIN)]) {
    const [first, ...rest] = record.map(tidy).filter((text) => text !== '')
    if (first === undefined || rest.length > 0 || readNumber(first, '.').kind === 'number') break
    lone.push(first)
  }
  return lone
}

/** Headings of the names in the rows: "Страны (тыс. долл. США)" says the unit of the whole table. */
const isStub = (name: string, column: number): boolean => {
  const role = roleOf(name)
  return role === null ? column === 0 : stubRoles.includes(role)
}
const stubRoles: readonly ColumnRole[] = [
  'area',
  'areaName',
  'partner',
  'reporter',
  'indicator',
  'indicatorName',
  'period',
  'year',
]

/** Remarks below a table that speak of the unit of its figures: "Единица измерения: тыс. долл. США", "Note: in thousand US dollars", "* млн долл.". */
const footersOf = ({ sample }: Header): readonly string[] =>
  sample
    .map((record) => record.map(tidy).filter((text) => text !== ''))
    .flatMap(([first = '', ...rest]) => (rest.length === 0 && (saysUnits.test(first) || isUnit.test(first)) ? [first] : []))
const isUnit =
  /^(?:примечани[ея]|прим|notes?|remarks?|ескерту(?:лер)?)?[\s.:—–*()-]*(?:(?:в|in) )?(?:тыс|млн|миллион|млрд|миллиард|мың|thous|thsd|mln|million|bln|billion)/i
const saysUnits =
  /^(?:единиц|ед\.? ?изм|units?\b|unit of|өлшем бірлігі)|(?:figures|values|amounts|data|данные|значения|показатели)(?: (?:are|given|приведены|указаны|представлены))* (?:in|в) /i

/** Period, unit and country in the lines above the headings; of several periods or units the first. */
export function titleOf({ header, catalogue, options }: AdapterContext): Title {
  const cells = header.preamble
    .flat()
    .map(tidy)
    .filter((text) => text !== '')
  const titles = cells.filter((cell) => !isNote(cell)).map(aboutFigures)
  const periods = titles.map(mentionedPeriod).filter((reading) => reading.kind === 'period')
  const [period] = periods
  // what stands nearest to the figures says it
  const unitsOf = (texts: readonly string[]): readonly UnitMeaning[] =>
    texts.map((text) => catalogue.units.mention(text)).filter((unit) => unit !== null)
  const lone = unitsOf(loneBelow(header))
  const above = [...cells.filter((cell) => !saysAmount(cell)), ...header.names.filter(isStub)]
  if (lone.length === 0 && options.unit === undefined) refuseTwoMultiples(unitsOf(above))
  const units = [...lone, ...unitsOf([...cells, ...header.names.filter(isStub), ...footersOf(header)])]
  const text = cells.join(' ')
  return {
    text,
    period: period ? { code: period.code, cumulative: period.cumulative, preliminary: period.preliminary } : null,
    unit: units[0] ?? null,
    sinceJanuary: saysSinceJanuary(text),
    year: one(new Set(titles.flatMap(yearsNamed))),
    part: titles.reduce((part: PartOfYear | null, cell) => part ?? partOfYear(cell), null),
    kazakhstan: /казахстан|қазақстан|kazakhstan/i.test(text),
  }
}

/** A title in thousands over a heading in millions: nothing tells which holds. @throws {FileRefusal} missing-column */
function refuseTwoMultiples(units: readonly UnitMeaning[]): void {
  const [first] = units
  const other = units.find(
    ({ family, factor }) => family === first?.family && factor !== first.factor && factor > 1 && first.factor > 1,
  )
  if (first !== undefined && other !== undefined)
    throw new FileRefusal(
      'missing-column',
      `Above the figures stand "${first.found}" and "${other.found}". In which unit are they? Name it (--unit), or mend the file.`,
      null,
      'unit',
    )
}

const one = <T>(values: ReadonlySet<T>): T | null => (values.size === 1 ? ([...values][0] ?? null) : null)

/**
 * The columns of figures: one of values, one per period, or one per flow of money.
 *
 * @throws {FileRefusal} missing-column, duplicate-column
 */
export function valueColumns(
  context: AdapterContext,
  roles: readonly (ColumnRole | null)[],
  title: Title,
): readonly ValueColumn[] {
  const { header, options } = context
  const value = roles.indexOf('value')
  if (value >= 0) {
    const name = header.names[value] ?? ''
    // "Value of exports" is nobody's imports
    return [
      {
        column: value,
        name,
        ...(saysOtherWay(name, options.indicator) ? { indicator: fault('unmapped-flow', name, name) } : {}),
      },
    ]
  }
  const taken = new Set(roles.flatMap((role, place) => (role === null ? [] : [place])))
  const periods = headingColumns(context, taken, title.year)
  const money = roles.flatMap((role, place) => (role !== null && moneyRoles.includes(role) ? [{ role, place }] : []))
  if (periods.some(({ period }) => period !== undefined && 'code' in period) || (periods.length > 0 && money.length === 0))
    return asTitled(periods, title)
  if (money.length === 0) throw missing('value')
  const spanned = moneyByPeriod(context, money, title)
  if (spanned !== null) return spanned
  const doubled = money.find(({ role }, i) => money.findIndex((other) => other.role === role) !== i)
  if (doubled) throw duplicate(header.names[doubled.place] ?? '')
  return money.map(({ role, place }): ValueColumn => {
    const name = header.names[place] ?? ''
    const family = (context.catalogue.units.mention(name) ?? title.unit ?? namedUnit(context))?.family.toLowerCase() ?? 'usd'
    const code = `trade.${role}_${family}_m${title.period?.cumulative ? '.ytd' : ''}`
    if (money.length > 1) return { column: place, name, indicator: namedIndicator(context, code) }
    const other = saysOtherWay(name, options.indicator)
    const indicator = other ? fault('unmapped-flow', name, name) : namedIndicator(context, options.indicator ?? code)
    return { column: place, name, indicator }
  })
}

/** Periods as a title over all of them says: counted from January, or of a part of each year only. */
function asTitled(values: readonly ValueColumn[], title: Title): readonly ValueColumn[] {
  const years = values.flatMap(({ period }) => (period === undefined || isFault(period) ? [] : [yearOf(period)]))
  const { part } = title
  // "without the fourth quarter of 2021" says nothing of columns of other years
  const ofPart =
    part !== null && !years.includes(null) && (part.years.length === 0 || part.years.some((year) => years.includes(year)))
  return values.map((one) => {
    if (one.period === undefined || isFault(one.period)) return one
    if (title.sinceJanuary) return { ...one, period: countedFromJanuary(one.period) }
    if (!ofPart) return one
    return { ...one, period: inPartOfYear(one.period, part.name) ?? fault('bad-period', one.name, `${one.name} (${part.name})`) }
  })
}

/** Columns of money under headings of two lines, which say the period and the flow; null when they do not. */
function moneyByPeriod(
  { header, catalogue, options }: AdapterContext,
  money: readonly { readonly role: ColumnRole; readonly place: number }[],
  title: Title,
): readonly ValueColumn[] | null {
  const seen = new Set<string>()
  const values: ValueColumn[] = []
  for (const { role, place } of money) {
    const name = header.names[place] ?? ''
    const reading = mentionedPeriod(name)
    if (reading.kind === 'bad' || title.part !== null) return null
    const key = `${role} ${reading.code} ${reading.cumulative}`
    if (seen.has(key)) throw duplicate(name)
    seen.add(key)
    const own = catalogue.units.mention(name)
    const unit = own ?? title.unit ?? namedUnit({ catalogue, header, options })
    const code = `trade.${role}_${unit?.family.toLowerCase() ?? 'usd'}_m${reading.cumulative ? '.ytd' : ''}`
    const { kind: _kind, ...period } = reading
    values.push({ column: place, name, period, indicator: namedIndicator({ catalogue }, code), ...(own ? { unit: own } : {}) })
  }
  return values
}

/** A column of figures without a heading could be anything: a merged heading, a total. Row numbers of a program are none. @param periods column of periods */
export function refuseNameless({ names, sample }: Header, periods = -1): void {
  const rows = sample.filter((fields) => fields.length >= names.length).slice(0, 50)
  names.forEach((name, column) => {
    if (name !== '' || column === periods) return
    const texts = rows.map((fields) => tidy(fields[column] ?? ''))
    const numbered = texts.every((text, i) => text === String(Number(texts[0]) + i))
    if (texts.filter((text) => readNumber(text, '.').kind === 'number').length < 2 || numbered) return
    throw new FileRefusal(
      'missing-column',
      `Column ${column + 1} holds figures and has no heading. What are they? Write a heading above each column of figures.`,
      null,
      null,
      { kind: 'nameless', text: String(column + 1) },
    )
  })
}

/** The user's word goes before that of the lines around a table, which may be about another one; where they differ it is told. */
export function unitOtherwise(context: AdapterContext, title: Title): NonNullable<Layout['warnings']> {
  const named = namedUnit(context)
  const { unit } = title
  if (named === undefined || unit === null || (unit.family === named.family && unit.factor === named.factor)) return []
  return [
    {
      code: 'unit-otherwise',
      message: `The file says "${unit.found}", and its figures were read in ${named.found}, as you said (--unit). Is that right?`,
      about: [unit.found, named.found],
    },
  ]
}

/** The unit of a figure: said by its heading, by a column, by the title, by the user. Money without a multiple is asked for. */
export function unitFor(context: AdapterContext, value: ValueColumn, byColumn: boolean, title: Title): ValueColumn {
  if (value.unit !== undefined) return value
  const below = context.catalogue.units.mention(context.header.below?.[value.column] ?? '')
  if (below) return { ...value, unit: below }
  const heading = value.period === undefined && value.area === undefined ? context.catalogue.units.mention(value.name) : null
  if (heading) return { ...value, unit: heading }
  if (byColumn) return value
  const unit = namedUnit(context) ?? title.unit
  if (unit) return { ...value, unit }
  if (value.indicator !== undefined && 'id' in value.indicator && context.options.indicator === undefined)
    throw new FileRefusal(
      'missing-column',
      `Nothing says in which unit "${value.name}" stands: thousands or millions, of which money? Name the unit (--unit).`,
      null,
      'unit',
    )
  return value
}
