import { Columns, missing } from '../columns.ts'
import { areaDimension, fault, namedIndicator, periodDimension } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Layout, UnitMeaning, ValueColumn } from '../layout.ts'
import { directionOf } from '../oneSeries.ts'
import { FileRefusal } from '../refusal.ts'
import { tidy } from '../text/fold.ts'
import { columnsNotRead } from './notRead.ts'

const thousands: UnitMeaning = { family: 'USD', factor: 1000, found: 'US$ thousand' }
const wholes = new Set(['', 'all products', 'total', 'all'])

function layout(context: AdapterContext): Layout {
  const columns = new Columns(context.header)
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
    warnings: columnsNotRead(context.header.names.filter((name) => /\(%\)\s*$/.test(name))),
    missingWords: new Set(),
    decimal: '.',
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
