import type { Decode } from '../bytes/encodings.ts'
import { ColumnAreas, DimensionReader } from '../dimensionReader.ts'
import type { Dimension, IndicatorRecord, Layout, PeriodMeaning, UnitMeaning } from '../layout.ts'
import { tidy } from '../text/fold.ts'

/** The readers of a layout's dimensions; null where neither a column nor the user says it. */
export interface RecordColumns {
  readonly indicator: DimensionReader<IndicatorRecord> | null
  readonly reporter: DimensionReader<string> | null
  readonly partner: DimensionReader<string> | null
  /** one of the two above, in tables with areas across */
  readonly across: ColumnAreas | null
  readonly period: DimensionReader<PeriodMeaning> | null
  readonly unit: DimensionReader<UnitMeaning | null> | null
  readonly scale: DimensionReader<number> | null
  readonly source: DimensionReader<string> | null
  readonly status: DimensionReader<string> | null
  readonly filter: DimensionReader<'keep' | 'replace' | 'status'> | null
  readonly vintage: DimensionReader<string> | null
  readonly estimatesAfter: DimensionReader<number> | null
}

/** A dimension that knows its own headings again: a heading repeated in the file is no second series. */
const exceptHeadings = <T>(dimension: Dimension<T> | undefined, header: readonly string[]): Dimension<T> | undefined =>
  dimension && {
    columns: dimension.columns,
    read: (texts) =>
      texts.length > 0 && texts.every((text, i) => tidy(text) === header[dimension.columns[i] ?? -1])
        ? { fault: 'unknown-indicator', column: null, found: texts[0] ?? '' }
        : dimension.read(texts),
  }

/** One reader for each dimension of a layout, shared by everything that looks at a record. @param header headings of the file */
export function recordColumns(layout: Layout, decode: Decode, header: readonly string[]): RecordColumns {
  const reader = <T>(dimension: Dimension<T> | undefined, keyOf: (value: T) => unknown): DimensionReader<T> | null =>
    dimension ? new DimensionReader(dimension, decode, keyOf) : null
  const across = layout.across === undefined ? null : new ColumnAreas(layout.values, decode)
  return {
    indicator: reader(exceptHeadings(layout.indicator, header), (found) => found.id),
    reporter: layout.across === 'reporter' ? across : reader(layout.reporter, (found) => found),
    partner: layout.across === 'partner' ? across : reader(layout.partner, (found) => found),
    across,
    period: reader(
      layout.period,
      (found) => found.code * 8 + (found.estimate ? 4 : 0) + (found.cumulative ? 2 : 0) + (found.preliminary ? 1 : 0),
    ),
    unit: reader(layout.unit, (found) =>
      found ? `${found.family} ${found.factor} ${found.doubt === undefined ? '' : `${found.found} ${found.beside}`}` : '',
    ),
    scale: reader(layout.scale, (found) => found),
    source: reader(layout.source, (found) => found),
    status: reader(layout.status, (found) => found),
    filter: reader(exceptHeadings(layout.filter, header), (found) => found),
    vintage: reader(layout.vintage, (found) => found),
    estimatesAfter: reader(layout.estimatesAfter, (found) => found),
  }
}
