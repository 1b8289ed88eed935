// FAOSTAT, long ("normalized"): areas, items and elements as codes and names, a unit and a flag of its own in each record.

import { Columns, missing } from '../columns.ts'
import { namedSides, noteDimension } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Layout } from '../layout.ts'
import { tidy } from '../text/fold.ts'
import { areaOf, namedSeries, periodOf, unitOf } from './labelled.ts'

/** Its flags as statuses of SDMX. F is an estimate of FAO's here, no forecast. */
const flags: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '': 'A',
    A: 'A',
    B: 'B',
    E: 'E',
    F: 'E',
    FC: 'E',
    I: 'I',
    IM: 'I',
    M: 'M',
    N: 'N',
    O: 'O',
    P: 'P',
  } satisfies Readonly<Record<string, string>>),
)

function layout(context: AdapterContext): Layout {
  const columns = new Columns(context.header)
  const value = columns.need('Value')
  const present = (...headings: readonly string[]): readonly number[] =>
    headings.map((heading) => columns.find(heading)).filter((column) => column >= 0)
  // its "China" is more than the country, and its own codes are numbers that elsewhere are other countries: M49 is neither
  const reporter = present('Area Code (M49)', 'Reporter Country Code (M49)', 'Area', 'Reporter Countries').slice(0, 1)
  const partner = present('Partner Country Code (M49)', 'Partner Countries').slice(0, 1)
  const sides = namedSides(context)
  if (reporter.length === 0 && !sides.reporter) throw missing('reporter')
  const [units, flag, note] = [present('Unit'), columns.find('Flag'), columns.find('Note')]
  const unit = units.length === 0 ? undefined : unitOf(context, units)
  const pair = (name: string) => ({ label: columns.find(name), code: columns.find(`${name} Code`) })
  return {
    format: 'faostat',
    values: [{ column: value, name: columns.name(value) }],
    ...sides,
    ...(reporter.length === 0 ? {} : { reporter: areaOf(context, reporter, '') }),
    ...(partner.length === 0 ? {} : { partner: areaOf(context, partner, '') }),
    period: periodOf(context, [columns.need('Year')]),
    indicator: namedSeries(context, [pair('Item'), pair('Element'), pair('Months')], unit),
    ...(unit === undefined ? {} : { unit }),
    ...(flag < 0
      ? {}
      : { status: { columns: [flag], read: ([text = '']) => flags.get(tidy(text).toUpperCase()) ?? `A\t${tidy(text)}` } }),
    ...(note < 0 ? {} : { note: noteDimension(note) }),
    missingWords: new Set(),
    decimal: '.',
  }
}

/** FAOSTAT, one record per figure. */
export const faostat: CsvAdapter = {
  id: 'faostat',
  recognise: (header) => {
    const columns = new Columns(header)
    return (
      columns.has('Item', 'Element', 'Value', 'Year') &&
      (columns.has('Area', 'Area Code') ||
        columns.has('Area', 'Area Code (M49)') ||
        columns.has('Reporter Countries', 'Partner Countries'))
    )
  },
  layout,
}
