import { Columns, missing } from '../columns.ts'
import {
  areaDimension,
  fault,
  foreignIndicator,
  namedIndicator,
  namedSides,
  periodDimension,
  scaleDimension,
} from '../dimensions.ts'
import { statusDimension } from '../flags.ts'
import type { AdapterContext, CsvAdapter, Dimension, Fault, Layout, UnitMeaning, ValueColumn } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import { tidy } from '../text/fold.ts'
import { periodColumns } from './worldBank.ts'

const dollars: UnitMeaning = { family: 'USD', factor: 1, found: 'US dollars' }

/** Indicators of ours by the IMF's codes and by words of its names. */
function knownIndicator(texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = tidy(text)
    if (
      /(?:^|[(_.])T?XG_FOB_USD\b/.test(found) ||
      /^Goods, Value of Exports, (?:Free on board|FOB)/i.test(found) ||
      /^Exports of goods.*FOB.*US dollar/i.test(found)
    )
      return 'trade.exports_usd_m'
    if (
      /(?:^|[(_.])T?MG_CIF_USD\b/.test(found) ||
      /^Goods, Value of Imports, (?:Cost|CIF)/i.test(found) ||
      /^Imports of goods.*CIF.*US dollar/i.test(found)
    )
      return 'trade.imports_usd_m'
    if (
      found === 'INWD_D_NETLA_FALL_ALL' ||
      /^Inward Direct Investment Positions, US Dollars$/i.test(found) ||
      /^Inward direct investment, Net \(liabilities less assets\), All financial instruments, All entities$/i.test(found)
    )
      return 'fdi.stock_inward_usd_m'
  }
  return null
}

/** US dollars when a code or a name says so; otherwise the file does not say. */
const dollarsBySaying = (columns: readonly number[]): Dimension<UnitMeaning | null> => ({
  columns,
  read: (texts) => (texts.some((text) => /(?:_USD\b|US dollars?|U\.S\. dollars?)/i.test(text)) ? dollars : null),
})

const present = (columns: readonly number[]): readonly number[] => columns.filter((column) => column >= 0)

function timeSeries(context: AdapterContext): Layout {
  const columns = new Columns(context.header)
  const attribute = columns.find('Attribute')
  const scale = columns.find('Scale')
  const indicator = present([columns.find('Indicator Code'), columns.find('Indicator Name')])
  if (indicator.length === 0) throw missing('Indicator Code')
  const keys = [
    columns.need('Country Code'),
    columns.find('Country Name'),
    columns.find('Counterpart Country Code'),
    columns.find('Counterpart Country Name'),
    attribute,
    scale,
    ...indicator,
  ]
  const values = periodColumns(columns.names, new Set(keys))
  if (values.length === 0)
    throw new FileRefusal('missing-column', 'No column is a period. This table has one column per period.', null, null, {
      kind: 'no-period-columns',
    })
  const partner = present([columns.find('Counterpart Country Code'), columns.find('Counterpart Country Name')])
  return {
    format: 'imf-dots',
    values,
    ...namedSides(context),
    reporter: areaDimension(context, present([columns.find('Country Code'), columns.find('Country Name')]), 'imf'),
    ...(partner.length > 0 ? { partner: areaDimension(context, partner, 'imf') } : {}),
    indicator: foreignIndicator(context, indicator, knownIndicator),
    unit: dollarsBySaying(indicator),
    ...(scale < 0 ? {} : { scale: scaleDimension(context, scale) }),
    ...(attribute < 0 ? {} : { filter: attributeFilter(columns, attribute, indicator) }),
    missingWords: new Set(),
    decimal: '.',
  }
}

/** Rows of values and rows of flags; figures "derived" from the partner's reports are a mirror, not the reporter's. */
const attributeFilter = (columns: Columns, attribute: number, indicator: readonly number[]): Dimension<'keep' | 'status'> => ({
  columns: [attribute, ...indicator],
  read: ([text = '', ...names]) => {
    if (names.some((name) => /derived\s*\)?$/i.test(name.trim())))
      return fault('unmapped-flow', columns.name(indicator[0] ?? -1), names[0] ?? '')
    const kind = tidy(text).toLowerCase()
    if (kind === 'value' || kind === '') return 'keep'
    return kind === 'status' ? 'status' : fault('unmapped-flow', columns.name(attribute), text)
  },
})

function panel(context: AdapterContext): Layout {
  const columns = new Columns(context.header)
  const values = columns.names.flatMap((name, column): readonly ValueColumn[] => {
    const code = /\(([A-Z]+_[A-Z_]+)\)\s*$/.exec(name)?.[1]
    if (code === undefined) return []
    const mapped = knownIndicator([code, name])
    return [
      {
        column,
        name,
        indicator: mapped === null ? fault('unknown-indicator', name, name) : namedIndicator(context, mapped),
        unit: dollars,
      },
    ]
  })
  return {
    format: 'imf-dots-panel',
    values,
    reporter: areaDimension(context, present([columns.need('Country Code'), columns.find('Country Name')]), 'imf'),
    partner: areaDimension(
      context,
      present([columns.need('Counterpart Country Code'), columns.find('Counterpart Country Name')]),
      'imf',
    ),
    period: periodDimension(context, columns.need('Time Period')),
    missingWords: new Set(),
    decimal: '.',
  }
}

/** Columns left of the frequency that do not say which series a record is of. */
const notDimensions =
  /^(?:DATASET|DATAFLOW|STRUCTURE\w*|ACTION|SERIES_\w+|OBS_MEASURE|(?:COUNTRY|COUNTERPART_COUNTRY|REF_AREA|COUNTERPART_AREA|INDICATOR|UNIT|SCALE|DV_TYPE|FREQUENCY)(?:\.ID)?|.*(?:FLAG|DATE|NOTES?|CITATION|DESCRIPTION|NAME|SOURCE))$/i
/** Dimensions of direct investment, wherever they stand. */
const directInvestment = new Set(['FUNCTIONAL_CAT', 'INSTR_ASSET', 'DI_ENTITY', 'DI_DIRECTION', 'ACCOUNTING_ENTRY'])

function portal(context: AdapterContext): Layout {
  const { catalogue } = context
  const columns = new Columns(context.header)
  const pair = (name: string): readonly number[] => present([columns.find(`${name}.ID`), columns.find(name)])
  const reporter = pair('COUNTRY').length > 0 ? pair('COUNTRY') : pair('REF_AREA')
  const partner = pair('COUNTERPART_COUNTRY').length > 0 ? pair('COUNTERPART_COUNTRY') : pair('COUNTERPART_AREA')
  const indicator = pair('INDICATOR')
  if (indicator.length === 0) throw missing('INDICATOR')
  if (reporter.length === 0) throw missing('COUNTRY')
  const scale = columns.find('SCALE.ID', 'SCALE')
  const unit = pair('UNIT')
  const kind = columns.find('DV_TYPE', 'DV_TYPE.ID')
  const status = columns.find('OBS_STATUS', 'STATUS')
  const period = columns.find('TIME_PERIOD')
  const value = columns.find('OBS_VALUE')
  const wide = periodColumns(columns.names, new Set([period, value]))
  if (period >= 0 !== value >= 0) throw missing(period >= 0 ? 'OBS_VALUE' : 'TIME_PERIOD')
  if (period < 0 && wide.length === 0) throw missing('TIME_PERIOD')
  const frequency = columns.find('FREQUENCY', 'FREQUENCY.ID')
  const taken = new Set([...reporter, ...partner, ...indicator, ...unit, scale, kind, status, period, value])
  const dimensions = columns.names.flatMap((name, column): readonly number[] => {
    const between = column < frequency && !notDimensions.test(name) && !taken.has(column)
    if (!(between || directInvestment.has(name.replace(/\.ID$/, ''))) || wide.some((one) => one.column === column)) return []
    // a dimension with its code in a column of its own is read once
    return !name.endsWith('.ID') && columns.has(`${name}.ID`) ? [] : [column]
  })
  // a code that names the whole stands for a part where a dimension says so
  const known = (texts: readonly string[]): string | null =>
    texts
      .slice(indicator.length)
      .every((text) =>
        /^(?:|_?[TZ]|_?all\b.*|.*\btotal|F|FALL|direct investment|inward|INWD|NETLA|net \(liabilities.*)$/i.test(tidy(text)),
      )
      ? knownIndicator(texts.slice(0, indicator.length))
      : null
  return {
    format: kind >= 0 ? 'imf-dip' : 'imf-portal',
    values: period >= 0 ? [{ column: value, name: columns.name(value) }] : wide,
    ...(period >= 0 ? { period: periodDimension(context, period) } : {}),
    ...namedSides(context),
    reporter: areaDimension(context, reporter, 'imf'),
    ...(partner.length > 0 ? { partner: areaDimension(context, partner, 'imf') } : {}),
    // inward and outward, equity and debt are not one series, whatever the indicator is called
    indicator: foreignIndicator(context, [...indicator, ...dimensions], known, ([text = '', ...rest]) =>
      [text, ...rest.slice(indicator.length - 1)].map(tidy).join(', '),
    ),
    unit: {
      columns: [...unit, ...indicator],
      read: (texts): UnitMeaning | null | Fault => {
        const said = texts.slice(0, unit.length).find((text) => tidy(text) !== '')
        if (said !== undefined) return catalogue.units.read(said) ?? fault('unit-mismatch', columns.name(unit[0] ?? -1), said)
        // positions are published in US dollars; codes of their indicators do not say so
        return kind >= 0 || texts.some((text) => /(?:_USD\b|US dollars?)/i.test(text)) ? dollars : null
      },
    },
    ...(scale < 0 ? {} : { scale: scaleDimension(context, scale) }),
    ...(status < 0 ? {} : { status: statusDimension(status) }),
    ...(kind < 0
      ? {}
      : {
          filter: {
            columns: [kind],
            // O is what the economy reported; SCC, derived from its counterparts, is a mirror
            read: ([text = '']) =>
              /^(?:|O|reported official data)$/i.test(tidy(text)) ? 'keep' : fault('unmapped-flow', columns.name(kind), text),
          },
        }),
    missingWords: new Set(['n/a', 'na', 'nan', '--']),
    decimal: '.',
  }
}

/** IMF Direction of Trade Statistics and CDIS, before 2025: one column per period, rows of values and rows of flags. */
export const imfTimeSeries: CsvAdapter = {
  id: 'imf-dots',
  recognise: (header) => {
    const columns = new Columns(header)
    return (
      columns.has('Country Code') &&
      !columns.has('Time Period') &&
      (columns.has('Attribute') || columns.has('Counterpart Country Code')) &&
      !columns.has('Series Code')
    )
  },
  layout: timeSeries,
}

/** The same as a panel: one record per pair and period, one column per indicator. */
export const imfPanel: CsvAdapter = {
  id: 'imf-dots-panel',
  recognise: (header) => new Columns(header).has('Country Code', 'Counterpart Country Code', 'Time Period'),
  layout: panel,
}

/** The IMF's data portal since 2025: wide or long, with names or codes and names. */
export const imfPortal: CsvAdapter = {
  id: 'imf-portal',
  recognise: (header) => {
    const columns = new Columns(header)
    const country = columns.has('COUNTRY') || columns.has('COUNTRY.ID')
    return (
      country &&
      (columns.has('INDICATOR') || columns.has('INDICATOR.ID')) &&
      (columns.has('DATASET') ||
        columns.has('SERIES_CODE') ||
        columns.has('FREQUENCY') ||
        columns.has('SCALE') ||
        columns.has('COUNTERPART_COUNTRY') ||
        columns.has('COUNTERPART_COUNTRY.ID') ||
        columns.has('COUNTRY.ID'))
    )
  },
  layout: portal,
}
