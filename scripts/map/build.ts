// Draws resources/map/boundaries.json from world-atlas (Natural Earth, public domain): the land of the part of the world our corridors
// cross, with boundaries as policy.ts says. Run again when the atlas or the policy changes: node scripts/map/build.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MultiPolygon, Position } from 'geojson'
import { feature, mergeArcs, mesh } from 'topojson-client'
import type {
  GeometryCollection,
  GeometryObject,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification'
import { csvRows } from '../data/csv.ts'
import { type Box, clipLine, clipRing } from './clip.ts'
import { inPolygon, moved, openBorders, unnumbered } from './policy.ts'

type Named = { name: string }
type Shape = (TopoPolygon<Named> | TopoMultiPolygon<Named>) & { readonly id?: string }
type Atlas = Topology<{ countries: GeometryCollection<Named> }>

const root = join(import.meta.dirname, '../..')
const atlas = JSON.parse(readFileSync(join(root, 'node_modules/world-atlas/countries-50m.json'), 'utf8')) as Atlas
/** Part of the world that is kept: west, south, east, north. Wider than the map, so that no edge of the data shows. */
const REGION: Box = [5, 20, 118, 68]

const codes = new Map(
  csvRows(readFileSync(join(root, 'resources/data/areas.csv'), 'utf8'))
    .filter((row) => row.kind === 'country' && row.m49 !== '')
    .map((row) => [row.m49?.padStart(3, '0') ?? '', row.code ?? '']),
)

const arcsOf = (shape: Shape): number[][][] => (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs)
const polygonsOf = (shape: GeometryObject): MultiPolygon['coordinates'] => {
  const { geometry } = feature(atlas, shape) as unknown as {
    geometry: MultiPolygon | { type: 'Polygon'; coordinates: MultiPolygon['coordinates'][number] }
  }
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

/** Polygons by country, after the moves; each holds arcs of the atlas. */
const land = new Map<string, { code: string; undetermined: boolean; arcs: number[][][] }>()
for (const shape of atlas.objects.countries.geometries as Shape[]) {
  const special = shape.id === undefined ? unnumbered[shape.properties?.name ?? ''] : undefined
  if (shape.id === undefined && special === undefined) continue
  const key = shape.id ?? (special && 'joins' in special ? special.joins : (special?.code ?? ''))
  const code = special && 'code' in special ? special.code : (codes.get(key) ?? `X${key}`)
  const known = land.get(key) ?? { code, undetermined: special !== undefined && 'status' in special, arcs: [] }
  land.set(key, { ...known, arcs: [...known.arcs, ...arcsOf(shape)] })
}
for (const { from, to, at } of moved) {
  const [giver, taker] = [land.get(from), land.get(to)]
  if (!giver || !taker) throw new Error(`the atlas has no country ${from} or ${to}`)
  const isThere = (arcs: number[][]): boolean => polygonsOf({ type: 'Polygon', arcs }).some((rings) => inPolygon(at, rings))
  const pieces = giver.arcs.filter(isThere)
  if (pieces.length !== 1) throw new Error(`${pieces.length} polygons of ${from} contain ${at.join(' ')}`)
  land.set(from, { ...giver, arcs: giver.arcs.filter((arcs) => !pieces.includes(arcs)) })
  land.set(to, { ...taker, arcs: [...taker.arcs, ...pieces] })
}

/** Steps of a coordinate, degrees: at the scale of the map a third of a pixel. */
const STEP = 0.02
const round = (value: number): number => Number((Math.round(value / STEP) * STEP).toFixed(2))
/** Rounded to the step; points that fall together are one. */
function thin(line: readonly Position[]): [number, number][] {
  const kept: [number, number][] = []
  for (const [x = 0, y = 0] of line) {
    const point: [number, number] = [round(x), round(y)]
    const last = kept.at(-1)
    if (!last || last[0] !== point[0] || last[1] !== point[1]) kept.push(point)
  }
  return kept
}

const merged = [...land.values()].map(({ code, undetermined, arcs }) => ({
  code,
  undetermined,
  // merging dissolves the seam between pieces that were two countries in the atlas
  shape: mergeArcs(atlas, [{ type: 'MultiPolygon', arcs }]) as TopoMultiPolygon<Named>,
}))
const areas = merged
  .map(({ code, undetermined, shape }) => ({
    code,
    ...(undetermined ? { undetermined: true } : {}),
    polygons: polygonsOf(shape).map((rings) =>
      rings.map((ring) => thin(clipRing(ring, REGION))).filter((ring) => ring.length > 3),
    ),
  }))
  .map((area) => ({ ...area, polygons: area.polygons.filter((rings) => rings.length > 0) }))
  .filter((area) => area.polygons.length > 0)
  .sort((a, b) => (a.code < b.code ? -1 : 1))

const codeOf = new Map<object, { code: string; undetermined: boolean }>(
  merged.map(({ code, undetermined, shape }) => [shape, { code, undetermined }]),
)
const whole: GeometryCollection = { type: 'GeometryCollection', geometries: merged.map(({ shape }) => shape) }

/** A border cut into stretches that are agreed and stretches that are open. */
function cut(line: readonly Position[], isOpen: (point: Position) => boolean): { agreed: Position[][]; open: Position[][] } {
  const [agreed, open]: [Position[][], Position[][]] = [[], []]
  let current: Position[] = []
  let state: boolean | null = null
  for (const point of line) {
    const now = isOpen(point)
    if (state !== null && now !== state) {
      current.push(point)
      ;(state ? open : agreed).push(current)
      current = [point]
    } else current.push(point)
    state = now
  }
  if (current.length > 1) (state ? open : agreed).push(current)
  return { agreed, open }
}

const borders: [number, number][][] = []
const undetermined: [number, number][][] = []
const pairs = new Map<string, readonly [number, number, number, number]>(
  openBorders.map(({ between, box }) => [between.join(' '), box]),
)
for (const [a, { code: one, undetermined: openA }] of codeOf) {
  for (const [b, { code: two, undetermined: openB }] of codeOf) {
    if (one >= two) continue
    const shared = mesh(atlas, whole, (x, y) => (x === a && y === b) || (x === b && y === a)).coordinates.flatMap((line) =>
      clipLine(line, REGION),
    )
    const box = pairs.get(`${one} ${two}`)
    for (const line of shared) {
      const isOpen = ([x = 0, y = 0]: Position): boolean =>
        openA || openB || (box !== undefined && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])
      const { agreed, open } = cut(line, isOpen)
      borders.push(...agreed.map(thin).filter((piece) => piece.length > 1))
      undetermined.push(...open.map(thin).filter((piece) => piece.length > 1))
    }
  }
}

const out = join(root, 'resources/map/boundaries.json')
writeFileSync(
  out,
  `${JSON.stringify({ source: 'world-atlas 2.0.2, Natural Earth 1:50,000,000, public domain', areas, borders, undetermined })}\n`,
)
console.log(
  `${areas.length} areas, ${borders.length} borders, ${undetermined.length} open stretches, ${readFileSync(out).length} bytes`,
)
