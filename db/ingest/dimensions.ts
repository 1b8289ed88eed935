// The dimensions that most adapters share. An adapter says which columns; these say how their texts are read.
import { type AreaSystem, isSumOfRows } from './areas.ts'
import {
  type AdapterContext,
  type Dimension,
  type Fault,
  type IndicatorRecord,
  isFault,
  type PeriodMeaning,
  type UnitMeaning,
} from './layout.ts'
import { type Direction, directionOf, oneSeries } from './oneSeries.ts'
import { FileRefusal, type RowReason } from './refusal.ts'
import { isTurned, tidy, verbatim } from './text/fold.ts'
import { type PeriodReading, readPeriod } from './text/periods.ts'
import { countedFromJanuary, flowsOf } from './text/saying.ts'
import { readScale } from './text/units.ts'

/** Why a record has no value of a dimension: the reason, the heading of its column (null = said for the whole file) and the text found. */
export const fault = (reason: RowReason | 'missing-value', column: string | null, found: string): Fault => ({
  fault: reason,
  column,
  found,
})

/** A dimension that is the same in every record. */
export const constant = <T>(value: T | Fault): Dimension<T> => ({ columns: [], read: () => value })

/** Areas by code or name. @param prefer columns in order of trust: the first that is not empty is read */
export function areaDimension(
  { catalogue, header }: AdapterContext,
  columns: readonly number[],
  system: AreaSystem = '',
): Dimension<string> {
  return {
    columns,
    read: (texts) => {
      const at = texts.findIndex((text) => tidy(text) !== '')
      const found = texts[Math.max(0, at)] ?? ''
      const heading = header.names[columns[Math.max(0, at)] ?? 0] ?? null
      return readArea({ catalogue }, found, heading, system)
    },
  }
}

/** The same for reporters of a table without a publisher: a sum over its rows is the figure of no reporter. */
export function reporterDimension(
  context: AdapterContext,
  columns: readonly number[],
  system: AreaSystem = '',
): Dimension<string> {
  const areas = areaDimension(context, columns, system)
  return {
    columns,
    read: (texts) => {
      const total = texts.find((text) => isSumOfRows(text))
      return total === undefined ? areas.read(texts) : fault('totals-row', context.header.names[columns[0] ?? -1] ?? null, total)
    },
  }
}

/** @returns code of the area, or why there is none */
export function readArea(
  { catalogue }: Pick<AdapterContext, 'catalogue'>,
  found: string,
  heading: string | null,
  system: AreaSystem,
): string | Fault {
  if (isTurned(found)) return fault('control-character', heading, found)
  const reading = catalogue.areas.read(found, system)
  switch (reading.kind) {
    case 'area':
      return reading.area.code
    case 'ambiguous':
      return fault('ambiguous-area', heading, found)
    case 'total':
      return fault('totals-row', heading, found)
    default:
      return fault('unknown-area', heading, found)
  }
}

/** Indicators by our own codes; codes of a publisher map to the one the user names, when the file holds only one. */
export function indicatorDimension({ catalogue, header, options }: AdapterContext, column: number): Dimension<IndicatorRecord> {
  const folded = new Map([...catalogue.indicators].map(([code, record]) => [code.toLowerCase(), record]))
  const heading = header.names[column] ?? null
  return {
    columns: [column],
    read: ([text = '']) => {
      if (isTurned(text)) return fault('control-character', heading, text)
      const found = tidy(text)
      if (found === '' && options.indicator !== undefined) return namedIndicator({ catalogue }, options.indicator)
      const ours =
        catalogue.indicators.get(found) ?? folded.get(found.toLowerCase()) ?? answeredIndicator({ catalogue, options }, found)
      return ours ?? fault('unknown-indicator', heading, text)
    },
  }
}

/** The indicator that the user said a text means. */
const answeredIndicator = (
  { catalogue, options }: Pick<AdapterContext, 'catalogue' | 'options'>,
  found: string,
): IndicatorRecord | undefined => {
  const code = options.indicators?.[found]
  return code === undefined ? undefined : catalogue.indicators.get(code)
}

/** The indicator a user or a format names. */
export const namedIndicator = ({ catalogue }: Pick<AdapterContext, 'catalogue'>, code: string): IndicatorRecord | Fault =>
  catalogue.indicators.get(code) ?? fault('unknown-indicator', null, code)

/** The direction of trade that the key of a series says, in a code or in words; null when it says none or both. */
function directionSaid(key: string): Direction | null {
  const said = new Set(key.split(/[\s,;:()]+/).flatMap((part) => directionOf(part) ?? []))
  for (const flow of flowsOf(key)) if (flow !== 'other') said.add(flow)
  const [direction, second] = said
  return second === undefined ? (direction ?? null) : null
}

/** True where a text about figures says the other direction of trade than the indicator that a user names for them. */
export function saysOtherWay(text: string, indicator: string | undefined): boolean {
  const meant = directionOf(indicator ?? '')
  const said = meant === null ? null : directionSaid(text)
  return said !== null && said !== meant
}

/** Indicator of a publisher's table whose codes are not ours: the one named by the user, our own when a code equals one, else a fault. */
export function foreignIndicator(
  context: AdapterContext,
  columns: readonly number[],
  known: (texts: readonly string[]) => string | null = () => null,
  key: (texts: readonly string[]) => string = ([text = '']) => tidy(text),
): Dimension<IndicatorRecord> {
  const { catalogue, header, options } = context
  const { indicator } = options
  const belongs = oneSeries(indicator ?? '', 'series')
  // one answer stands for one series, too
  const answeredOne = new Map<string, (text: string) => boolean>()
  return {
    columns,
    read: (texts) => {
      const [text = ''] = texts
      const ours = catalogue.indicators.get(tidy(text))
      if (ours) return ours
      const answered = answeredIndicator(context, tidy(text))
      if (answered) {
        const isOne = answeredOne.get(tidy(text)) ?? oneSeries(answered.code, 'series')
        answeredOne.set(tidy(text), isOne)
        isOne(key(texts))
        return answered
      }
      const unknown = fault('unknown-indicator', header.names[columns[0] ?? -1] ?? null, text)
      const mapped = known(texts)
      if (indicator === undefined) return mapped === null ? unknown : namedIndicator(context, mapped)
      const [said, meant] = [directionOf(mapped ?? '') ?? directionSaid(texts.join(' ')), directionOf(indicator)]
      if (said !== null && meant !== null && said !== meant) return unknown
      return belongs(key(texts)) ? namedIndicator(context, indicator) : unknown
    },
  }
}

/** A reading of a text as a period of a record, or why it is none. */
export function periodMeaning(reading: PeriodReading, heading: string | null, found: string): PeriodMeaning | Fault {
  if (reading.kind === 'bad') return fault('bad-period', heading, found)
  const { kind: _kind, ...period } = reading
  return period
}

/** The period in one column. */
export function periodDimension({ header, options }: AdapterContext, column: number): Dimension<PeriodMeaning> {
  const heading = header.names[column] ?? null
  return { columns: [column], read: ([text = '']) => periodMeaning(readPeriod(text, options.dayOrder), heading, text) }
}

/** The same, each period changed by what stands over all of them. */
export const eachPeriod = (
  { columns, read }: Dimension<PeriodMeaning>,
  change: (period: PeriodMeaning, text: string) => PeriodMeaning | Fault,
): Dimension<PeriodMeaning> => ({
  columns,
  read: (texts) => {
    const period = read(texts)
    return isFault(period) ? period : change(period, texts[0] ?? '')
  },
})

/** The same, each period counted from January on: so a title says of the whole table. */
export const sinceJanuary = (period: Dimension<PeriodMeaning>): Dimension<PeriodMeaning> => eachPeriod(period, countedFromJanuary)

/** Year in one column, month or quarter in another; an empty part leaves the year. */
export function splitPeriodDimension(
  { header }: AdapterContext,
  year: number,
  part: number,
  kind: 'month' | 'quarter',
): Dimension<PeriodMeaning> {
  return {
    columns: [year, part],
    read: ([yearText = '', partText = '']) => {
      const y = tidy(yearText).replace(/\.0$/, '')
      const p = tidy(partText)
      if (p === '') return periodMeaning(readPeriod(y), header.names[year] ?? null, yearText)
      const joined =
        kind === 'quarter'
          ? `${y}-Q${p.replace(/\D*([1-4])\D*/, '$1')}`
          : /^\d{1,2}$/.test(p)
            ? `${y}-${p.padStart(2, '0')}`
            : `${p} ${y}`
      const reading = readPeriod(joined)
      return periodMeaning(
        reading.kind === 'bad' && kind === 'quarter' ? readPeriod(`${p} квартал ${y}`) : reading,
        header.names[part] ?? null,
        partText,
      )
    },
  }
}

/** The unit in one column; an empty cell leaves the unit of the indicator. */
export function unitDimension({ catalogue, header }: AdapterContext, column: number): Dimension<UnitMeaning | null> {
  return {
    columns: [column],
    read: ([text = '']) =>
      tidy(text) === '' ? null : (catalogue.units.read(text) ?? fault('unit-mismatch', header.names[column] ?? null, text)),
  }
}

/** The unit a user names for the whole file. @throws {FileRefusal} unknown-layout when nobody knows it */
export function namedUnit({ catalogue, options }: AdapterContext): UnitMeaning | undefined {
  if (options.unit === undefined) return undefined
  const unit = catalogue.units.read(options.unit)
  if (unit) return unit
  throw new FileRefusal(
    'unknown-layout',
    `The unit "${options.unit}" is not known. Use a code such as USD_M or a name such as "million US$".`,
    null,
    null,
    { kind: 'option', text: options.unit },
  )
}

/** A power of ten or its name, by which figures are multiplied. */
export function scaleDimension({ header }: AdapterContext, column: number): Dimension<number> {
  return {
    columns: [column],
    read: ([text = '']) => readScale(text) ?? fault('unit-mismatch', header.names[column] ?? null, text),
  }
}

/** Text that an export made harmless for spreadsheets, as it was: the apostrophe before a formula is not part of it. */
export const asWritten = (text: string): string => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text)

/** What a person remarks about a figure: kept as written. */
export const noteDimension = (column: number): Dimension<string> => ({
  columns: [column],
  read: ([text = '']) => asWritten(verbatim(text)),
})

/** A text as it stands, without the spaces around it. */
export const textDimension = (column: number): Dimension<string> => ({
  columns: [column],
  read: ([text = '']) => asWritten(tidy(text)),
})

/** The reporter or partner of the whole file, as the user names it. @throws {FileRefusal} unknown-layout */
export function namedArea({ catalogue }: AdapterContext, name: string, what: string): string {
  const reading = catalogue.areas.read(name)
  if (reading.kind === 'area') return reading.area.code
  throw new FileRefusal(
    'unknown-layout',
    `The ${what} "${name}" is not an area known here. Use an ISO code such as KAZ.`,
    null,
    null,
    {
      kind: 'option',
      text: name,
    },
  )
}

/** Reporter and partner that the options name, where the file has no column for them. */
export function namedSides(context: AdapterContext): {
  readonly reporter?: Dimension<string>
  readonly partner?: Dimension<string>
} {
  const { reporter, partner } = context.options
  return {
    ...(reporter === undefined ? {} : { reporter: constant(namedArea(context, reporter, 'reporter')) }),
    ...(partner === undefined ? {} : { partner: constant(namedArea(context, partner, 'partner')) }),
  }
}
