// Periods at the head of the columns of an office's table: with marks, with their unit, and of a title that says which part of the year.

import { fault, periodMeaning } from '../dimensions.ts'
import { type AdapterContext, isFault, type Layout, type UnitMeaning, type ValueColumn } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import { tidy } from '../text/fold.ts'
import { type PeriodReading, readPeriod } from '../text/periods.ts'
import { isPartOfYear, readHeadingPeriod, resemblesPeriod } from '../text/titlePeriods.ts'
import { isUnitText } from '../text/units.ts'

/** What a heading of figures says: their period, and the text of their unit; '' = none. */
interface Heading {
  readonly reading: PeriodReading
  readonly unit: string
}

const bad: Heading = { reading: { kind: 'bad' }, unit: '' }
/** Where a period may end and a unit begin, or the other way round. */
const seams = /,\s*|\s*[(/]|\s+/g

/** Reads a heading such as `2023`, `2023*`, `2022, тыс. долл. США`, `млн долл. США (2023 г.)`. */
export function readHeading(name: string): Heading {
  const reading = readHeadingPeriod(name)
  if (reading.kind === 'period') return { reading, unit: '' }
  if (!/(?:19|20)\d\d/.test(name)) return bad
  for (const seam of name.matchAll(seams)) {
    const parts = [name.slice(0, seam.index), name.slice(seam.index + seam[0].length)].map((part) =>
      part.replace(/\)$/, '').trim(),
    )
    for (const [period = '', unit = ''] of [parts, parts.toReversed()]) {
      const found = isUnitText(unit) ? readHeadingPeriod(period) : bad.reading
      if (found.kind === 'period') return { reading: found, unit }
    }
  }
  return bad
}

/** True for a heading that says a period, whatever else it says. */
export const saysPeriod = (name: string): boolean => readHeading(name).reading.kind === 'period'

/** True for a heading over figures of a period, even of one that is none, or that only a title completes. */
export const meansPeriod = (name: string): boolean => saysPeriod(name) || resemblesPeriod(name) || isPartOfYear(name)

/**
 * Columns whose headings are periods. Of two for one period, one in another unit than the indicator's is left to the columns that are not read:
 * a share beside an amount.
 *
 * @param year that the title says, for headings such as "январь"; null = none, or several
 * @throws {FileRefusal} duplicate-column
 */
export function headingColumns(context: AdapterContext, skip: ReadonlySet<number>, year: string | null): readonly ValueColumn[] {
  const { header, catalogue } = context
  const family = catalogue.indicators.get(context.options.indicator ?? '')?.unit.family
  const unitIn = (text: string): UnitMeaning => catalogue.units.mention(text) ?? { family: `? ${text}`, factor: 1, found: text }
  const columns: ValueColumn[] = []
  const seen = new Map<number, ValueColumn>()
  for (const [column, name] of header.names.entries()) {
    if (skip.has(column)) continue
    const part = isPartOfYear(name)
    const { reading, unit: text } = readHeading(part && year !== null ? `${name} ${year}` : name)
    if (reading.kind === 'bad') {
      if (part || resemblesPeriod(name)) columns.push({ column, name, period: fault('bad-period', name, name) })
      continue
    }
    const unit = text === '' ? catalogue.units.mention(header.below?.[column] ?? '') : unitIn(text)
    const one: ValueColumn = { column, name, period: periodMeaning(reading, name, name), ...(unit === null ? {} : { unit }) }
    const key = reading.code * 2 + (reading.cumulative ? 1 : 0)
    const before = seen.get(key)
    if (before !== undefined) {
      const [mine, its] = [one, before].map((it) => it.unit === undefined || it.unit.family === family)
      if (family === undefined || mine === its) throw samePeriod(before.name, name)
      if (its) continue
      columns.splice(columns.indexOf(before), 1)
    }
    seen.set(key, one)
    columns.push(one)
  }
  return columns
}

const samePeriod = (before: string, name: string): FileRefusal =>
  new FileRefusal('duplicate-column', `The columns "${before}" and "${name}" are the same period.`, null, null, {
    kind: 'column-twice',
    text: name,
  })

/** Words for a year beside its parts, which are no marks. */
const totals = /^(?:всего|итого|total|барлығы)(?: |$)|(?:всего|итого|total|барлығы)$/i

/** Marks that were taken off the periods of a table are told: a star may mean anything. */
export function marksOnPeriods(values: readonly ValueColumn[]): NonNullable<Layout['warnings']> {
  const marked = values.flatMap(({ name, period }) =>
    period === undefined ||
    isFault(period) ||
    readPeriod(name).kind === 'period' ||
    readHeadingPeriod(name).kind === 'bad' ||
    totals.test(name)
      ? []
      : [tidy(name)],
  )
  if (marked.length === 0) return []
  const named = marked.slice(0, 12).join(', ')
  return [
    {
      code: 'marks-on-periods',
      message: `Headings with marks were read as their periods: ${named}. A star often means preliminary: look at the notes of the table.`,
      about: [named],
    },
  ]
}
