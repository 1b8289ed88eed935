// UNCTADstat: dimensions as codes and labels, one column per measure, with columns of footnotes and of missing values beside it.

import { Columns, missing } from '../columns.ts'
import { fault, namedSides, namedUnit, noteDimension } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Layout, UnitMeaning } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import { tidy } from '../text/fold.ts'
import { besideSaid } from '../unitSaid.ts'
import { areaOf, columnsOf, type Labelled, namedSeries, periodOf } from './labelled.ts'
import { columnsNotRead } from './notRead.ts'

const times = /^(?:year|quarter|month|period)$/i
const labelOf = /[ _]label$/i
const beside = /[ _](footnote|missing[ _]?value)$/i
/** A heading of a measure without what the service adds to it: `US$ at current prices in thousands_Value`. */
const measureOf = (name: string): string =>
  name
    .replace(beside, '')
    .replace(/[ _]value$/i, '')
    .replaceAll('_', ' ')
    .trim()
    // names of the columns of its bulk files have lost the sign
    .replace(/^US at /i, 'US$ at ')

/** Words of the headings of its figures. */
const saysMeasure =
  /prices|percent|per capita|growth|rate|ind(?:ex|ices)|value|tons|thousands|millions|number|share|ratio|score|\d/i

interface Measure {
  readonly column: number
  readonly name: string
  readonly unit: UnitMeaning
}

/** The dimensions by name, and the other columns. */
function dimensionsOf(names: readonly string[]): ReadonlyMap<string, Labelled> {
  const found = new Map<string, Labelled>()
  names.forEach((name, column) => {
    const base = name.replace(labelOf, '').toLowerCase()
    const before = found.get(base) ?? { code: -1, label: -1 }
    if (labelOf.test(name)) found.set(base, { ...before, label: column })
    else if (times.test(name) || names.some((other) => labelOf.test(other) && other.replace(labelOf, '').toLowerCase() === base))
      found.set(base, { ...before, code: column })
  })
  return found
}

/** The one measure in the unit of the indicator. @throws {FileRefusal} missing-column, unknown-layout */
function measureFor({ catalogue, options }: AdapterContext, measures: readonly Measure[]): Measure {
  const family = catalogue.indicators.get(options.indicator ?? '')?.unit.family
  const [first] = measures
  if (first === undefined) throw missing('value')
  const fitting = measures.length === 1 ? measures : measures.filter(({ unit }) => unit.family === family)
  const [one = first, second] = fitting
  if (second === undefined) return one
  throw new FileRefusal(
    'unknown-layout',
    `The file holds more than one measure ("${one.name}" and "${second.name}"), and ${options.indicator} can stand for one of them only. Which is it? Leave the others out of the file.`,
    null,
    null,
    { kind: 'several', text: `${one.name}, ${second.name}` },
  )
}

function layout(context: AdapterContext): Layout {
  const { header, catalogue, options } = context
  const { names } = header
  const dimensions = dimensionsOf(names)
  const taken = new Set([...dimensions.values()].flatMap(columnsOf))
  // a column of codes whose labels were taken out
  const codes: Labelled[] = []
  const measures = names.flatMap((name, column): readonly Measure[] => {
    if (name === '' || taken.has(column) || beside.test(name)) return []
    const measure = measureOf(name)
    if (!saysMeasure.test(measure) && catalogue.units.mention(measure) === null) {
      codes.push({ code: column, label: -1 })
      return []
    }
    return [{ column, name, unit: catalogue.units.mention(measure) ?? { family: `? ${measure}`, factor: 1, found: measure } }]
  })
  const time = [...dimensions].find(([name]) => times.test(name))?.[1]
  if (time === undefined) throw missing('period')
  const [economy, partner] = [dimensions.get('economy'), dimensions.get('partner')]
  if (options.indicator === undefined) throw missing('indicator')
  const { column, name, unit } = measureFor(context, measures)
  const named = namedUnit(context)
  const companion = (what: RegExp): number => names.findIndex((other) => what.test(other) && measureOf(other) === measureOf(name))
  const [footnote, absent] = [companion(/[ _]footnote$/i), companion(/[ _]missing[ _]?value$/i)]
  const sides = namedSides(context)
  return {
    format: 'unctad',
    values: [{ column, name, unit: named === undefined ? unit : besideSaid(named, unit) }],
    ...sides,
    ...(economy === undefined ? {} : { reporter: areaOf(context, columnsOf(economy), 'comtrade') }),
    ...(partner === undefined ? {} : { partner: areaOf(context, columnsOf(partner), 'comtrade') }),
    period: periodOf(context, columnsOf(time)),
    indicator: namedSeries(context, [
      ...[...dimensions].flatMap(([key, one]) => (['economy', 'partner'].includes(key) || one === time ? [] : [one])),
      ...codes,
    ]),
    ...(footnote < 0
      ? {}
      : { note: noteDimension(footnote), status: { columns: [footnote], read: ([text = '']) => statusOf(text) } }),
    ...(absent < 0
      ? {}
      : {
          filter: {
            columns: [absent],
            read: ([text = '']) => (tidy(text) === '' ? 'keep' : fault('missing-value', names[absent] ?? null, text)),
          },
        }),
    missingWords: new Set(['_', 'null']),
    decimal: '.',
    warnings: columnsNotRead(measures.filter((one) => one.column !== column).map((one) => one.name)),
  }
}

/** What a footnote says of the figure before it. */
const statusOf = (text: string): string =>
  /estimat/i.test(text) ? 'E' : /forecast|projec|nowcast/i.test(text) ? 'F' : /provisional|preliminary/i.test(text) ? 'P' : ''

/** UNCTADstat, tables and bulk files. */
export const unctad: CsvAdapter = {
  id: 'unctad',
  recognise: (header) => new Columns(header).has('Economy Label') && header.names.some((name) => times.test(name)),
  layout,
}
