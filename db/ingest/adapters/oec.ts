// The Observatory of Economic Complexity: trade values in US dollars, with ids such as askaz beside the names.

import { Columns, missing } from '../columns.ts'
import { namedSides, namedUnit } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Layout, UnitMeaning } from '../layout.ts'
import { directionOf } from '../oneSeries.ts'
import { FileRefusal } from '../refusal.ts'
import { besideSaid } from '../unitSaid.ts'
import { areaOf, columnsOf, type Labelled, namedSeries, periodOf } from './labelled.ts'
import { columnsNotRead } from './notRead.ts'

const dollars: UnitMeaning = { family: 'USD', factor: 1, found: 'US dollars' }
const periods = /^(?:year|quarter|month|time)$/i
/** Measures beside the value. */
const notFigures = /trade value|\b(?:share|growth|quantity|rca|pci|eci)\b/i
const places =
  /^(?:continent|country|exporter(?: (?:continent|country))?|importer(?: (?:continent|country))?|partner(?: (?:continent|country))?)$/i

function layout(context: AdapterContext): Layout {
  const { header, options } = context
  const columns = new Columns(header)
  const { names } = header
  const { indicator } = options
  const value = columns.need('Trade Value')
  const dimension = (...headings: readonly string[]): Labelled | undefined =>
    headings
      .map((heading) => ({ label: columns.find(heading), code: columns.find(`${heading} ID`) }))
      .find((one) => columnsOf(one).length > 0)
  const time = dimension('Year', 'Quarter', 'Month', 'Time')
  if (time === undefined) throw missing('period')
  if (indicator === undefined) throw missing('indicator')
  const [exporter, importer] = [dimension('Exporter Country', 'Exporter'), dimension('Importer Country', 'Importer')]
  const sides = namedSides(context)
  const other = dimension('Country', 'Partner Country', 'Partner')
  const meant = directionOf(indicator)
  if (exporter !== undefined && importer !== undefined && meant === null)
    throw new FileRefusal(
      'unknown-layout',
      `The file has exporters and importers: which of them reports ${indicator}? Name an indicator of exports or of imports.`,
      null,
      'indicator',
    )
  const [home, away] = meant === 'imports' ? [importer, exporter] : [exporter, importer]
  const reporter = home ?? (away === undefined && other !== undefined && !sides.reporter ? other : undefined)
  const partner = away ?? (home === undefined && reporter === undefined ? other : undefined)
  if (reporter === undefined && !sides.reporter) throw missing('reporter')
  const area = (one: Labelled) => areaOf(context, columnsOf(one), '')
  const unit = namedUnit(context)
  const rest = names.flatMap((name, column): readonly Labelled[] => {
    const base = name.replace(/ ID$/i, '')
    const known = name === '' || column === value || periods.test(base) || places.test(base) || notFigures.test(name)
    // an id beside its name says nothing more
    return known || (base !== name && columns.has(base)) ? [] : [{ label: column, code: -1 }]
  })
  return {
    format: 'oec',
    values: [{ column: value, name: columns.name(value), unit: unit === undefined ? dollars : besideSaid(unit, dollars) }],
    ...sides,
    ...(reporter === undefined ? {} : { reporter: area(reporter) }),
    ...(partner === undefined ? {} : { partner: area(partner) }),
    period: periodOf(context, columnsOf(time)),
    indicator: namedSeries(context, rest),
    missingWords: new Set(['null']),
    decimal: '.',
    warnings: columnsNotRead(names.filter((name, column) => column !== value && notFigures.test(name))),
  }
}

/** OEC, tables of its charts and of its interface. */
export const oec: CsvAdapter = {
  id: 'oec',
  recognise: (header) => {
    const columns = new Columns(header)
    const ids = ['Exporter Country ID', 'Importer Country ID', 'Country ID', 'Exporter Country', 'Importer Country']
    return columns.has('Trade Value') && ids.some((heading) => columns.has(heading))
  },
  layout,
}
