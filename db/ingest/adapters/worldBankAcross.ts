// The World Bank's DataBank with countries as columns: "Series Name, Series Code, Time, Time Code, Kazakhstan [KAZ], World [WLD]".

import { Columns } from '../columns.ts'
import { namedSides, periodDimension, readArea } from '../dimensions.ts'
import { type CsvAdapter, isFault, type ValueColumn } from '../layout.ts'
import { tidy } from '../text/fold.ts'
import { isFigureLike } from '../text/numbers.ts'
import { columnsNotRead } from './notRead.ts'
import { indicatorOfSeries, unitOfSeries } from './worldBank.ts'
import { counterpartOf, timeOf } from './worldBankLong.ts'

/** "Kazakhstan [KAZ]" */
const countryHeading = /^(.*\S)\s*\[([A-Z][A-Z0-9]{2})\]$/

/** One column per country, its code in brackets behind its name. */
export const databankCountries: CsvAdapter = {
  id: 'wdi-countries',
  recognise: (header) => {
    const columns = new Columns(header)
    const series = columns.has('Series Code') || columns.has('Series Name')
    const time = columns.has('Time') || columns.has('Year') || columns.has('Time Code')
    return series && time && !columns.has('Country Code') && header.names.some((name) => countryHeading.test(name))
  },
  layout: (context) => {
    const { header } = context
    const columns = new Columns(header)
    const name = columns.find('Series Name')
    const series = name < 0 ? columns.need('Series Code') : columns.find('Series Code', 'Series Name')
    const partner = counterpartOf(context, columns)
    const { partner: named, reporter: _reporter, ...sides } = namedSides(context)
    const values = header.names.flatMap((heading, column): readonly ValueColumn[] => {
      const [, country = '', code = ''] = countryHeading.exec(heading) ?? []
      if (code === '') return []
      // aggregates of the World Bank have codes that are not known here, and names that may be
      const areas = [code, country].map((text) => readArea(context, text, heading, 'worldbank'))
      return [
        { column, name: heading, area: areas.find((area) => !isFault(area)) ?? readArea(context, country, heading, 'worldbank') },
      ]
    })
    const known = new Set([
      name,
      series,
      ...['Time', 'Year', 'Time Code'].map((heading) => columns.find(heading)),
      ...(partner?.columns ?? []),
    ])
    const read = new Set([...known, ...values.map(({ column }) => column)])
    return {
      format: 'wdi-countries',
      values,
      across: 'reporter',
      ...sides,
      ...(partner !== undefined ? { partner } : named === undefined ? {} : { partner: named }),
      period: periodDimension(context, timeOf(columns)),
      indicator: indicatorOfSeries(context, series, name),
      unit: unitOfSeries(context, series, name),
      warnings: columnsNotRead(
        header.names.filter(
          (text, column) =>
            text !== '' &&
            !read.has(column) &&
            header.sample.some((record) => tidy(record[column] ?? '') !== '' && isFigureLike(record[column] ?? '')),
        ),
      ),
      missingWords: new Set(),
      decimal: '.',
    }
  },
}
