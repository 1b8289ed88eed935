// Results of a query at WITS, of Comtrade's data: one record per flow and product, values in thousands of US dollars.

import { Columns, missing } from '../columns.ts'
import { fault, namedIndicator, namedSides, periodDimension } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Dimension, Fault, IndicatorRecord, Layout, UnitMeaning } from '../layout.ts'
import { type Direction, directionOf, ofAllGoods, oneSeries } from '../oneSeries.ts'
import { tidy } from '../text/fold.ts'
import { areaOf } from './labelled.ts'
import { columnsNotRead } from './notRead.ts'

const thousands: UnitMeaning = { family: 'USD', factor: 1000, found: '1000 USD' }
const valueHeading = /^trade ?value (?:in )?1000 ?usd$/i

/** The direction of a flow; null for what comes back, leaves again, or is a difference of both. */
function flowSaid(text: string): Direction | null {
  const [, word] = /^(?:gross )?(imp|exp)(?:orts?|\.)?$/i.exec(tidy(text)) ?? []
  return word === undefined ? null : word.toLowerCase() === 'imp' ? 'imports' : 'exports'
}

/** The total of all products, of one flow; gross exports and those without re-exports are not one series. */
function indicatorOf(context: AdapterContext, flow: number, product: number): Dimension<IndicatorRecord> {
  const { header, options } = context
  const { indicator } = options
  const meant = directionOf(indicator ?? '')
  const isOne = new Map<string, (text: string) => boolean>()
  const isProduct = oneSeries(indicator ?? '', 'product', (text) => text === 'TOTAL')
  return {
    columns: [flow, product],
    read: ([flowText = '', productText = '']): IndicatorRecord | Fault => {
      const direction = flowSaid(flowText)
      if (direction === null || (meant !== null && direction !== meant))
        return fault('unmapped-flow', header.names[flow] ?? null, flowText)
      const goods = tidy(productText).toUpperCase()
      const all = indicator === undefined || ofAllGoods(indicator)
      if (all ? goods !== 'TOTAL' : !isProduct(goods))
        return fault('unmapped-commodity', header.names[product] ?? null, productText)
      const code = indicator ?? `trade.${direction}_usd_m`
      const belongs = isOne.get(code) ?? oneSeries(code, 'flow')
      isOne.set(code, belongs)
      belongs(tidy(flowText))
      return namedIndicator(context, code)
    },
  }
}

function layout(context: AdapterContext): Layout {
  const { names } = context.header
  const columns = new Columns(context.header)
  const sides = namedSides(context)
  const present = (...headings: readonly string[]): readonly number[] =>
    headings.map((heading) => columns.find(heading)).filter((column) => column >= 0)
  const [reporter, partner] = [
    present('ReporterName', 'Reporter', 'ReporterISO3'),
    present('PartnerName', 'Partner', 'PartnerISO3'),
  ]
  if (reporter.length === 0 && !sides.reporter) throw missing('reporter')
  if (partner.length === 0 && !sides.partner) throw missing('partner')
  const value = names.findIndex((name) => valueHeading.test(tidy(name)))
  if (value < 0) throw missing('TradeValue in 1000 USD')
  return {
    format: 'wits-query',
    values: [{ column: value, name: columns.name(value), unit: thousands }],
    ...sides,
    ...(reporter.length === 0 ? {} : { reporter: areaOf(context, reporter, 'wits') }),
    ...(partner.length === 0 ? {} : { partner: areaOf(context, partner, 'wits') }),
    period: periodDimension(context, columns.need('Year', 'Period')),
    indicator: indicatorOf(context, columns.need('TradeFlowName', 'TradeFlow'), columns.need('ProductCode')),
    missingWords: new Set(),
    decimal: '.',
    warnings: columnsNotRead(names.filter((name) => /^(?:quantity|netweight)/i.test(name))),
  }
}

/** A bulk download of WITS: ReporterISO3, ProductCode, TradeFlowName, TradeValue in 1000 USD. */
export const witsQuery: CsvAdapter = {
  id: 'wits-query',
  recognise: (header) => {
    const columns = new Columns(header)
    return (
      columns.has('ProductCode') &&
      (columns.has('TradeFlowName') || header.names.some((name) => valueHeading.test(tidy(name)))) &&
      ['ReporterName', 'ReporterISO3', 'Reporter', 'PartnerName', 'PartnerISO3'].some((heading) => columns.has(heading))
    )
  },
  layout,
}
