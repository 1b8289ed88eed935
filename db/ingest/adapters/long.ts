import type { AreaSystem } from '../areas.ts'
import { Columns, missing } from '../columns.ts'
import {
  areaDimension,
  constant,
  indicatorDimension,
  namedIndicator,
  namedSides,
  namedUnit,
  noteDimension,
  periodDimension,
  reporterDimension,
  textDimension,
  unitDimension,
} from '../dimensions.ts'
import { statusDimension } from '../flags.ts'
import { roleOf } from '../headings.ts'
import type { AdapterContext, CsvAdapter, Header, Layout } from '../layout.ts'
import { dayDimension } from '../releaseDay.ts'
import { readPeriod } from '../text/periods.ts'
import { columnsNotRead } from './notRead.ts'

const ours = ['indicator', 'reporter', 'partner', 'period', 'value', 'unit', 'source', 'source_id', 'status', 'vintage']

/** Our own long form: one record per figure; also what `export` writes. */
export const long: CsvAdapter = {
  id: 'long',
  recognise: (header: Header) => {
    const columns = new Columns(header)
    // the WTO's "Period" is a part of its "Year"
    if (columns.has('Reporting Economy', 'Year')) return false
    const known = ours.filter((name) => columns.has(name)).length
    if (columns.has('value') && columns.has('period'))
      return columns.has('indicator') || columns.has('reporter') || columns.has('partner')
    const periods = header.names.filter((name) => readPeriod(name).kind === 'period').length
    // a table whose period or value has another name is read by the general adapter, not refused here
    const otherNames = header.names.some(
      (name) => ['value', 'period', 'year'].includes(roleOf(name) ?? '') && !['value', 'period'].includes(name.toLowerCase()),
    )
    return known >= 4 && periods === 0 && !otherNames && (columns.has('indicator') || columns.has('reporter'))
  },
  layout: longLayout,
}

function longLayout(context: AdapterContext): Layout {
  const { header, options } = context
  const columns = new Columns(header)
  const value = columns.need('value')
  const period = columns.need('period')
  const indicator = columns.find('indicator')
  const reporter = columns.find('reporter')
  const partner = columns.find('partner')
  const unit = columns.find('unit')
  const source = columns.find('source', 'source_id')
  const status = columns.find('status')
  const note = columns.find('note')
  const vintage = columns.find('vintage')
  if (indicator < 0 && options.indicator === undefined) throw missing('indicator')
  if (reporter < 0 && options.reporter === undefined) throw missing('reporter')
  const named = namedUnit(context)
  const system: AreaSystem = columns.has('vintage', 'batch', 'line') ? 'own' : ''
  return {
    format: 'long',
    values: [{ column: value, name: columns.name(value), ...(unit < 0 && named ? { unit: named } : {}) }],
    period: periodDimension(context, period),
    indicator:
      indicator >= 0 ? indicatorDimension(context, indicator) : constant(namedIndicator(context, options.indicator ?? '')),
    ...namedSides(context),
    ...(reporter < 0 ? {} : { reporter: reporterDimension(context, [reporter], system) }),
    ...(partner < 0 ? {} : { partner: areaDimension(context, [partner], system) }),
    ...(unit < 0 ? {} : { unit: unitDimension(context, unit) }),
    ...(source < 0 ? {} : { source: textDimension(source) }),
    ...(status < 0 ? {} : { status: statusDimension(status) }),
    ...(note < 0 ? {} : { note: noteDimension(note) }),
    ...(vintage < 0 ? {} : { vintage: dayDimension(vintage) }),
    warnings: notRead(columns.names, [value, period, indicator, reporter, partner, unit, source, status, note]),
    missingWords: new Set(),
    ...(system === 'own' ? { own: true } : {}),
  }
}

/** Columns of our own export that an import has no use for. */
const exported = new Set([
  ...['vintage', 'batch', 'line', 'source_id'],
  ...['rejected_line', 'rejected_column', 'rejected_reason', 'rejected_text'],
])

const notRead = (names: readonly string[], used: readonly number[]): NonNullable<Layout['warnings']> =>
  columnsNotRead(names.filter((name, column) => name !== '' && !used.includes(column) && !exported.has(name.toLowerCase())))
