import { NO_PARTNER } from '../../../electron/shared/domain/observation.ts'
import { Columns, missing } from '../columns.ts'
import {
  areaDimension,
  constant,
  fault,
  namedIndicator,
  namedSides,
  namedUnit,
  periodDimension,
  saysOtherWay,
} from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Layout, ValueColumn } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import { isFigureLike } from '../text/numbers.ts'
import { besideSaid } from '../unitSaid.ts'
import { columnsNotRead } from './notRead.ts'

const original = /\((?:original (?:year|day))\)$|_original_(?:year|time)$/i
const besides = /^(?:owid_region|world region.*|.*annotations?|time)$/i

function layout(context: AdapterContext): Layout {
  const { options } = context
  const columns = new Columns(context.header)
  const [entity, code] = [columns.need('Entity'), columns.find('Code')]
  const time = columns.find('Year', 'Day')
  if (time < 0) throw missing('Year')
  const rest = columns.names
    .map((name, column) => ({ name, column }))
    .filter(({ name, column }) => name !== '' && ![entity, code, time].includes(column) && !besides.test(name))
  const isText = (column: number): boolean => {
    const cells = context.header.sample.map((record) => record[column] ?? '').filter((text) => text.trim() !== '')
    return cells.length > 0 && !cells.some(isFigureLike)
  }
  const texts = rest.filter(({ column }) => isText(column))
  const originals = rest.filter(({ name }) => original.test(name))
  const figures = rest.filter(({ name, column }) => !original.test(name) && !isText(column))
  if (figures.length === 0)
    throw new FileRefusal('missing-column', 'No column holds figures. A chart of Our World in Data has one behind the year.')
  const values = figures.map(({ name, column }): ValueColumn => {
    const ours = context.catalogue.indicators.get(name)
    // short names say no unit; long ones do: "Exports (% of GDP)"
    const said = context.catalogue.units.mention(name)
    const named = namedUnit(context)
    const unit = named ? besideSaid(named, said) : said
    const indicator =
      ours ??
      (options.indicator === undefined || figures.length > 1
        ? fault('unknown-indicator', name, name)
        : saysOtherWay(name, options.indicator)
          ? fault('unmapped-flow', name, name)
          : namedIndicator(context, options.indicator))
    return { column, name, indicator, ...(unit ? { unit } : {}) }
  })
  // a figure shown within a tolerance belongs to the year it was measured in
  const tolerance = originals.length === 1 && figures.length === 1 ? originals[0] : undefined
  const named = namedSides(context)
  return {
    format: 'owid',
    values,
    ...named,
    ...(named.partner ? {} : { partner: constant(NO_PARTNER) }),
    reporter: areaDimension(context, code < 0 ? [entity] : [code, entity], 'owid'),
    period: periodDimension(context, tolerance?.column ?? time),
    missingWords: new Set(),
    decimal: '.',
    warnings: columnsNotRead(texts.map(({ name }) => name)),
  }
}

/** A chart of Our World in Data. */
export const owid: CsvAdapter = {
  id: 'owid',
  recognise: (header) => {
    const columns = new Columns(header)
    return (
      columns.has('Entity') &&
      (columns.has('Year') || columns.has('Day')) &&
      (columns.has('Code') || header.names.length > 2) &&
      !columns.has('value', 'indicator')
    )
  },
  layout,
}
