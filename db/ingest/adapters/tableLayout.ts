// Tables of no particular publisher: colleagues' long and wide tables, sheets of Russian and Kazakh offices. What the headings do not
// say is taken from the lines above them or from the options; what nobody says is asked, never assumed.

import type { ColumnRole } from '../../../electron/shared/domain/csvFile.ts'
import { duplicate, missing } from '../columns.ts'
import {
  constant,
  eachPeriod,
  fault,
  foreignIndicator,
  indicatorDimension,
  namedIndicator,
  noteDimension,
  periodDimension,
  scaleDimension,
  sinceJanuary,
  splitPeriodDimension,
  textDimension,
  unitDimension,
} from '../dimensions.ts'
import { statusDimension } from '../flags.ts'
import { roleOf } from '../headings.ts'
import {
  type AdapterContext,
  type Dimension,
  type Header,
  isFault,
  type Layout,
  type PeriodMeaning,
  type UnitMeaning,
  type ValueColumn,
} from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import { dayDimension } from '../releaseDay.ts'
import { tidy } from '../text/fold.ts'
import { isFigureLike, missingWords } from '../text/numbers.ts'
import { readPeriod } from '../text/periods.ts'
import { inPartOfYear } from '../text/saying.ts'
import { type AreasAcross, marksDown, periodsDown, valuesAcross } from './areasAcross.ts'
import { breakdownsOf } from './breakdowns.ts'
import { marksOnPeriods, saysPeriod } from './headingPeriods.ts'
import { columnsNotRead } from './notRead.ts'
import { sidesOf } from './tableSides.ts'
import { refuseNameless, type Title, titleOf, unitFor, unitOtherwise, valueColumns } from './tableValues.ts'
import { asAreas } from './traders.ts'

export const hasCyrillic = /\p{Script=Cyrillic}/u

export const noWords: ReadonlySet<string> = new Set(missingWords.none)

export const officeWords: ReadonlySet<string> = new Set(missingWords.office)

/**
 * Roles of the columns; a column without a heading holds areas when most of its texts are areas, and the only column of figures beside a
 * column of countries and one of periods holds the figures, whatever they are called ("Population").
 */
export function rolesOf(header: Header, catalogue: AdapterContext['catalogue'] | null): readonly (ColumnRole | null)[] {
  const said = asAreas(
    header.names,
    header.names.map((name) => (saysPeriod(name) ? null : roleOf(name))),
  )
  const lone = loneFigures(header, said)
  const roles = said.map((role, column) => (column === lone ? 'value' : role))
  const named = roles.some((role) => role === 'area' || role === 'areaName' || role === 'reporter' || role === 'partner')
  if (named || catalogue === null) return roles
  return roles.map((role, column) =>
    role === null && !saysPeriod(header.names[column] ?? '') && mostlyAreas(header, column, catalogue) ? 'area' : role,
  )
}

const whose: readonly (ColumnRole | null)[] = ['area', 'areaName', 'reporter', 'partner']
const figureRoles: readonly (ColumnRole | null)[] = ['value', 'exports', 'imports', 'turnover', 'share']

/** The one column of figures under a heading that is not known, where the table lacks nothing else; -1 = there is none. */
function loneFigures({ names, sample }: Header, roles: readonly (ColumnRole | null)[]): number {
  const isLong = roles.some((role) => role === 'period' || role === 'year') && roles.some((role) => whose.includes(role))
  if (!isLong || roles.some((role) => figureRoles.includes(role)) || names.some(saysPeriod)) return -1
  const columns = names.flatMap((name, column) => {
    const cells = sample.filter((record) => record.length >= names.length).map((record) => record[column] ?? '')
    const holds = cells.every(isFigureLike) && cells.some((cell) => /\d/.test(cell))
    return name !== '' && roles[column] === null && holds ? [column] : []
  })
  return columns.length === 1 ? (columns[0] ?? -1) : -1
}

function mostlyAreas(header: Header, column: number, catalogue: AdapterContext['catalogue']): boolean {
  const texts = header.sample
    .map((record) => record[column] ?? '')
    .filter((text) => tidy(text) !== '' && !/^\d+$/.test(tidy(text)))
  const areas = texts.filter((text) => catalogue.areas.read(text, 'bns').kind !== 'unknown')
  return texts.length > 0 && areas.length * 2 > texts.length
}

/** A reading of the table by the roles of its columns. @throws {FileRefusal} with the question that nothing in the file answers */
export function tableLayout(
  context: AdapterContext,
  roles: readonly (ColumnRole | null)[],
  format: string,
  said: {
    /** columns of figures, where a profile says more of them than their role */
    readonly values?: readonly ValueColumn[] | null
    /** the period of the whole file */
    readonly period?: string | null
    /** areas in the headings */
    readonly across?: AreasAcross | null
  } = {},
): Layout {
  const { header } = context
  const column = (...wanted: readonly ColumnRole[]): number => roles.findIndex((role) => role !== null && wanted.includes(role))
  for (const role of ['indicator', 'reporter', 'partner', 'period', 'year', 'value'] as const) {
    if (role === 'value' && said.values) continue
    const places = roles.flatMap((found, place) => (found === role ? [place] : []))
    if (places.length > 1) throw duplicate(header.names[places[1] ?? 0] ?? role)
  }
  const title = said.period ? { ...titleOf(context), period: namedPeriod(said.period) } : titleOf(context)
  const cyrillic = header.names.some((name) => hasCyrillic.test(name))
  // a mapping says of every column what it is for
  const across = said.across ?? null
  const down = across === null ? -1 : column('period', 'year')
  if (!format.startsWith('profile-')) refuseNameless(header, down)
  const acrossSides = across === null ? null : sidesOf(context, column, title, cyrillic, true)
  const values =
    said.values ??
    (across === null
      ? valueColumns(context, roles, title)
      : valuesAcross(context, across, title, acrossSides?.across ?? 'partner'))
  const period = periodOf(context, column, values, title, down)
  const sides = acrossSides ?? sidesOf(context, column, title, cyrillic, false)
  // a column of the other flow says nothing of the others' products
  const meant = across === null ? values : values.filter(({ indicator }) => !isFault(indicator))
  const breakdowns = breakdownsOf(context, roles, meant)
  const unit = column('unit')
  const withUnits = values.map((value) => unitFor(context, value, unit >= 0, title))
  // a column of units says more than the heading of the only column of figures
  const heading = unit >= 0 && withUnits.length === 1 && !format.startsWith('profile-') ? withUnits[0]?.unit : undefined
  const [scale, source, status, note] = [column('scale'), column('source'), column('status'), column('note')]
  const vintage = column('vintage')
  return {
    format,
    values: heading === undefined ? withUnits : withUnits.map(({ unit: _unit, ...value }) => value),
    ...(period ? { period: titled(period, title) } : {}),
    ...sides,
    ...breakdowns,
    ...indicatorOf(context, column, values),
    ...(unit < 0
      ? unitInNames(context, column('indicatorName'))
      : { unit: heading === undefined ? unitDimension(context, unit) : besideHeading(context, unit, heading) }),
    ...(scale < 0 ? {} : { scale: scaleDimension(context, scale) }),
    ...(source < 0 ? {} : { source: textDimension(source) }),
    ...(status < 0 ? {} : { status: statusDimension(status) }),
    ...(note < 0 ? {} : { note: noteDimension(note) }),
    ...(vintage < 0 ? {} : { vintage: dayDimension(vintage) }),
    missingWords: cyrillic ? officeWords : noWords,
    warnings: [
      ...(format.startsWith('profile-') ? [] : figuresTaken(header, values)),
      ...leftOut(header, roles, [...values.map((value) => value.column), ...(breakdowns.filter?.columns ?? [])]),
      ...(unit < 0 ? unitOtherwise(context, title) : []),
      ...(down < 0 ? marksOnPeriods(values) : marksDown(context, down)),
    ],
  }
}

/** "Импорт, тыс. долл. США" in a column of names says the unit of its record. */
function unitInNames({ header, catalogue }: AdapterContext, column: number): Pick<Layout, 'unit'> {
  const read = ([text = '']: readonly string[]): UnitMeaning | null => catalogue.units.mention(text)
  return column >= 0 && header.sample.some((record) => read([record[column] ?? '']) !== null)
    ? { unit: { columns: [column], read } }
    : {}
}

/** Periods of a column as the title over all of them says. */
function titled(period: Dimension<PeriodMeaning>, { sinceJanuary: counted, part }: Title): Dimension<PeriodMeaning> {
  if (period.columns.length === 0) return period
  if (counted) return sinceJanuary(period)
  return part === null || period.columns.length > 1
    ? period
    : eachPeriod(period, (one, text) => inPartOfYear(one, part.name) ?? fault('bad-period', null, `${text} (${part.name})`))
}

/** The unit of each record beside that of the heading: what the one leaves open the other says, and where they differ nobody knows. */
function besideHeading(context: AdapterContext, column: number, heading: UnitMeaning): Dimension<UnitMeaning | null> {
  const { columns, read } = unitDimension(context, column)
  return {
    columns,
    read: (texts) => {
      const said = read(texts)
      if (said === null || isFault(said)) return said ?? heading
      const differ = said.factor !== heading.factor && said.factor !== 1 && heading.factor !== 1
      if (said.family !== heading.family || differ)
        return fault('unit-mismatch', context.header.names[column] ?? null, said.found)
      return said.factor === 1 ? heading : said
    },
  }
}

const namedPeriod = (text: string): PeriodMeaning => {
  const reading = readPeriod(text)
  if (reading.kind === 'bad')
    throw new FileRefusal('unknown-layout', `"${text}" is no period.`, null, null, { kind: 'option', text })
  return { code: reading.code, cumulative: reading.cumulative, preliminary: reading.preliminary }
}

function periodOf(
  context: AdapterContext,
  column: (...wanted: readonly ColumnRole[]) => number,
  values: readonly ValueColumn[],
  title: Title,
  down: number,
): Dimension<PeriodMeaning> | undefined {
  if (values.every((value) => value.period !== undefined)) return undefined
  const [period, year, month, quarter] = [column('period'), column('year'), column('month'), column('quarter')]
  if (down >= 0 && month < 0 && quarter < 0) return periodsDown(context, down, title)
  if (period >= 0) return periodDimension(context, period)
  if (year >= 0 && month >= 0) return splitPeriodDimension(context, year, month, 'month')
  if (year >= 0 && quarter >= 0) return splitPeriodDimension(context, year, quarter, 'quarter')
  if (year >= 0) return periodDimension(context, year)
  if (title.period) return constant(title.period)
  throw missing('period')
}

function indicatorOf(
  context: AdapterContext,
  column: (...wanted: readonly ColumnRole[]) => number,
  values: readonly ValueColumn[],
): Pick<Layout, 'indicator'> {
  if (values.every((value) => value.indicator !== undefined)) return {}
  const place = column('indicator') >= 0 ? column('indicator') : column('indicatorName')
  if (place >= 0 && column('indicator') >= 0) return { indicator: indicatorDimension(context, place) }
  // of several names in a column the named indicator stands for one
  if (context.options.indicator !== undefined)
    return {
      indicator: place >= 0 ? foreignIndicator(context, [place]) : constant(namedIndicator(context, context.options.indicator)),
    }
  if (place >= 0) return { indicator: indicatorDimension(context, place) }
  throw missing('indicator')
}

/** The user sees from which column figures were taken where no heading says that it holds them. */
function figuresTaken({ names }: Header, values: readonly ValueColumn[]): NonNullable<Layout['warnings']> {
  const [value, other] = values
  const name = names[value?.column ?? -1] ?? ''
  if (
    value === undefined ||
    other !== undefined ||
    value.period !== undefined ||
    value.area !== undefined ||
    roleOf(name) !== null
  )
    return []
  return [
    {
      code: 'figures-taken',
      message: `The figures were taken from the column "${name}", the only one that holds any.`,
      about: [name],
    },
  ]
}

function leftOut(
  header: Header,
  roles: readonly (ColumnRole | null)[],
  read: readonly number[],
): NonNullable<Layout['warnings']> {
  const used = new Set(read)
  return columnsNotRead(
    header.names.filter(
      (name, place) =>
        name !== '' && !used.has(place) && (roles[place] === null || roles[place] === 'share' || roles[place] === 'ignored'),
    ),
  )
}
