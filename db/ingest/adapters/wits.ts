import { Columns, missing } from '../columns.ts'
import { areaDimension, fault, namedIndicator, periodDimension } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Layout, UnitMeaning, ValueColumn } from '../layout.ts'
import { directionOf, oneSeries } from '../oneSeries.ts'
import { FileRefusal } from '../refusal.ts'
import { tidy } from '../text/fold.ts'
import { columnsNotRead } from './notRead.ts'
import { periodColumns } from './worldBank.ts'

const thousands: UnitMeaning = { family: 'USD', factor: 1000, found: 'US$ thousand' }
const wholes = new Set(['', 'all products', 'total', 'all'])

/** What both of its tables have: who, with whom, and of which goods. */
function common(
  context: AdapterContext,
  columns: Columns,
): Pick<Layout, 'reporter' | 'partner' | 'filter' | 'missingWords' | 'decimal'> {
  const product = columns.find('Product Group', 'Product')
  return {
    reporter: areaDimension(context, [columns.need('Reporter Name', 'Reporter')], 'wits'),
    partner: areaDimension(context, [columns.need('Partner Name', 'Partner')], 'wits'),
    ...(product < 0
      ? {}
      : {
          filter: {
            columns: [product],
            read: ([text = '']) =>
              wholes.has(tidy(text).toLowerCase()) ? 'keep' : fault('unmapped-commodity', columns.name(product), text),
          },
        }),
    missingWords: new Set(),
    decimal: '.',
  }
}

/** One column per year; what a record is of stands in a column of its own. */
function series(context: AdapterContext, columns: Columns, values: readonly ValueColumn[]): Layout {
  const place = columns.need('Indicator')
  const { indicator } = context.options
  const meant = directionOf(indicator ?? '')
  const isFlow = oneSeries(indicator ?? '', 'flow')
  return {
    format: 'wits',
    values: values.map((value) => ({ ...value, unit: thousands })),
    ...common(context, columns),
    indicator: {
      columns: [place],
      read: ([text = '']) => {
        const said = directionOf(/^(Export|Import) \(US\$ Thousand\)$/i.exec(tidy(text))?.[1] ?? '')
        const taken = said !== null && (indicator === undefined || (meant === null ? isFlow(said) : said === meant))
        return taken
          ? namedIndicator(context, indicator ?? `trade.${said}_usd_m`)
          : fault('unknown-indicator', columns.name(place), text)
      },
    },
  }
}

function layout(context: AdapterContext): Layout {
  const columns = new Columns(context.header)
  const periods = columns.has('Indicator') && !columns.has('Year') ? periodColumns(columns.names, new Set()) : []
  if (periods.length > 0) return series(context, columns, periods)
  const { indicator: named } = context.options
  const value = (heading: string, indicator: string): readonly ValueColumn[] => {
    const column = columns.find(heading)
    if (column < 0) return []
    return [{ column, name: columns.name(column), indicator: namedIndicator(context, named ?? indicator), unit: thousands }]
  }
  const exports = value('Export (US$ Thousand)', 'trade.exports_usd_m')
  const imports = value('Import (US$ Thousand)', 'trade.imports_usd_m')
  if (exports.length + imports.length === 0) throw missing('Export (US$ Thousand)')
  const meant = directionOf(named ?? '')
  if (named !== undefined && meant === null && exports.length + imports.length > 1)
    throw new FileRefusal(
      'unknown-layout',
      `The file holds exports and imports, and ${named} can stand for one of them only. Which is it? Leave the other column out.`,
      null,
      null,
      { kind: 'several', text: 'Export, Import' },
    )
  const values = [...(meant === 'imports' ? [] : exports), ...(meant === 'exports' ? [] : imports)]
  if (values.length === 0) throw missing(meant === 'exports' ? 'Export (US$ Thousand)' : 'Import (US$ Thousand)')
  return {
    format: 'wits',
    values,
    ...common(context, columns),
    period: periodDimension(context, columns.need('Year')),
    warnings: columnsNotRead(context.header.names.filter((name) => /\(%\)\s*$/.test(name))),
  }
}

/** World Integrated Trade Solution, country by partner. Shares are left out, and named: they follow from the amounts. */
export const wits: CsvAdapter = {
  id: 'wits',
  recognise: (header) => {
    const columns = new Columns(header)
    return (
      (columns.has('Reporter Name', 'Partner Name') || columns.has('Reporter', 'Partner')) &&
      (columns.has('Export (US$ Thousand)') || columns.has('Import (US$ Thousand)') || columns.has('Product Group'))
    )
  },
  layout,
}
