// What publishers write in a cell of flags, as a status of SDMX.
import type { Dimension } from './layout.ts'
import { fold, tidy } from './text/fold.ts'

// Tables of what files may say are maps here and in the other modules of db/ingest: an object would know `constructor`, too.

/** SDMX status by its code; flags of publishers that mean the same. A word nobody knows is kept as a note, and the figure is normal. */
const statuses: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'A',
    b: 'B',
    d: 'D',
    e: 'E',
    f: 'F',
    g: 'G',
    // no figure on a holiday
    h: 'M',
    i: 'I',
    k: 'K',
    l: 'L',
    m: 'M',
    n: 'N',
    o: 'O',
    p: 'P',
    q: 'Q',
    s: 'S',
    u: 'U',
    v: 'V',
    w: 'W',
    normal: 'A',
    'normal value': 'A',
    estimate: 'E',
    estimated: 'E',
    'estimated value': 'E',
    forecast: 'F',
    'forecast value': 'F',
    provisional: 'P',
    'provisional value': 'P',
    preliminary: 'P',
    'предварительные данные': 'P',
    предварительные: 'P',
    оценка: 'E',
    прогноз: 'F',
    break: 'B',
    'break in series': 'B',
    'time series break': 'B',
  } satisfies Readonly<Record<string, string>>),
)

/** Code of CL_OBS_STATUS for a publisher's flag; "" for an empty cell, `A` (normal) for a flag that nobody knows. */
export function readStatus(text: string): string {
  const found = tidy(text).toLowerCase()
  if (found === '') return ''
  const [code = ''] = found.split(/[:;, ]/)
  return (
    statuses.get(found) ??
    statuses.get(fold(found)) ??
    statuses.get(code) ??
    ([...code].length > 1 && [...code].every((c) => statuses.has(c)) ? (statuses.get(code.charAt(0)) ?? 'A') : 'A')
  )
}

/** Between a status and the publisher's own flags, where these say more. */
const FLAGS = '\t'

/** The status of a cell of flags, and behind it the flags themselves where no status says all of them: `bd` is a break and something else. */
export function readFlags(text: string): string {
  const found = tidy(text)
  const status = readStatus(found)
  const whole = found === '' || statuses.has(found.toLowerCase()) || statuses.has(fold(found))
  return whole ? status : `${status}${FLAGS}${found}`
}

/** Takes apart what {@link readFlags} says. */
export function partsOfFlags(read: string): { readonly status: string; readonly flags: string } {
  const [status = '', flags = ''] = read.split(FLAGS)
  return { status, flags }
}

/** The status in one column of flags. */
export const statusDimension = (column: number): Dimension<string> => ({
  columns: [column],
  read: ([text = '']) => readFlags(text),
})
