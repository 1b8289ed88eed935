// Tables with areas across and periods down, as people make them in spreadsheets: "Year; Russia; China; World". A heading names an area,
// beside it perhaps the unit or the flow of its column; what names none is asked like a name in a row.

import type { ColumnRole } from '../../../electron/shared/domain/csvFile.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { type AreaReader, isSumOfRows } from '../areas.ts'
import { fault, namedIndicator, namedUnit, periodMeaning, readArea } from '../dimensions.ts'
import { roleOf } from '../headings.ts'
import type {
  AdapterContext,
  Dimension,
  Fault,
  Header,
  IndicatorRecord,
  PeriodMeaning,
  UnitMeaning,
  ValueColumn,
} from '../layout.ts'
import { directionOf } from '../oneSeries.ts'
import { FileRefusal } from '../refusal.ts'
import { tidy } from '../text/fold.ts'
import { isFigureLike } from '../text/numbers.ts'
import { type Flow, flowsOf } from '../text/saying.ts'
import { isPartOfYear, readHeadingPeriod, saysOtherThanFigures } from '../text/titlePeriods.ts'
import { isUnitText } from '../text/units.ts'
import { partsFigures } from './breakdowns.ts'
import { marksOnPeriods, meansPeriod } from './headingPeriods.ts'
import type { Title } from './tableValues.ts'

/** A column of figures whose heading names an area, or should. */
interface AreaColumn {
  readonly column: number
  readonly name: string
  /** the heading without unit and flow */
  readonly area: string
  readonly unit: string
  readonly flow: Flow | null
}

/** A table with areas across. */
export interface AreasAcross {
  readonly columns: readonly AreaColumn[]
  /** of the other columns; the one of periods has a role whatever its heading */
  readonly roles: readonly (ColumnRole | null)[]
}

/** Where an area may end and a unit or a flow begin, or the other way round. */
const seams = /,\s*|\s*[(/:]|\s+[–—-]\s+|\s+/g
const periodRoles: readonly (ColumnRole | null)[] = ['period', 'year', 'month', 'quarter']
const corner: readonly (ColumnRole | null)[] = [null, 'area', 'areaName', 'partner', 'reporter']
/** Roles that a heading with the name of an area may seem to have: "Россия, %", "Россия, экспорт". */
const mayName: readonly (ColumnRole | null)[] = [null, 'share', 'exports', 'imports', 'turnover']
/** Records that say whether a column holds periods: each line of a head may be asked whether it is a heading over all that follow. */
const MOST_LOOKED_AT = 40
/** "USD m", "US$bn" */
const moneyUnit = /^(?:usd|us\$|\$|eur|€)\s?(?:k|th|mn?|mln|bn|bln)$/i
/** Codes of two letters that people write among names. */
const usual: ReadonlySet<string> = new Set(['US', 'UK', 'EU'])

const unitAndFlow = (rest: string): Pick<AreaColumn, 'unit' | 'flow'> | null => {
  const [flow, second] = flowsOf(rest)
  if (flow === undefined || second !== undefined)
    return isUnitText(rest) || moneyUnit.test(rest) ? { unit: rest, flow: null } : null
  const unit = tidy(
    rest.replace(/[,()]/g, ' ').replace(/\S*(?:экспорт|импорт|export|import|оборот|turnover|сальдо|баланс|balance)\S*/giu, ''),
  )
  return unit === '' || isUnitText(unit) || moneyUnit.test(unit) ? { unit, flow } : null
}

function readHeading(name: string, areas: AreaReader): Omit<AreaColumn, 'column' | 'name'> | null {
  if (isUnitText(name)) return null
  const whole = areas.read(name, 'bns').kind
  if (whole !== 'unknown' && whole !== 'total') return { area: name, unit: '', flow: null }
  for (const seam of name.matchAll(seams)) {
    const parts = [name.slice(0, seam.index), name.slice(seam.index + seam[0].length)].map((part) =>
      part.replace(/\)$/, '').trim(),
    )
    for (const [area = '', rest = ''] of [parts, parts.toReversed()]) {
      const beside = rest === '' ? null : unitAndFlow(rest)
      if (beside !== null && areas.read(area, 'bns').kind !== 'unknown') return { area, ...beside }
    }
  }
  return whole === 'total' ? { area: name, unit: '', flow: null } : null
}

const isPeriodCell = (text: string): boolean => readHeadingPeriod(text).kind === 'period' || isPartOfYear(text)

/** The column of periods: called so, or of periods whatever it is called; −1 = none. */
function periodColumn({ names, sample }: Header, roles: readonly (ColumnRole | null)[], areas: AreaReader): number {
  for (const role of ['period', 'year', 'month', 'quarter'] as const) if (roles.includes(role)) return roles.indexOf(role)
  return names.findIndex((name, column) => {
    // the corner of a table is often called after what stands across
    if (!corner.includes(roles[column] ?? null) || readHeading(name, areas) !== null) return false
    // a remark stands alone in its line
    const rows = sample.slice(0, MOST_LOOKED_AT).filter((record) => record.filter((text) => tidy(text) !== '').length > 1)
    return rows.filter((record) => isPeriodCell(record[column] ?? '')).length * 2 > rows.length
  })
}

/** The areas across a table and the roles of its other columns; null when its columns are something else. */
export function areasAcross(header: Header, areas: AreaReader): AreasAcross | null {
  const { names, sample } = header
  if (names.length < 2 || names.some(meansPeriod)) return null
  const roles = names.map(roleOf)
  if (roles.includes('value')) return null
  const period = periodColumn(header, roles, areas)
  if (period < 0) return null
  const holdsFigures = (column: number): boolean =>
    sample.some((record) => tidy(record[column] ?? '') !== '' && isFigureLike(record[column] ?? ''))
  const columns = names.flatMap((name, column): readonly AreaColumn[] => {
    if (column === period || name === '' || !mayName.includes(roles[column] ?? null)) return []
    const found = readHeading(name, areas)
    if (found !== null) return [{ column, name, ...found }]
    // a share, a growth, a product: left to what is said of columns that are not read
    const other = roles[column] !== null || saysOtherThanFigures(name) || partsFigures(name) || !holdsFigures(column)
    return other ? [] : [{ column, name, area: name, unit: '', flow: null }]
  })
  const kinds = columns.map(({ area }) => areas.read(area, 'bns'))
  // a total stands in front of products as well
  const named = kinds.some((reading) =>
    reading.kind === 'area'
      ? ['country', 'group'].includes(reading.area.kind) && reading.area.code !== WORLD
      : ['ambiguous', 'historic'].includes(reading.kind),
  )
  if (!named || kinds.filter(({ kind }) => kind === 'unknown').length * 2 >= kinds.length) return null
  const taken = new Set(columns.map(({ column }) => column))
  const split = roles.includes('year') && (roles.includes('month') || roles.includes('quarter'))
  return {
    columns,
    roles: roles.map((role, column) => {
      if (column === period) return split || role === 'year' ? role : 'period'
      if (periodRoles.includes(role)) return role
      return taken.has(column) || mayName.includes(role) ? null : role
    }),
  }
}

/** The columns as values, each with its area. @throws {FileRefusal} duplicate-column */
export function valuesAcross(
  context: AdapterContext,
  { columns }: AreasAcross,
  title: Title,
  side: 'reporter' | 'partner',
): readonly ValueColumn[] {
  const { catalogue, options } = context
  const family = catalogue.indicators.get(options.indicator ?? '')?.unit.family
  const codes = columns.filter(({ area }) => /^[A-Z]{2}$/.test(area)).length
  const values: ValueColumn[] = []
  const seen = new Map<string, ValueColumn>()
  for (const { column, name, area: text, unit: said, flow } of columns) {
    const unit = said === '' ? catalogue.units.mention(context.header.below?.[column] ?? '') : unitOf(context, said)
    // GR among names is a growth as likely as Greece
    const doubtful =
      /^[A-Z]{2}$/.test(text) && !usual.has(text) && codes * 2 < columns.length && options.areas?.[text] === undefined
    const area =
      side === 'reporter' && isSumOfRows(text)
        ? fault('totals-row', name, name)
        : doubtful
          ? fault('unknown-area', name, name)
          : readArea(context, text, name, 'bns')
    const indicator = flow === null ? undefined : flowIndicator(context, flow, name, (unit ?? title.unit)?.family)
    const one: ValueColumn = {
      column,
      name,
      area,
      ...(unit === null ? {} : { unit }),
      ...(indicator === undefined ? {} : { indicator }),
    }
    const key = typeof area === 'string' ? `${area} ${flow ?? ''}` : ''
    const before = key === '' ? undefined : seen.get(key)
    if (before !== undefined) {
      const [mine, its] = [one, before].map((it) => it.unit === undefined || it.unit.family === family)
      if (family === undefined || mine === its) throw sameArea(before.name, name)
      if (its) continue
      values.splice(values.indexOf(before), 1)
    }
    seen.set(key, one)
    values.push(one)
  }
  return values
}

const unitOf = ({ catalogue }: AdapterContext, text: string): UnitMeaning =>
  catalogue.units.mention(text) ?? { family: `? ${text}`, factor: 1, found: text }

/** What a column of one flow is about: the user's indicator where that is of this flow, else, where none is named, the store's own. */
function flowIndicator(
  context: AdapterContext,
  flow: Flow,
  name: string,
  family: string | undefined,
): IndicatorRecord | Fault | undefined {
  const { indicator } = context.options
  if (indicator !== undefined) return directionOf(indicator) === flow ? undefined : fault('unmapped-flow', name, name)
  if (flow === 'other') return fault('unmapped-flow', name, name)
  const money = (family ?? namedUnit(context)?.family ?? 'usd').toLowerCase()
  return namedIndicator(context, `trade.${flow}_${money}_m`)
}

const sameArea = (before: string, name: string): FileRefusal =>
  new FileRefusal('duplicate-column', `The columns "${before}" and "${name}" are the same country.`, null, null, {
    kind: 'column-twice',
    text: name,
  })

/** Countries in a column beside countries in the headings: nothing tells who reports. */
export const twoOfAreas = (name: string): FileRefusal =>
  new FileRefusal(
    'unknown-layout',
    `The column "${name}" and the headings name countries. Which of them report? Call the column reporter or partner.`,
    null,
    null,
    { kind: 'headings', text: name },
  )

/** Periods of a column as their publisher marks them: "2023*", "2023 (предв.)", and months below the one year that the title names. */
export function periodsDown({ header }: AdapterContext, column: number, title: Title): Dimension<PeriodMeaning> {
  const heading = header.names[column] ?? null
  // a line that says a year holds for the months below it, and not the title
  const said = header.sample.some((record) => /(?:19|20)\d\d/.test(record[column] ?? ''))
  const year = said ? null : title.year
  return {
    columns: [column],
    read: ([text = '']) => {
      if (isSumOfRows(text)) return fault('totals-row', heading, text)
      return periodMeaning(readHeadingPeriod(year !== null && isPartOfYear(text) ? `${text} ${year}` : text), heading, text)
    },
  }
}

/** Marks on periods down a table are told as those across it. */
export const marksDown = ({ header }: AdapterContext, column: number): ReturnType<typeof marksOnPeriods> =>
  marksOnPeriods(
    header.sample.flatMap((record): readonly ValueColumn[] => {
      const name = tidy(record[column] ?? '')
      const reading = readHeadingPeriod(name)
      if (reading.kind === 'bad') return []
      return [{ column, name, period: periodMeaning(reading, null, name) }]
    }),
  )
