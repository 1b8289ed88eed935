// Eurostat's Comext in bulk: trade in goods of the European Union's countries, values in euros, flow 1 imports and 2 exports.

import { Columns } from '../columns.ts'
import { areaDimension, fault, namedIndicator, periodMeaning } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Dimension, IndicatorRecord, Layout } from '../layout.ts'
import { directionOf, ofAllGoods, oneSeries } from '../oneSeries.ts'
import { tidy } from '../text/fold.ts'
import { readPeriod } from '../text/periods.ts'
import { columnsNotRead } from './notRead.ts'

/** Columns that part a flow, with the code that means all of it. */
const parts: readonly (readonly [string, RegExp])[] = [
  ['STAT_REGIME', /^(?:4|TOTAL)?$/i],
  ['STAT_PROCEDURE', /^(?:4|TOTAL)?$/i],
  ['MODE_OF_TRANSPORT', /^(?:TOTAL)?$/i],
]

/** Its own numbers of countries are those of other countries elsewhere (004 is Germany there): letters alone are read. */
function side(context: AdapterContext, column: number): Dimension<string> {
  const areas = areaDimension(context, [column], 'eurostat')
  const heading = context.header.names[column] ?? null
  return {
    columns: [column],
    read: (texts) => (/\d/.test(texts[0] ?? '') ? fault('unknown-area', heading, texts[0] ?? '') : areas.read(texts)),
  }
}

function layout(context: AdapterContext): Layout {
  const { indicator: named } = context.options
  const columns = new Columns(context.header)
  const value = columns.need('VALUE_IN_EUROS', 'VALUE_EUR')
  const [flow, product] = [columns.need('FLOW'), columns.need('PRODUCT_NC', 'PRODUCT_CODE', 'PRODUCT')]
  const period = columns.need('PERIOD')
  const divided = parts.flatMap(([name, whole]) => (columns.has(name) ? [{ column: columns.find(name), whole }] : []))
  const meant = directionOf(named ?? '')
  const isProduct = oneSeries(named ?? '', 'product', (text) => text === 'TOTAL')
  const indicator: Dimension<IndicatorRecord> = {
    columns: [flow, product, ...divided.map(({ column }) => column)],
    read: ([flowText = '', productText = '', ...rest]) => {
      const direction = new Map([
        ['1', 'imports'],
        ['2', 'exports'],
      ]).get(tidy(flowText))
      if (direction === undefined || (named !== undefined && direction !== meant))
        return fault('unmapped-flow', columns.name(flow), flowText)
      const part = divided.findIndex(({ whole }, i) => !whole.test(tidy(rest[i] ?? '')))
      if (part >= 0) return fault('unmapped-flow', columns.name(divided[part]?.column ?? -1), rest[part] ?? '')
      const goods = tidy(productText).toUpperCase()
      if (named === undefined || ofAllGoods(named) ? goods !== 'TOTAL' : !isProduct(goods))
        return fault('unmapped-commodity', columns.name(product), productText)
      return namedIndicator(context, named ?? `trade.${direction}_eur_m`)
    },
  }
  return {
    format: 'comext',
    values: [{ column: value, name: columns.name(value), unit: { family: 'EUR', factor: 1, found: 'EUR' } }],
    reporter: side(context, columns.need('REPORTER', 'DECLARANT_ISO', 'DECLARANT')),
    partner: side(context, columns.need('PARTNER_ISO', 'PARTNER')),
    indicator,
    period: {
      columns: [period],
      // month 52 is the whole year
      read: ([text = '']) =>
        periodMeaning(readPeriod(tidy(text).replace(/^((?:19|20)\d\d)52$/, '$1')), columns.name(period), text),
    },
    missingWords: new Set(),
    decimal: '.',
    warnings: columnsNotRead(context.header.names.filter((name) => /^(?:QUANTITY|SUP_QUANTITY|QTY)/i.test(name))),
  }
}

/** Comext, bulk files. */
export const comext: CsvAdapter = {
  id: 'comext',
  recognise: (header) => {
    const columns = new Columns(header)
    return (
      columns.has('FLOW', 'PERIOD') &&
      (columns.has('VALUE_IN_EUROS') || columns.has('VALUE_EUR')) &&
      (columns.has('PRODUCT_NC') || columns.has('PRODUCT_CODE') || columns.has('PRODUCT'))
    )
  },
  layout,
}
