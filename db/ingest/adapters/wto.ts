// WTO Stats: indicator, economies, product, period within the year, frequency and unit, each as a code and its label.

import { Columns, missing } from '../columns.ts'
import { fault, namedIndicator, namedSides, periodMeaning } from '../dimensions.ts'
import { statusDimension } from '../flags.ts'
import type { AdapterContext, CsvAdapter, Dimension, IndicatorRecord, Layout, PeriodMeaning } from '../layout.ts'
import { directionOf } from '../oneSeries.ts'
import { tidy } from '../text/fold.ts'
import { readPeriod } from '../text/periods.ts'
import { areaOf, columnsOf, type Labelled, namedSeries, unitOf } from './labelled.ts'

/** Values of merchandise trade by year, quarter and month, which have indicators of ours. */
const known = /^ITS_MTV_[AQM]([XM])$/

/** The year with its part: A, Q1 to Q4, M01 to M12. */
function periodOf(columns: Columns): Dimension<PeriodMeaning> {
  const [year, part] = [columns.need('Year'), columns.find('Period Code', 'Period')]
  return {
    columns: part < 0 ? [year] : [year, part],
    read: ([yearText = '', partText = '']) => {
      const found = tidy(partText)
      const whole = part < 0 || /^(?:A|annual)?$/i.test(found)
      return periodMeaning(
        readPeriod(whole ? tidy(yearText) : `${tidy(yearText)}-${found}`),
        columns.name(whole ? year : part),
        `${yearText} ${found}`.trim(),
      )
    },
  }
}

/** Without a named indicator the total of merchandise, by the indicator's code; with one, the series that it stands for. */
function indicatorOf(context: AdapterContext, columns: Columns, dimensions: readonly Labelled[]): Dimension<IndicatorRecord> {
  const { indicator } = context.options
  const [code, product] = [columns.find('Indicator Code'), columns.find('Product/Sector Code')]
  if (indicator === undefined) {
    if (code < 0 || product < 0) throw missing('indicator')
    return {
      columns: [code, product],
      read: ([codeText = '', productText = '']) => {
        const [, direction] = known.exec(tidy(codeText)) ?? []
        if (direction === undefined) return fault('unknown-indicator', columns.name(code), codeText)
        if (tidy(productText) !== 'TO') return fault('unmapped-commodity', columns.name(product), productText)
        return namedIndicator(context, `trade.${direction === 'X' ? 'exports' : 'imports'}_usd_m`)
      },
    }
  }
  const series = namedSeries(context, dimensions)
  // a code of the other direction is another series, whatever its label
  const meant = directionOf(indicator)
  return {
    columns: code < 0 ? series.columns : [...series.columns, code],
    read: (texts) => {
      const codeText = code < 0 ? '' : tidy(texts.at(-1) ?? '')
      const [, direction] = known.exec(codeText) ?? []
      if (direction !== undefined && meant !== null && (direction === 'X') !== (meant === 'exports'))
        return fault('unmapped-flow', columns.name(code), codeText)
      return series.read(texts.slice(0, series.columns.length))
    },
  }
}

function layout(context: AdapterContext): Layout {
  const columns = new Columns(context.header)
  const value = columns.need('Value')
  const present = (...headings: readonly string[]): readonly number[] =>
    headings.map((heading) => columns.find(heading)).filter((column) => column >= 0)
  // its own numbers of economies are read by nobody else
  const reporter = present('Reporting Economy', 'Reporting Economy ISO3A Code')
  const partner = present('Partner Economy', 'Partner Economy ISO3A Code')
  const sides = namedSides(context)
  if (reporter.length === 0 && !sides.reporter) throw missing('reporter')
  const pair = (label: string, code = `${label} Code`): Labelled => ({ label: columns.find(label), code: columns.find(code) })
  const dimensions = [pair('Indicator'), pair('Product/Sector')].filter((one) => columnsOf(one).length > 0)
  const [units, flag] = [present('Unit', 'Unit Code'), columns.find('Value Flag Code', 'Value Flag')]
  return {
    format: 'wto',
    values: [{ column: value, name: columns.name(value) }],
    ...sides,
    ...(reporter.length === 0 ? {} : { reporter: areaOf(context, reporter, '') }),
    ...(partner.length === 0 ? {} : { partner: areaOf(context, partner, '') }),
    period: periodOf(columns),
    indicator: indicatorOf(context, columns, dimensions),
    ...(units.length === 0 ? {} : { unit: unitOf(context, units) }),
    ...(flag < 0 ? {} : { status: statusDimension(flag) }),
    missingWords: new Set(),
    decimal: '.',
  }
}

/** WTO Stats. */
export const wto: CsvAdapter = {
  id: 'wto',
  recognise: (header) => {
    const columns = new Columns(header)
    return columns.has('Reporting Economy', 'Year', 'Value') && (columns.has('Indicator Code') || columns.has('Product/Sector'))
  },
  layout,
}
