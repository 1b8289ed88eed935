import { Columns } from '../columns.ts'
import { areaDimension, fault, foreignIndicator, namedSides, namedUnit, periodMeaning } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Dimension, Fault, Layout, UnitMeaning, ValueColumn } from '../layout.ts'
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

/** The unit of each record by the name of its indicator. */
export function unitOfName(context: AdapterContext, column: number): Dimension<UnitMeaning | null> {
  const named = namedUnit(context)
  return {
    columns: [column],
    read: ([text = '']): UnitMeaning | null | Fault => {
      const said = unitOfText(context, text)
      if (named !== undefined) return besideSaid(named, said)
      return said?.family.startsWith('?') ? fault('unit-mismatch', context.header.names[column] ?? null, text) : said
    },
  }
}

function layoutOf(format: string, nameHeading: string, codeHeading: string): (context: AdapterContext) => Layout {
  return (context) => {
    const columns = new Columns(context.header)
    const code = columns.need('Country Code')
    const country = columns.find('Country Name')
    const series = columns.need(codeHeading)
    const name = columns.find(nameHeading)
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
      indicator: foreignIndicator(context, name < 0 ? [series] : [series, name], ([text = '']) => known.get(text.trim()) ?? null),
      ...(name < 0 ? {} : { unit: unitOfName(context, name) }),
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

/** World Development Indicators, one column per year. */
export const wdi: CsvAdapter = {
  id: 'wdi',
  recognise: (header) => {
    const columns = new Columns(header)
    return (
      columns.has('Country Code', 'Indicator Code') &&
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
    return columns.has('Country Code', 'Series Code') && !isLong(columns)
  },
  layout: layoutOf('wdi-databank', 'Series Name', 'Series Code'),
}
