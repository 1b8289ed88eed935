// The IMF's World Economic Outlook, one column per year; behind a year that differs by record the figures are estimates.

import { Columns, missing } from '../columns.ts'
import { fault, foreignIndicator, namedIndicator, namedSides, scaleDimension } from '../dimensions.ts'
import type { AdapterContext, CsvAdapter, Fault, Layout, UnitMeaning } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import { tidy } from '../text/fold.ts'
import { areaOf } from './labelled.ts'
import { columnsNotRead } from './notRead.ts'
import { periodColumns } from './worldBank.ts'

/** Its codes that have an indicator of ours. */
const known: ReadonlyMap<string, string> = new Map([
  ['NGDPD', 'macro.gdp_usd_m'],
  ['LP', 'macro.population'],
])

function layout(context: AdapterContext): Layout {
  const { catalogue, header, options } = context
  // of many subjects the one that the named indicator is
  const own = [...known].find(([, ours]) => ours === options.indicator)?.[0]
  const columns = new Columns(header)
  const country = ['ISO', 'Country', 'Country Group Name'].map((name) => columns.find(name)).filter((column) => column >= 0)
  const [subject, descriptor] = [columns.need('WEO Subject Code'), columns.find('Subject Descriptor')]
  const [unit, scale, estimates] = [columns.need('Units'), columns.need('Scale'), columns.need('Estimates Start After')]
  const sides = namedSides(context)
  if (country.length === 0 && !sides.reporter) throw missing('reporter')
  const notes = [columns.find('Subject Notes'), columns.find('Country/Series-specific Notes'), columns.find('WEO Country Code')]
  const read = new Set([...country, subject, descriptor, unit, scale, estimates])
  const values = periodColumns(columns.names, new Set([...read, ...notes]))
  if (values.length === 0)
    throw new FileRefusal('missing-column', 'No column is a period. This table has one column per period.', null, null, {
      kind: 'no-period-columns',
    })
  return {
    format: 'imf-weo',
    values,
    ...sides,
    ...(country.length === 0 ? {} : { reporter: areaOf(context, country, '') }),
    indicator:
      own === undefined
        ? foreignIndicator(context, [subject], ([text = '']) => known.get(tidy(text)) ?? null)
        : {
            columns: [subject],
            read: ([text = '']) =>
              tidy(text) === own
                ? namedIndicator(context, options.indicator ?? '')
                : fault('unknown-indicator', columns.name(subject), text),
          },
    unit: {
      columns: [unit],
      read: ([text = '']): UnitMeaning | Fault => catalogue.units.read(text) ?? fault('unit-mismatch', columns.name(unit), text),
    },
    scale: scaleDimension(context, scale),
    estimatesAfter: {
      columns: [estimates],
      // a record that does not say where they begin may hold nothing else
      read: ([text = '']) => Number(/^(?:19|20)\d\d$/.exec(tidy(text))?.[0] ?? 0),
    },
    missingWords: new Set(['--']),
    decimal: '.',
    warnings: columnsNotRead(columns.names.filter((name, column) => notes.includes(column) && /note/i.test(name))),
  }
}

/** World Economic Outlook, by countries and by groups. */
export const weo: CsvAdapter = {
  id: 'imf-weo',
  recognise: (header) => new Columns(header).has('WEO Subject Code'),
  layout,
}
