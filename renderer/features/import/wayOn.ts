/**
 * How a refused file can be read after all: `map` = by saying what its columns are, `form` = by saying its encoding, delimiter or what it leaves
 * out, `mend` = not as it is: it is no table, or damaged.
 */
export type WayOn = 'map' | 'form' | 'mend'

const mappable: readonly string[] = ['unknown-layout', 'missing-column', 'no-header', 'duplicate-column', 'mixed-decimal-marks']
const readable: readonly string[] = ['undecodable-text', 'too-many-columns', 'field-too-long']
/** What a table in text form says of itself, though its reason alone would not lead anywhere. */
const readableKinds: readonly string[] = ['one-column', 'option', 'several', 'strict']
/** No choice of columns or encodings makes these a table, or the figures of a table ones of ours. */
const hopeless: readonly string[] = [
  'cut-page',
  'cut-gzip',
  'damaged-gzip',
  'workbook',
  'archive',
  'web-page',
  'other-text',
  'products-only',
]

/** @param kind what the refusal is about beyond its reason */
export function wayOn(reason: string | null, kind: string | null): WayOn {
  if (kind !== null && hopeless.includes(kind)) return 'mend'
  if (kind !== null && readableKinds.includes(kind)) return 'form'
  if (reason !== null && mappable.includes(reason)) return 'map'
  return reason !== null && readable.includes(reason) ? 'form' : 'mend'
}
