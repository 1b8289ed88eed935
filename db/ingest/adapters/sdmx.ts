import { NO_PARTNER } from '../../../electron/shared/domain/observation.ts'
import type { AreaSystem } from '../areas.ts'
import { missing } from '../columns.ts'
import {
  asWritten,
  constant,
  fault,
  foreignIndicator,
  namedIndicator,
  namedSides,
  noteDimension,
  periodMeaning,
  readArea,
} from '../dimensions.ts'
import { readFlags } from '../flags.ts'
import {
  type AdapterContext,
  type CsvAdapter,
  type Dimension,
  type Fault,
  type IndicatorRecord,
  isFault,
  type Layout,
  type UnitMeaning,
} from '../layout.ts'
import { directionOf, ofAllGoods, oneSeries } from '../oneSeries.ts'
import { dayDimension } from '../releaseDay.ts'
import { tidy } from '../text/fold.ts'
import { readPeriod } from '../text/periods.ts'
import { readScale } from '../text/units.ts'
import { imfPortal } from './imf.ts'
import { Components, codeOf, idOf } from './sdmxComponents.ts'

/** Columns that say something about the message or the figure, not which series it is. */
const notKeys = [
  'DATAFLOW',
  'STRUCTURE',
  'STRUCTURE_ID',
  'STRUCTURE_NAME',
  'ACTION',
  'SERIES_KEY',
  'SERIESKEY',
  'OBS_KEY',
  'LAST UPDATE',
  'FREQ',
  'FREQUENCY',
  'UNIT_MULT',
  'UNIT',
  'UNIT_MEASURE',
  'OBS_STATUS',
  'OBS_FLAG',
  'CONF_STATUS',
  'DECIMALS',
  'TIME_FORMAT',
  'SOURCE',
  'SOURCE_AGENCY',
  'VINTAGE',
  'NOTE',
  'COMMENT_OBS',
  'PROVIDER',
  'BASE_PER',
  'KEY',
]

function areaOf(context: AdapterContext, column: number, system: AreaSystem): Dimension<string> {
  return {
    columns: [column],
    read: ([text = '']) => {
      const code = codeOf(text)
      if (code === '~' || code === NO_PARTNER || code === '') return NO_PARTNER
      const reading = readArea(context, code, context.header.names[column] ?? null, system)
      return typeof reading === 'string' || code === tidy(text)
        ? reading
        : readArea(context, tidy(text).slice(code.length + 2), context.header.names[column] ?? null, system)
    },
  }
}

/** Eurostat's trade in goods: flow 1 is imports, 2 exports; only the value of all products has an indicator of ours. */
function eurostatTrade(
  context: AdapterContext,
  components: Components,
  product: number,
  flow: number,
  measure: number,
  rest: readonly number[],
): Dimension<IndicatorRecord> {
  const named = context.options.indicator
  const meant = directionOf(named ?? '')
  const isFlow = oneSeries(named ?? '', 'flow')
  // procedures, modes of transport: a part beside the whole repeats it
  const isSeries = oneSeries(named ?? 'trade', 'series', (text) => /^(?:(?:TOTAL|_?T|ALL)?, )*(?:TOTAL|_?T|ALL)?$/.test(text))
  const isProduct = oneSeries(named ?? '', 'product', (text) => text === 'TOTAL')
  return {
    columns: [flow, product, measure, ...rest],
    read: ([flowText = '', productText = '', measureText = '', ...parts]): IndicatorRecord | Fault => {
      if (codeOf(measureText).toUpperCase() !== 'VALUE_IN_EUROS')
        return fault('unmapped-flow', components.names[measure] ?? null, measureText)
      const direction = { '1': 'imports', '2': 'exports' }[codeOf(flowText)]
      const known = direction !== undefined && (named === undefined || (meant === null ? isFlow(direction) : direction === meant))
      if (!known) return fault('unmapped-flow', components.names[flow] ?? null, flowText)
      const goods = codeOf(productText).toUpperCase()
      if (named === undefined || ofAllGoods(named) ? goods !== 'TOTAL' : !isProduct(goods))
        return fault('unmapped-commodity', components.names[product] ?? null, productText)
      if (rest.length > 0 && !isSeries(parts.map(codeOf).join(', ').toUpperCase()))
        return fault('unmapped-flow', components.names[rest[0] ?? -1] ?? null, parts[0] ?? '')
      return namedIndicator(context, named ?? `trade.${direction}_eur_m`)
    },
  }
}

function layout(context: AdapterContext): Layout {
  const { header, catalogue } = context
  const components = new Components(header)
  const eurostat =
    components.find('LAST UPDATE') >= 0 || components.find('OBS_FLAG') >= 0 || /^ESTAT:/.test(header.sample[0]?.[0] ?? '')
  const own = /^MULTIVECTOR:/.test(header.sample[0]?.[components.find('STRUCTURE_ID')] ?? '')
  const system: AreaSystem = eurostat ? 'eurostat' : own ? 'own' : ''
  const value = components.find('OBS_VALUE')
  const period = components.find('TIME_PERIOD')
  if (value < 0) throw missing('OBS_VALUE')
  if (period < 0) throw missing('TIME_PERIOD')
  const reporter = components.find('REF_AREA', 'REPORTER', 'GEO', 'REPORTING_AREA', 'COUNTRY')
  const partner = components.find('COUNTERPART_AREA', 'PARTNER', 'COUNTERPART_COUNTRY', 'VIS_AREA')
  const status = components.find('OBS_STATUS', 'OBS_FLAG')
  const unit = components.find('UNIT_MEASURE', 'UNIT', 'CURRENCY')
  const scale = components.find('UNIT_MULT')
  const source = components.find('SOURCE')
  const note = components.find('NOTE', 'COMMENT_OBS')
  const vintage = components.find('VINTAGE')
  const action = components.find('ACTION')
  const indicator = components.find('INDICATOR')
  const product = components.find('PRODUCT')
  const flow = components.find('FLOW')
  const measure = components.find('INDICATORS')
  const named = namedSides(context)
  if (reporter < 0 && !named.reporter) throw missing('REF_AREA')
  const taken = new Set([value, period, reporter, partner, indicator, unit, ...notKeys.map((id) => components.find(id))])
  // dimensions stand left of the figure, unless the columns are in no order
  const inOrder = value > Math.max(period, reporter, partner)
  const rest = components.otherDimensions(inOrder ? value : header.names.length, taken)
  const trade = eurostat && flow >= 0 && product >= 0
  // values, quantities and their indices stand in one column
  if (trade && measure < 0) throw missing('indicators')
  const dimensions = indicator >= 0 ? [indicator, ...rest] : rest
  // the indicator that a user names for the whole file is one dataflow
  const flows = trade || own || context.options.indicator === undefined ? -1 : components.find('DATAFLOW', 'STRUCTURE_ID')
  const isFlow = oneSeries(context.options.indicator ?? '', 'dataflow')
  const keys = flows >= 0 ? [...dimensions, flows] : dimensions
  const foreign = foreignIndicator(context, keys, undefined, (texts) => texts.slice(0, dimensions.length).join(', '))
  const partsOf = new Map<string, (text: string) => boolean>()
  return {
    format: eurostat ? 'eurostat-sdmx-csv' : 'sdmx-csv',
    values: [
      {
        column: value,
        name: components.names[value] ?? 'OBS_VALUE',
        ...(trade ? { unit: { family: 'EUR', factor: 1, found: 'EUR' } } : {}),
      },
    ],
    period: {
      columns: [period],
      read: ([text = '']) => periodMeaning(readPeriod(codeOf(text)), components.names[period] ?? null, text),
    },
    ...named,
    ...(reporter < 0 ? {} : { reporter: areaOf(context, reporter, system) }),
    ...(partner < 0 ? {} : { partner: areaOf(context, partner, system) }),
    indicator: trade
      ? eurostatTrade(
          context,
          components,
          product,
          flow,
          measure,
          rest.filter((column) => ![product, flow, measure].includes(column)),
        )
      : keys.length === 0
        ? constant<IndicatorRecord>(
            context.options.indicator === undefined
              ? fault('unknown-indicator', null, '')
              : namedIndicator(context, context.options.indicator),
          )
        : {
            columns: foreign.columns,
            read: (texts) => {
              const codes = texts.map(codeOf)
              const found = foreign.read(codes)
              if (flows >= 0 && !isFault(found)) isFlow(tidy(texts[dimensions.length] ?? ''))
              // one indicator, and a column between that divides it: men and women are not one series
              if (!isFault(found) && rest.length > 0) {
                let isPart = partsOf.get(found.code)
                if (isPart === undefined) {
                  isPart = oneSeries(found.code, 'series')
                  partsOf.set(found.code, isPart)
                }
                isPart(codes.slice(0, dimensions.length).join(', '))
              }
              return found
            },
          },
    ...(unit < 0 || trade ? {} : { unit: unitOf(context, unit) }),
    ...(scale < 0
      ? {}
      : {
          scale: {
            columns: [scale],
            read: ([text = '']) => readScale(text) ?? fault('unit-mismatch', components.names[scale] ?? null, text),
          },
        }),
    ...(status < 0 ? {} : { status: { columns: [status], read: ([text = '']) => readFlags(codeOf(text)) } }),
    ...(source < 0
      ? {}
      : {
          source: {
            columns: [source],
            read: ([text = '']) => ((components.names[source] ?? '').includes(': ') ? codeOf(text) : asWritten(tidy(text))),
          },
        }),
    ...(note < 0 ? {} : { note: noteDimension(note) }),
    ...(vintage < 0 ? {} : { vintage: dayDimension(vintage) }),
    ...(action < 0
      ? {}
      : {
          filter: {
            columns: [action],
            // what is no action of the standard may ask for anything
            read: ([text = '']) =>
              actionOf(codeOf(text)) ?? fault('delete-not-supported', components.names[action] ?? null, text),
          },
        }),
    missingWords: new Set(['nan', '#n/a']),
    ...(own ? { own: true } : {}),
    ...(header.delimiter === ';' ? {} : { decimal: '.' as const }),
  }

  function unitOf(_: AdapterContext, column: number): Dimension<UnitMeaning | null> {
    return {
      columns: [column],
      read: ([text = '']) => {
        const found = tidy(text)
        if (found === '' || found === NO_PARTNER || found === '~') return null
        return (
          catalogue.units.read(codeOf(found)) ??
          catalogue.units.read(found.slice(codeOf(found).length + 2)) ??
          fault('unit-mismatch', components.names[column] ?? null, text)
        )
      },
    }
  }
}

/** Actions of SDMX-CSV that write a figure: information, append, merge; replace, which is never done without telling. */
const actionOf = (text: string): 'keep' | 'replace' | null =>
  /^(?:|i|a|m|information|append|merge)$/i.test(text) ? 'keep' : /^(?:r|replace)$/i.test(text) ? 'replace' : null

/** SDMX-CSV 1.0, 2.0 and 2.1, of any service; Eurostat's among them. */
export const sdmx: CsvAdapter = {
  id: 'sdmx-csv',
  recognise: (header) => {
    const { names } = header
    const ids = new Set(names.map((name) => idOf(name).toUpperCase()))
    const first = idOf(names[0] ?? '').toUpperCase()
    // central banks write no dataflow in front
    const bare = ['REF_AREA', 'FREQ', 'TIME_PERIOD', 'OBS_VALUE'].every((id) => names.includes(id))
    return (
      (first === 'DATAFLOW' || first === 'STRUCTURE' || bare) &&
      (ids.has('OBS_VALUE') || ids.has('TIME_PERIOD')) &&
      // the IMF's service writes the columns of its portal; they have codes of areas of their own
      (ids.has('ACTION') || !imfPortal.recognise(header))
    )
  },
  layout,
}
