import { missing } from '../columns.ts'
import { fault, foreignIndicator, namedSides, readArea } from '../dimensions.ts'
import { readFlags } from '../flags.ts'
import type { AdapterContext, CsvAdapter, Dimension, Layout } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import { tidy } from '../text/fold.ts'
import { periodColumns } from './worldBank.ts'

const packed = /^[a-z0-9_]+(?:,[a-z0-9_]+)*\\(?:time_period|time)$/i

function layout(context: AdapterContext): Layout {
  const { header, catalogue } = context
  const names = (header.names[0] ?? '').replace(/\\.*$/, '').toLowerCase().split(',')
  const reporter = names.indexOf('reporter') >= 0 ? names.indexOf('reporter') : names.indexOf('geo')
  const partner = names.indexOf('partner')
  const unit = names.indexOf('unit')
  const part = (text: string, place: number): string => tidy(text.split(',')[place] ?? '')
  const area = (place: number): Dimension<string> => ({
    columns: [0],
    read: ([text = '']) => readArea(context, part(text, place), names[place] ?? null, 'eurostat'),
  })
  const named = namedSides(context)
  if (reporter < 0 && !named.reporter) throw missing('geo')
  const values = periodColumns(header.names, new Set([0]))
  if (values.length === 0)
    throw new FileRefusal('missing-column', 'No column is a period. A Eurostat table has one column per period.', null, null, {
      kind: 'no-period-columns',
    })
  const rest = names
    .map((_, place) => place)
    .filter((place) => ![reporter, partner, unit].includes(place) && names[place] !== 'freq')
  const foreign = foreignIndicator(context, [0])
  return {
    format: 'eurostat-tsv',
    values,
    ...named,
    ...(reporter < 0 ? {} : { reporter: area(reporter) }),
    ...(partner < 0 ? {} : { partner: area(partner) }),
    // the rest of the key must be one series: the indicator the user names cannot stand for two
    indicator: { columns: [0], read: ([text = '']) => foreign.read([rest.map((place) => part(text, place)).join(',')]) },
    ...(unit < 0
      ? {}
      : {
          unit: {
            columns: [0],
            read: ([text = '']) => catalogue.units.read(part(text, unit)) ?? fault('unit-mismatch', 'unit', part(text, unit)),
          },
        }),
    splitCell: (text) => {
      const [number = '', ...flags] = tidy(text).split(' ')
      return { number, status: readFlags(flags.join('')) }
    },
    missingWords: new Set(),
    decimal: '.',
  }
}

/** Eurostat's TSV: keys packed into the first column, one column per period, flags behind the figures. */
export const eurostatTsv: CsvAdapter = {
  id: 'eurostat-tsv',
  recognise: ({ names }) => packed.test(tidy(names[0] ?? '')),
  layout,
}
