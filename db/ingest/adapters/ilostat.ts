// ILOSTAT: ref_area, indicator, sex and up to two classifications, as codes or as labels ("sex.label").

import { Columns, missing } from '../columns.ts'
import { namedSides, namedUnit, periodDimension } from '../dimensions.ts'
import { statusDimension } from '../flags.ts'
import type { AdapterContext, CsvAdapter, Layout, UnitMeaning } from '../layout.ts'
import { tidy } from '../text/fold.ts'
import { besideSaid } from '../unitSaid.ts'
import { areaOf, columnsOf, namedSeries } from './labelled.ts'
import { columnsNotRead } from './notRead.ts'

/** Numbers of people are in thousands there, and only the indicator's code and label say so. */
function unitSaid(texts: readonly string[], persons: boolean): UnitMeaning | null {
  const found = tidy(texts.find((text) => tidy(text) !== '') ?? '')
  if (texts.some((text) => /_RT$/.test(tidy(text)) || /\(%\)$/.test(tidy(text)))) return { family: 'PCT', factor: 1, found }
  const thousands = texts.some(
    (text) =>
      /^(?:POP|EAP|EMP|UNE|EIP|EES|TRU|LUU|HOW|MIG|MST|MFL|MNA)_.*_NB$/.test(tidy(text)) || /\(thousands\)$/i.test(tidy(text)),
  )
  return thousands ? { family: persons ? 'PERSONS' : `? ${found}`, factor: 1000, found: 'thousand persons' } : null
}

function layout(context: AdapterContext): Layout {
  const { catalogue, header, options } = context
  const columns = new Columns(header)
  const pair = (name: string) => ({ code: columns.find(name), label: columns.find(`${name}.label`) })
  const [area, indicator] = [columnsOf(pair('ref_area')), pair('indicator')]
  const value = columns.need('obs_value')
  const status = columns.find('obs_status', 'obs_status.label')
  const sides = namedSides(context)
  if (area.length === 0 && !sides.reporter) throw missing('ref_area')
  const record = catalogue.indicators.get(options.indicator ?? '')
  const named = namedUnit(context)
  return {
    format: 'ilostat',
    values: [{ column: value, name: columns.name(value) }],
    ...sides,
    ...(area.length === 0 ? {} : { reporter: areaOf(context, area, '') }),
    period: periodDimension(context, columns.need('time')),
    indicator: namedSeries(
      context,
      [indicator, pair('sex'), pair('classif1'), pair('classif2')].filter((one) => columnsOf(one).length > 0),
    ),
    unit: {
      columns: columnsOf(indicator),
      read: (texts) => {
        const said = unitSaid(texts, record?.unit.family === 'PERSONS')
        return named === undefined ? said : besideSaid(named, said)
      },
    },
    ...(status < 0 ? {} : { status: statusDimension(status) }),
    missingWords: new Set(),
    decimal: '.',
    warnings: columnsNotRead(header.names.filter((name) => /^(?:note_|source)/i.test(name))),
  }
}

/** ILOSTAT, tables and bulk files. */
export const ilostat: CsvAdapter = {
  id: 'ilostat',
  recognise: (header) => {
    const columns = new Columns(header)
    const has = (name: string): boolean => columns.has(name) || columns.has(`${name}.label`)
    return (
      has('ref_area') && has('indicator') && columns.has('time', 'obs_value') && (has('sex') || has('classif1') || has('source'))
    )
  },
  layout,
}
