import { Columns } from '../columns.ts'
import { areaDimension, fault, foreignIndicator, namedSides, namedUnit, periodMeaning } from '../dimensions.ts'
import type {
  AdapterContext,
  CsvAdapter,
  Dimension,
  Fault,
  IndicatorRecord,
  Layout,
  UnitMeaning,
  ValueColumn,
} from '../layout.ts'
import { type Direction, directionOf } from '../oneSeries.ts'
import { FileRefusal } from '../refusal.ts'
import { readPeriod } from '../text/periods.ts'
import { resemblesPeriod } from '../text/titlePeriods.ts'
import { besideSaid } from '../unitSaid.ts'
import { columnsNotRead } from './notRead.ts'

/** Codes of the World Bank that have an indicator of ours. */
export const known: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'NY.GDP.MKTP.CD': 'macro.gdp_usd_m',
    'SP.POP.TOTL': 'macro.population',
    'CC.EST': 'governance.control_of_corruption',
  } satisfies Readonly<Record<string, string>>),
)

/** Columns whose headings are periods. Two headings of one period are a duplicate. @throws {FileRefusal} duplicate-column */
export function periodColumns(names: readonly string[], skip: ReadonlySet<number>): readonly ValueColumn[] {
  const seen = new Map<number, string>()
  return names.flatMap((name, column): readonly ValueColumn[] => {
    if (skip.has(column)) return []
    const reading = readPeriod(name)
    if (reading.kind === 'bad') return resemblesPeriod(name) ? [{ column, name, period: fault('bad-period', name, name) }] : []
    const key = reading.code * 2 + (reading.cumulative ? 1 : 0)
    const before = seen.get(key)
    if (before !== undefined)
      throw new FileRefusal('duplicate-column', `The columns "${before}" and "${name}" are the same period.`, null, null, {
        kind: 'column-twice',
        text: name,
      })
    seen.set(key, name)
    const period = periodMeaning(reading, name, name)
    return [{ column, name, period }]
  })
}

/** Words that make a currency or a count another measure. */
const otherMeasure = /\b(?:constant|ppp|lcu|local currency|international (?:\$|dollars?)|per capita)/i
/** Words in brackets that say how a figure was made, not in what it is counted. */
const noUnit = /^(?:(?:modeled|national|harmonized|hypothetical|provisional)\b.*|estimate|total|index)$/i

/**
 * Unit that an indicator's name says in brackets at its end: "(current US$)", "(% of GDP)". A multiple of what is not known here is nobody
 * else's; other words are told, for they may be a unit.
 */
export function unitOfText({ catalogue }: AdapterContext, text: string): UnitMeaning | null {
  const bracket = /\(([^()]*)\)[^()]*$/.exec(text)?.[1]?.trim() ?? ''
  if (/%/.test(bracket)) return catalogue.units.read('PCT')
  if (otherMeasure.test(text)) return { family: `? ${bracket}`, factor: 1, found: text }
  if (bracket === '' || noUnit.test(bracket)) return null
  const said = catalogue.units.read(bracket) ?? catalogue.units.mention(bracket)
  return said ?? { family: '', factor: 1, found: bracket, doubt: 'unknown' }
}

/** Unit that the end of a code says, for tables without the names: `.CD` is dollars of the day, `.ZS` and `.ZG` are per cent. */
function unitOfCode({ catalogue }: AdapterContext, code: string): UnitMeaning | null {
  if (code === 'SP.POP.TOTL') return catalogue.units.read('PERSONS')
  if (/\.CD(?:\.|$)/.test(code)) return catalogue.units.read('USD')
  if (/\.(?:ZS|ZG)$/.test(code)) return catalogue.units.read('PCT')
  return /\.(?:KD|KN|CN|PP|KU|CU)(?:\.|$)/.test(code) ? { family: `? ${code}`, factor: 1, found: code } : null
}

/** The unit of each record by the name of its indicator, or where there is none by its code. */
export function unitOfSeries(context: AdapterContext, series: number, name: number): Dimension<UnitMeaning | null> {
  const named = namedUnit(context)
  const columns = name < 0 ? [series] : [series, name]
  return {
    columns,
    read: ([code = '', text = '']): UnitMeaning | null | Fault => {
      const said = text.trim() === '' ? unitOfCode(context, code.trim()) : unitOfText(context, text)
      if (named !== undefined) return besideSaid(named, said)
      // a code of other series says none, and the report tells it
      if (said === null && text.trim() === '') return { family: '', factor: 1, found: '', doubt: 'unsaid' }
      return said?.family.startsWith('?')
        ? fault('unit-mismatch', context.header.names[name < 0 ? series : name] ?? null, text || code)
        : said
    },
  }
}

/** True for a code that is known to be another indicator of ours than the one named, which is one of its publisher's, too. */
export const isOtherOfOurs = (code: string, indicator: string | undefined): boolean => {
  const ours = known.get(code.trim())
  return ours !== undefined && indicator !== undefined && ours !== indicator && [...known.values()].includes(indicator)
}

/** What leaves and what enters, by the first part of a code: TX and BX, TM and BM. */
function directionOfCode(code: string): Direction | null {
  const [, word] = /^[TB]([XM])\./.exec(code.trim()) ?? []
  return word === undefined ? null : word === 'X' ? 'exports' : 'imports'
}

/** Indicators by the World Bank's codes and names. */
export function indicatorOfSeries(context: AdapterContext, series: number, name: number): Dimension<IndicatorRecord> {
  const { indicator } = context.options
  const meant = directionOf(indicator ?? '')
  const { columns, read } = foreignIndicator(
    context,
    name < 0 ? [series] : [series, name],
    ([text = '']) => known.get(text.trim()) ?? null,
  )
  return {
    columns,
    read: (texts) => {
      const [code = ''] = texts
      const direction = directionOfCode(code)
      const other = isOtherOfOurs(code, indicator) || (meant !== null && direction !== null && direction !== meant)
      return other ? fault('unknown-indicator', context.header.names[series] ?? null, code) : read(texts)
    },
  }
}

function layoutOf(format: string, nameHeading: string, codeHeading: string): (context: AdapterContext) => Layout {
  return (context) => {
    const columns = new Columns(context.header)
    const code = columns.need('Country Code')
    const country = columns.find('Country Name')
    const name = columns.find(nameHeading)
    // who took the codes out left the names
    const series = name < 0 ? columns.need(codeHeading) : columns.find(codeHeading, nameHeading)
    // debt by creditor: what is owed to one of them is not the total
    const partner = [
      columns.find('Counterpart-Area Name', 'Counterpart Area Name'),
      columns.find('Counterpart-Area Code', 'Counterpart Area Code'),
    ].filter((column) => column >= 0)
    const read = new Set([code, country, series, name, ...partner])
    const values = periodColumns(columns.names, read)
    if (values.length === 0)
      throw new FileRefusal('missing-column', 'No column is a period. A World Bank table has one column per year.', null, null, {
        kind: 'no-period-columns',
      })
    return {
      format,
      values,
      ...namedSides(context),
      reporter: areaDimension(context, country < 0 ? [code] : [code, country], 'worldbank'),
      ...(partner.length > 0 ? { partner: areaDimension(context, partner, 'worldbank') } : {}),
      indicator: indicatorOfSeries(context, series, name),
      unit: unitOfSeries(context, series, name),
      warnings: columnsNotRead(
        columns.names.filter(
          (text, column) => text !== '' && !read.has(column) && !values.some((value) => value.column === column),
        ),
      ),
      missingWords: new Set(),
      decimal: '.',
    }
  }
}

/** One record per figure: its year stands in a column. */
export const isLong = (columns: Columns): boolean =>
  columns.has('Value') && (columns.has('Time') || columns.has('Time Code') || columns.has('Year'))

/** Names of series without their codes, above columns of periods. */
const hasNames = (columns: Columns, heading: string): boolean =>
  columns.has('Country Code', heading) && columns.names.some((name) => readPeriod(name).kind === 'period')

/** World Development Indicators, one column per year. */
export const wdi: CsvAdapter = {
  id: 'wdi',
  recognise: (header) => {
    const columns = new Columns(header)
    return (
      (columns.has('Country Code', 'Indicator Code') || hasNames(columns, 'Indicator Name')) &&
      !columns.has('Attribute') &&
      !columns.has('Counterpart Country Code') &&
      !isLong(columns)
    )
  },
  layout: layoutOf('wdi', 'Indicator Name', 'Indicator Code'),
}

/** The World Bank's DataBank: `Series Code`, years as `2019 [YR2019]`, missing as `..`. */
export const databank: CsvAdapter = {
  id: 'wdi-databank',
  recognise: (header) => {
    const columns = new Columns(header)
    return (columns.has('Country Code', 'Series Code') || hasNames(columns, 'Series Name')) && !isLong(columns)
  },
  layout: layoutOf('wdi-databank', 'Series Name', 'Series Code'),
}
