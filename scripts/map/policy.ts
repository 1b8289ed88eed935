// Which land belongs to whom on our maps. The map follows the General Assembly and the Security Council of the United Nations; Natural Earth
// (through world-atlas) draws some borders by who controls the ground, so they are moved here, and a test looks at the result.
import type { MultiPolygon, Position } from 'geojson'

/** A place that a map drawn by control would give to another country. [longitude, latitude] */
export interface Placed {
  readonly place: string
  readonly at: readonly [number, number]
  /** ISO 3166-1 alpha-3 */
  readonly belongsTo: string
  readonly because: string
}

export const placed: readonly Placed[] = [
  { place: 'Simferopol', at: [34.1, 44.95], belongsTo: 'UKR', because: 'General Assembly resolution 68/262' },
  { place: 'Sevastopol', at: [33.55, 44.6], belongsTo: 'UKR', because: 'General Assembly resolution 68/262' },
  { place: 'Kyrenia', at: [33.32, 35.32], belongsTo: 'CYP', because: 'Security Council resolution 541' },
  { place: 'Hargeisa', at: [44.06, 9.56], belongsTo: 'SOM', because: 'no recognised state of Somaliland' },
]

/** Areas of the atlas without a number of their own, and what becomes of them. `undetermined` is land whose status is left open. */
export const unnumbered: Readonly<
  Record<string, { readonly joins: string } | { readonly code: string; readonly status: 'undetermined' }>
> = {
  'N. Cyprus': { joins: '196' },
  Somaliland: { joins: '706' },
  Kosovo: { code: 'XKX', status: 'undetermined' },
  'Siachen Glacier': { code: 'XSI', status: 'undetermined' },
}

/** A piece of one country that is moved to another: the polygon of `from` that contains `at` goes to `to` (numbers of the atlas). */
export const moved = [{ from: '643', to: '804', at: [34.1, 44.95] as const }]

/** Stretches of border whose final course is not agreed: drawn dotted. Boxes are [west, south, east, north]. */
export const openBorders: readonly {
  readonly between: readonly [string, string]
  readonly box: readonly [number, number, number, number]
}[] = [
  { between: ['IND', 'PAK'], box: [73.5, 32.5, 78, 36.5] },
  { between: ['CHN', 'IND'], box: [77.5, 32.3, 80.5, 36] },
  { between: ['CHN', 'PAK'], box: [74, 35, 78, 37.5] },
]

function inRing([x, y]: readonly [number, number], ring: readonly Position[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[xi = 0, yi = 0], [xj = 0, yj = 0]] = [ring[i] ?? [], ring[j] ?? []]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** True when a point (planar longitude and latitude) lies in a polygon and in none of its holes. */
export const inPolygon = (at: readonly [number, number], rings: MultiPolygon['coordinates'][number]): boolean =>
  rings.length > 0 && inRing(at, rings[0] ?? []) && !rings.slice(1).some((hole) => inRing(at, hole))
