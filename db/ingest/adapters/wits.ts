import { areaDimension, Columns, fault, missing, namedIndicator, periodDimension } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Layout, UnitMeaning, ValueColumn } from '../layout.ts'
import { tidy } from '../text/fold.ts'

const thousands: UnitMeaning = { family: 'USD', factor: 1000, found: 'US$ thousand' }
const wholes = new Set(['', 'all products', 'total', 'all'])

function layout(context: AdapterContext): Layout {
  const columns = new Columns(context.header)
  const value = (heading: string, indicator: string): readonly ValueColumn[] => {
    const column = columns.find(heading)
    return column < 0
      ? []
      : [
          {
            column,
            name: columns.name(column),
            indicator: namedIndicator(context, context.options.indicator ?? indicator),
            unit: thousands,
          },
        ]
  }
  const values = [
    ...value('Export (US$ Thousand)', 'trade.exports_usd_m'),
    ...value('Import (US$ Thousand)', 'trade.imports_usd_m'),
  ]
  if (values.length === 0) throw missing('Export (US$ Thousand)')
  const product = columns.find('Product Group', 'Product')
  return {
    format: 'wits',
    values,
    reporter: areaDimension(context, [columns.need('Reporter Name', 'Reporter')], 'wits'),
    partner: areaDimension(context, [columns.need('Partner Name', 'Partner')], 'wits'),
    period: periodDimension(context, columns.need('Year')),
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

/** World Integrated Trade Solution, country by partner. Shares are left out: they follow from the amounts. */
export const wits: CsvAdapter = {
  id: 'wits',
  recognise: (header) => {
    const columns = new Columns(header)
    return (
      (columns.has('Reporter Name', 'Partner Name') || columns.has('Reporter', 'Partner')) &&
      (columns.has('Export (US$ Thousand)') || columns.has('Import (US$ Thousand)'))
    )
  },
  layout,
}
