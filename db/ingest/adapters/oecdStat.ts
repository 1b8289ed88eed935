// Tables of OECD.Stat, the OECD's service until 2024: each dimension as a code and its label, the value, its unit, scale and flags.

import { missing } from '../columns.ts'
import { fault, namedSides, namedUnit, scaleDimension } from '../dimensions.ts'
import { statusDimension } from '../flags.ts'
import type { AdapterContext, CsvAdapter, Dimension, Layout } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import { fold, tidy } from '../text/fold.ts'
import { flowHeading, productHeading } from './breakdowns.ts'
import { areaOf, columnsOf, isMoney, type Labelled, namedSeries, periodOf, unitOf } from './labelled.ts'

/** What stands behind the dimensions. */
const attributes = new Set([
  'Unit Code',
  'Unit',
  'PowerCode Code',
  'PowerCode',
  'Reference Period Code',
  'Reference Period',
  'Value',
  'Flag Codes',
  'Flags',
])
const isCode = (name: string): boolean => /^[A-Z][A-Z0-9_]*$/.test(name)
const reporters =
  /^(?:LOCATION|COU|COUNTRY|REPORTER|REP|REF_AREA|DECLARANT)$|^(?:reporting|declaring|reporter) (?:country|countries|economy)/i
const partners = /^(?:PARTNER|COUNTERPART_AREA|COUNTERPART|CPA)$|partner|counterpart/i
const periods = /^(?:TIME|TIME_PERIOD|YEAR|YEA|PERIOD)$|^(?:time|year|period)$/i
const frequencies = /^(?:FREQUENCY|FREQ|PERIODICITY)$/i

const areas = /^(?:LOCATION|COU|COUNTRY|REPORTER|REP|REF_AREA|DECLARANT|PARTNER|PART|COUNTERPART_AREA|CPA)$/
const areaLabels = /countr|location|\barea|econom|pays|region|territor|partner|counterpart/i
const periodLabels = /^(?:time|year|period|quarter|month|temps|ann[eé]e|p[eé]riode)/i

/** True for the heading of labels that belongs to one of codes: where one of both was taken out, its neighbour is another dimension. */
function isLabelOf(code: string, label: string): boolean {
  const [codeWords, words] = [fold(code.replaceAll('_', ' ')), fold(label)]
  if (words.startsWith(codeWords)) return true
  if (areas.test(code) || areaLabels.test(label)) return areas.test(code) && areaLabels.test(label)
  if (periods.test(code) || periodLabels.test(label)) return periods.test(code) && periodLabels.test(label)
  return !flowHeading.test(words) && !productHeading.test(words)
}

/** The dimensions, each a heading of codes with that of its labels behind it, or one of them alone. */
function dimensionsOf(names: readonly string[]): readonly Labelled[] {
  const found: Labelled[] = []
  for (let column = 0; column < names.length; column++) {
    const [name = '', next = ''] = [names[column], names[column + 1]]
    if (name === '' || attributes.has(name)) continue
    if (!isCode(name)) found.push({ code: -1, label: column })
    else if (next === '' || isCode(next) || attributes.has(next) || !isLabelOf(name, next))
      found.push({ code: column, label: -1 })
    else found.push({ code: column, label: ++column })
  }
  return found
}

function layout(context: AdapterContext): Layout {
  const { catalogue, options } = context
  const { names } = context.header
  const first = (...wanted: readonly string[]): number => wanted.map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1
  const value = first('Value')
  if (value < 0) throw missing('value')
  const all = dimensionsOf(names)
  const named =
    (pattern: RegExp) =>
    (one: Labelled): boolean =>
      columnsOf(one).some((column) => pattern.test(names[column] ?? ''))
  const partner = all.find(named(partners))
  const side = (pattern: RegExp): Labelled | undefined => all.find((one) => one !== partner && named(pattern)(one))
  const reporter = side(reporters) ?? side(/^country$/i)
  const period = all.find(named(periods))
  if (period === undefined) throw missing('period')
  const sides = namedSides(context)
  if (reporter === undefined && !sides.reporter) throw missing('reporter')
  const rest = all.filter((one) => one !== partner && one !== reporter && one !== period && !named(frequencies)(one))
  const units = ['Unit Code', 'Unit'].map((name) => names.indexOf(name)).filter((at) => at >= 0)
  const unit = units.length === 0 ? undefined : unitOf(context, units)
  const scale = first('PowerCode Code', 'PowerCode')
  const money = isMoney(catalogue.indicators.get(options.indicator ?? '')?.unit.family ?? '')
  const asked = namedUnit(context)
  // its units are whole: the multiple stands in a column of its own
  if (scale < 0 && money && asked === undefined)
    throw new FileRefusal(
      'missing-column',
      'The column "PowerCode" is missing, which says whether the figures are units, thousands or millions. Add it, or name the unit (--unit).',
      null,
      'unit',
    )
  const flags = first('Flag Codes', 'Flags')
  const base = first('Reference Period', 'Reference Period Code')
  // codes of the OECD's own are numbers that elsewhere are other countries
  const isIso = (text: string): boolean => /^[A-Z]{3}$/.test(text)
  return {
    format: 'oecd-stat',
    values: [{ column: value, name: names[value] ?? 'Value', ...(scale < 0 && asked !== undefined ? { unit: asked } : {}) }],
    ...sides,
    ...(reporter === undefined ? {} : { reporter: areaOf(context, columnsOf(reporter), '', isIso) }),
    ...(partner === undefined ? {} : { partner: areaOf(context, columnsOf(partner), '', isIso) }),
    period: periodOf(context, columnsOf({ code: period.label, label: period.code })),
    indicator: namedSeries(context, rest, unit),
    ...(unit === undefined ? {} : { unit }),
    ...(scale < 0 ? {} : { scale: sureScale(context, scale, money) }),
    ...(flags < 0 ? {} : { status: statusDimension(flags) }),
    ...(base < 0 || !money
      ? {}
      : {
          filter: {
            columns: [base],
            // figures at prices of another year
            read: ([text = '']) => (tidy(text) === '' ? 'keep' : fault('unit-mismatch', names[base] ?? null, text)),
          },
        }),
    missingWords: new Set(),
    decimal: '.',
  }
}

/** An empty cell says nothing of an amount. */
function sureScale(context: AdapterContext, column: number, money: boolean): Dimension<number> {
  const { columns, read } = scaleDimension(context, column)
  return {
    columns,
    read: (texts) =>
      money && tidy(texts[0] ?? '') === '' ? fault('unit-mismatch', context.header.names[column] ?? null, '') : read(texts),
  }
}

/** OECD.Stat: codes and labels in turn, then Unit, PowerCode, Reference Period, Value and Flags. */
export const oecdStat: CsvAdapter = {
  id: 'oecd-stat',
  pairsByCase: true,
  recognise: ({ names }) => {
    const has = (...wanted: readonly string[]): boolean => wanted.some((name) => names.includes(name))
    if (!has('Value')) return false
    // who left the attributes out kept the headings of codes
    const byCase = names.some((name) => isCode(name) && names.some((other) => other !== name && other.toUpperCase() === name))
    return has('PowerCode Code', 'Reference Period Code', 'Flag Codes') || (byCase && names.some((name) => areas.test(name)))
  },
  layout,
}
