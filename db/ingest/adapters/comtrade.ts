import { Columns, missing } from '../columns.ts'
import { areaDimension, fault, namedIndicator, namedSides, periodDimension, periodMeaning } from '../dimensions.ts'
import type {
  AdapterContext,
  CsvAdapter,
  Dimension,
  Fault,
  IndicatorRecord,
  Layout,
  PeriodMeaning,
  UnitMeaning,
} from '../layout.ts'
import { directionOf, ofAllGoods, oneSeries } from '../oneSeries.ts'
import { tidy } from '../text/fold.ts'
import { readPeriod } from '../text/periods.ts'

const dollars: UnitMeaning = { family: 'USD', factor: 1, found: 'US$' }
/** A free download stops here without a word. */
const ROW_LIMIT = 100_000

const flows: ReadonlyMap<string, string> = new Map(
  Object.entries({
    m: 'imports',
    import: 'imports',
    imports: 'imports',
    '1': 'imports',
    x: 'exports',
    export: 'exports',
    exports: 'exports',
    '2': 'exports',
  } satisfies Readonly<Record<string, string>>),
)

interface FlowColumns {
  readonly flow: number
  readonly commodity: number
  /** column of a breakdown and the codes that mean "all of it" */
  readonly breakdowns: readonly { readonly column: number; readonly whole: ReadonlySet<string> }[]
}

/**
 * Indicator by flow and commodity. Only the undivided flow is read: a breakdown by transport, customs procedure or second partner
 * repeats the same trade, and adding it would count it several times.
 */
function flowIndicator(context: AdapterContext, { flow, commodity, breakdowns }: FlowColumns): Dimension<IndicatorRecord> {
  const { header, options } = context
  const name = (column: number): string | null => header.names[column] ?? null
  const named = options.indicator
  const meant = directionOf(named ?? '')
  const isFlow = oneSeries(named ?? '', 'flow')
  // an indicator of the user's own may be of one commodity; that of all goods never is
  const isCommodity = ofAllGoods(named ?? '')
    ? (text: string): boolean => text === 'TOTAL'
    : oneSeries(named ?? '', 'commodity', (text) => text === 'TOTAL')
  return {
    columns: [flow, commodity, ...breakdowns.map(({ column }) => column)],
    read: ([flowText = '', commodityText = '', ...parts]): IndicatorRecord | Fault => {
      const divided = breakdowns.findIndex(({ whole }, i) => !whole.has(tidy(parts[i] ?? '').toUpperCase()))
      if (divided >= 0) return fault('unmapped-flow', name(breakdowns[divided]?.column ?? -1), parts[divided] ?? '')
      const direction = flows.get(tidy(flowText).toLowerCase())
      const goods = tidy(commodityText).toUpperCase()
      if (named !== undefined) {
        const known = meant === null ? isFlow(tidy(flowText).toUpperCase()) : direction === meant
        if (!known) return fault('unmapped-flow', name(flow), flowText)
        if (!isCommodity(goods)) return fault('unmapped-commodity', name(commodity), commodityText)
        return namedIndicator(context, named)
      }
      if (direction === undefined) return fault('unmapped-flow', name(flow), flowText)
      if (goods !== 'TOTAL') return fault('unmapped-commodity', name(commodity), commodityText)
      return namedIndicator(context, `trade.${direction}_usd_m`)
    },
  }
}

/** A table without the column of one side is refused; a side may also be named for the whole file. */
function sides(
  context: AdapterContext,
  reporter: readonly number[],
  partner: readonly number[],
): Pick<Layout, 'reporter' | 'partner'> {
  const present = (columns: readonly number[]): readonly number[] => columns.filter((column) => column >= 0)
  const named = namedSides(context)
  const [reporters, partners] = [present(reporter), present(partner)]
  if (reporters.length === 0 && !named.reporter) throw missing('reporterCode')
  if (partners.length === 0 && !named.partner) throw missing('partnerCode')
  return {
    ...named,
    ...(reporters.length > 0 ? { reporter: areaDimension(context, reporters, 'comtrade') } : {}),
    ...(partners.length > 0 ? { partner: areaDimension(context, partners, 'comtrade') } : {}),
  }
}

/** Periods of a file that was trimmed to years and months: a month is no year, and month 52 is the whole of it. */
function yearAndMonth(columns: Columns): Dimension<PeriodMeaning> {
  const year = columns.need('refYear')
  const [month, freq] = [columns.find('refMonth'), columns.find('freqCode')]
  const present = [year, month, freq].filter((column) => column >= 0)
  return {
    columns: present,
    read: (texts) => {
      const textOf = (column: number): string => tidy(texts[present.indexOf(column)] ?? '')
      const [yearText, frequency] = [textOf(year), textOf(freq).toUpperCase()]
      const number = Number(textOf(month))
      const part = number >= 1 && number <= 12 && frequency !== 'A' ? `-${String(number).padStart(2, '0')}` : ''
      if (part === '' && frequency === 'M') return fault('bad-period', columns.name(year), yearText)
      return periodMeaning(readPeriod(yearText + part), columns.name(year), yearText + part)
    },
  }
}

const breakdown = (column: number, ...whole: readonly string[]) => ({ column, whole: new Set(['', ...whole]) })

function layoutNew(context: AdapterContext): Layout {
  const columns = new Columns(context.header)
  const value = columns.need('primaryValue')
  const parts = [
    // S are services
    breakdown(columns.find('typeCode'), 'C'),
    breakdown(columns.find('partner2Code'), '0'),
    breakdown(columns.find('customsCode'), 'C00'),
    breakdown(columns.find('motCode'), '0'),
    breakdown(columns.find('mosCode'), '0'),
  ]
  return {
    format: 'comtrade',
    values: [{ column: value, name: columns.name(value), unit: dollars }],
    indicator: flowIndicator(context, {
      flow: columns.need('flowCode'),
      commodity: columns.need('cmdCode'),
      breakdowns: parts.filter(({ column }) => column >= 0),
    }),
    ...sides(
      context,
      [columns.find('reporterCode'), columns.find('reporterISO'), columns.find('reporterDesc')],
      [columns.find('partnerCode'), columns.find('partnerISO'), columns.find('partnerDesc')],
    ),
    period: columns.has('period') ? periodDimension(context, columns.need('period')) : yearAndMonth(columns),
    missingWords: new Set(['null']),
    decimal: '.',
    rowLimit: ROW_LIMIT,
  }
}

function layoutLegacy(context: AdapterContext): Layout {
  const columns = new Columns(context.header)
  const value = columns.need('Trade Value (US$)', 'trade_value_usd')
  const parts = [
    breakdown(columns.find('2nd Partner Code'), '0'),
    breakdown(columns.find('Customs Proc. Code'), 'C00'),
    breakdown(columns.find('Mode of Transport Code'), '0'),
  ]
  return {
    format: 'comtrade-legacy',
    values: [{ column: value, name: columns.name(value), unit: dollars }],
    indicator: flowIndicator(context, {
      flow: columns.find('Trade Flow Code') >= 0 ? columns.find('Trade Flow Code') : columns.need('Trade Flow'),
      commodity: columns.need('Commodity Code'),
      breakdowns: parts.filter(({ column }) => column >= 0),
    }),
    ...sides(
      context,
      [columns.find('Reporter Code'), columns.find('Reporter ISO'), columns.find('Reporter')],
      [columns.find('Partner Code'), columns.find('Partner ISO'), columns.find('Partner')],
    ),
    // "January 2015" is no year
    period: periodDimension(context, columns.need('Period', 'Period Desc.', 'Year')),
    missingWords: new Set(['null']),
    decimal: '.',
    rowLimit: ROW_LIMIT,
  }
}

/** UN Comtrade since 2023: 47 columns, or a selection of them. */
export const comtrade: CsvAdapter = {
  id: 'comtrade',
  recognise: (header) => {
    const columns = new Columns(header)
    return (
      columns.has('flowCode', 'cmdCode') &&
      (columns.has('primaryValue') || columns.has('reporterCode') || columns.has('reporterISO'))
    )
  },
  layout: layoutNew,
}

/** UN Comtrade before 2023: 22 or 35 columns. */
export const comtradeLegacy: CsvAdapter = {
  id: 'comtrade-legacy',
  recognise: (header) => {
    const columns = new Columns(header)
    return (
      columns.has('Commodity Code') &&
      (columns.has('Trade Value (US$)') ||
        columns.has('trade_value_usd') ||
        columns.has('Trade Flow') ||
        columns.has('Trade Flow Code'))
    )
  },
  layout: layoutLegacy,
}
