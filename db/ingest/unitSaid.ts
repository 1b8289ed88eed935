// What the user says of a unit beside what the file says: neither overrides the other in silence.

import { namedUnit } from './dimensions.ts'
import { type AdapterContext, type Dimension, isFault, type Layout, type UnitMeaning } from './layout.ts'

/** No unit at all. */
const unsaid: UnitMeaning = { family: '', factor: 1, found: '', doubt: 'unsaid' }

/** Formats whose tables say their units elsewhere, and tables of no particular publisher. */
const MAY_SAY_NONE = /^(?:(?:sdmx|eurostat|imf)-|(?:office|wide|table|owid|statgov-tab|oecd-stat|ilostat|faostat)$)/

const same = (a: UnitMeaning, b: UnitMeaning): boolean => a.family === b.family && a.factor === b.factor

/** The unit of figures whose heading or name says one: the user's where that is none known here, else the file's own, and the report tells of both. */
export function besideSaid(named: UnitMeaning, said: UnitMeaning | null): UnitMeaning {
  if (named === unsaid && said !== null) return said
  if (said === null || said.doubt === 'unknown' || same(named, said)) return named
  return said.family.startsWith('?')
    ? { ...named, doubt: 'otherwise', beside: said.found }
    : { ...said, doubt: 'not-taken', beside: named.found }
}

/**
 * The layout with the unit that the user names: for figures of which the file says none. Where it says another, in a column of units or by
 * its format, the file's own stands, and the report tells it.
 *
 * @throws {FileRefusal} unknown-layout when nobody knows the unit
 */
export function withNamedUnit(context: AdapterContext, layout: Layout): Layout {
  // of a table that may have lost its unit on the way it is told; the review asks, where it can
  const named = namedUnit(context) ?? (MAY_SAY_NONE.test(layout.format) ? unsaid : undefined)
  // a profile says of each column what it means
  if (named === undefined || layout.format.startsWith('profile-')) return layout
  const stands = (unit: UnitMeaning): UnitMeaning => (unit.doubt === undefined ? besideSaid(named, unit) : unit)
  const { unit } = layout
  const besideColumn: Dimension<UnitMeaning> | undefined = unit && {
    columns: unit.columns,
    read: (texts) => {
      const said = unit.read(texts)
      if (said === null) return named
      return isFault(said) ? said : stands(said)
    },
  }
  return {
    ...layout,
    values: layout.values.map((value) => {
      if (value.unit !== undefined) return { ...value, unit: stands(value.unit) }
      return unit === undefined ? { ...value, unit: named } : value
    }),
    ...(besideColumn ? { unit: besideColumn } : {}),
  }
}
