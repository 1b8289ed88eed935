// Land and courses on the plane: boundaries from the bundled file, a conic equal-area projection, curves through towns.
import { geoConicEqualArea, geoPath } from 'd3-geo'
import type { MultiLineString, MultiPolygon } from 'geojson'
import text from '../../../../resources/map/boundaries.json?raw'

interface Boundaries {
  readonly areas: readonly {
    readonly code: string
    readonly undetermined?: boolean
    readonly polygons: MultiPolygon['coordinates']
  }[]
  readonly borders: MultiLineString['coordinates']
  readonly undetermined: MultiLineString['coordinates']
}

let parsed: Boundaries | null = null
const boundaries = (): Boundaries => {
  parsed ??= JSON.parse(text) as Boundaries
  return parsed
}

export type Extent = 'near' | 'whole'
/** Corners that must be on the map. [longitude, latitude] */
const corners: Readonly<Record<Extent, readonly (readonly [number, number])[]>> = {
  near: [
    [37, 36.5],
    [60, 36.5],
    [86, 37],
    [37, 55],
    [62, 56.5],
    [87, 54],
  ],
  whole: [
    [25, 35.5],
    [60, 34],
    [88, 36],
    [23, 56],
    [60, 58.5],
    [88, 55],
  ],
}

export interface LandShape {
  readonly code: string
  readonly path: string
}

export interface MapDrawing {
  readonly land: readonly LandShape[]
  readonly borders: string
  readonly undetermined: string
  readonly project: (lon: number, lat: number) => readonly [number, number]
}

function draw(width: number, height: number, extent: Extent): MapDrawing {
  const projection = geoConicEqualArea()
    .rotate([-62, 0])
    .parallels([38, 54])
    .fitSize([width, height], { type: 'MultiPoint', coordinates: corners[extent].map((point) => [...point]) })
    .clipExtent([
      [-40, -40],
      [width + 40, height + 40],
    ])
  const path = geoPath(projection).digits(1)
  const { areas, borders, undetermined } = boundaries()
  return {
    land: areas.flatMap(({ code, polygons }) => {
      const drawn = path({ type: 'MultiPolygon', coordinates: polygons })
      return drawn === null ? [] : [{ code, path: drawn }]
    }),
    borders: path({ type: 'MultiLineString', coordinates: borders }) ?? '',
    undetermined: path({ type: 'MultiLineString', coordinates: undetermined }) ?? '',
    project: (lon, lat) => {
      const [x, y] = projection([lon, lat]) ?? [Number.NaN, Number.NaN]
      return [x, y]
    },
  }
}

let last: { readonly key: string; readonly drawing: MapDrawing } | null = null

/** The drawing for a size; the last one is kept, because a pointer that moves asks for it again and again. */
export function mapDrawing(width: number, height: number, extent: Extent): MapDrawing {
  const key = `${width} ${height} ${extent}`
  if (last?.key !== key) last = { key, drawing: draw(width, height, extent) }
  return last.drawing
}

/** A curve through points (centripetal-like Catmull-Rom as Bézier, tension 6): the course between towns is drawn, not surveyed. */
export function curve(points: readonly (readonly [number, number])[]): string {
  const [first] = points
  if (!first) return ''
  const at = (index: number): readonly [number, number] => points[Math.min(Math.max(index, 0), points.length - 1)] ?? first
  const round = (value: number): string => value.toFixed(1)
  let path = `M${round(first[0])} ${round(first[1])}`
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const one = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6] as const
    const two = [c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6] as const
    path += `C${round(one[0])} ${round(one[1])} ${round(two[0])} ${round(two[1])} ${round(c[0])} ${round(c[1])}`
  }
  return path
}

/** px for a million tonnes at a map 760 px wide; linear, at least 1.6 px where there is a volume at all. */
const PER_MT = 0.17
export const LEAST_WIDTH = 1.6

/** Width of a route, px: in proportion to its volume in million tonnes and to the map, never thinner than can be seen. */
export const routeWidth = (millionTonnes: number, mapWidth: number): number =>
  Math.max(LEAST_WIDTH, millionTonnes * PER_MT * Math.max(0.8, mapWidth / 760))
