// The World Bank's DataBank in its other orders: one record per figure, and one column per series.

import { Columns, missing } from '../columns.ts'
import { areaDimension, fault, namedIndicator, namedSides, namedUnit, periodDimension, saysOtherWay } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Dimension, Layout, ValueColumn } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import { besideSaid } from '../unitSaid.ts'
import { columnsNotRead } from './notRead.ts'
import { indicatorOfSeries, isLong, isOtherOfOurs, known, unitOfSeries, unitOfText } from './worldBank.ts'

/** "GDP (current US$) [NY.GDP.MKTP.CD]" */
const seriesHeading = /^(.*\S)\s*\[([A-Z0-9]{2,}(?:\.[A-Z0-9]+)+)\]$/

/** Column of the time. @throws {FileRefusal} missing-column */
export function timeOf(columns: Columns): number {
  const time = columns.find('Time', 'Year', 'Time Code')
  if (time < 0) throw missing('period')
  return time
}

/** Debt by creditor: what is owed to one of them is not the total. */
export function counterpartOf(context: AdapterContext, columns: Columns): Dimension<string> | undefined {
  const found = [
    columns.find('Counterpart-Area Name', 'Counterpart Area Name'),
    columns.find('Counterpart-Area Code', 'Counterpart Area Code'),
  ].filter((column) => column >= 0)
  return found.length === 0 ? undefined : areaDimension(context, found, 'worldbank')
}

const common = (
  context: AdapterContext,
  columns: Columns,
): Pick<Layout, 'reporter' | 'partner' | 'period' | 'missingWords' | 'decimal'> => {
  const area = [columns.find('Country Code'), columns.find('Country Name')].filter((column) => column >= 0)
  const partner = counterpartOf(context, columns)
  if (area.length === 0) throw missing('Country Code')
  return {
    ...namedSides(context),
    reporter: areaDimension(context, area, 'worldbank'),
    ...(partner === undefined ? {} : { partner }),
    period: periodDimension(context, timeOf(columns)),
    missingWords: new Set(),
    decimal: '.',
  }
}

/** One record per figure. */
export const databankLong: CsvAdapter = {
  id: 'wdi-long',
  recognise: (header) => {
    const columns = new Columns(header)
    return columns.has('Country Code') && (columns.has('Series Code') || columns.has('Indicator Code')) && isLong(columns)
  },
  layout: (context) => {
    const columns = new Columns(context.header)
    const [series, name] = [columns.need('Series Code', 'Indicator Code'), columns.find('Series Name', 'Indicator Name')]
    const value = columns.need('Value')
    return {
      format: 'wdi-long',
      values: [{ column: value, name: columns.name(value) }],
      ...common(context, columns),
      indicator: indicatorOfSeries(context, series, name),
      unit: unitOfSeries(context, series, name),
    }
  },
}

/** One column per series, its code in brackets behind its name. */
export const databankSeries: CsvAdapter = {
  id: 'wdi-series',
  recognise: (header) => {
    const columns = new Columns(header)
    const time = columns.has('Time') || columns.has('Year') || columns.has('Time Code')
    return columns.has('Country Code') && time && header.names.some((name) => seriesHeading.test(name))
  },
  layout: (context) => {
    const { header, options } = context
    const columns = new Columns(header)
    const named = namedUnit(context)
    const found = header.names.flatMap((name, column) => {
      const [, title = '', code = ''] = seriesHeading.exec(name) ?? []
      return code === '' ? [] : [{ name, column, title, code, ours: known.get(code) }]
    })
    // of several series the one that the named indicator is
    const own = found.filter(({ ours }) => ours !== undefined && ours === options.indicator)
    const [first, second] = own.length > 0 ? own : found.filter(({ code }) => !isOtherOfOurs(code, options.indicator))
    if (options.indicator !== undefined && second !== undefined)
      throw new FileRefusal(
        'unknown-layout',
        `The file holds more than one series ("${first?.name}" and "${second.name}"), and ${options.indicator} can stand for one of them only. Which is it? Leave the others out of the file.`,
        null,
        null,
        { kind: 'several', text: `${first?.name}, ${second.name}` },
      )
    const taken =
      options.indicator === undefined ? found.filter(({ ours }) => ours !== undefined) : first === undefined ? [] : [first]
    if (taken.length === 0) throw missing(options.indicator === undefined ? 'indicator' : 'value')
    const values = taken.map(({ column, name, title, ours }): ValueColumn => {
      const said = unitOfText(context, title)
      const unit = named === undefined ? said : besideSaid(named, said)
      const code = options.indicator ?? ours ?? ''
      return {
        column,
        name,
        indicator: saysOtherWay(title, options.indicator)
          ? fault('unmapped-flow', name, name)
          : code === ''
            ? fault('unknown-indicator', name, name)
            : namedIndicator(context, code),
        ...(unit ? { unit } : {}),
      }
    })
    return {
      format: 'wdi-series',
      values,
      ...common(context, columns),
      warnings: columnsNotRead(found.filter((one) => !taken.includes(one)).map(({ name }) => name)),
    }
  },
}
