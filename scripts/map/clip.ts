// Cuts shapes to a box of longitudes and latitudes, so that the map carries no coast that it never shows.
import type { Position } from 'geojson'

/** west, south, east, north */
export type Box = readonly [number, number, number, number]

interface Edge {
  readonly inside: (point: Position) => boolean
  readonly cross: (a: Position, b: Position) => Position
}

const at = (point: Position, axis: 0 | 1): number => point[axis] ?? 0

function edge(axis: 0 | 1, limit: number, sign: 1 | -1): Edge {
  return {
    inside: (point) => (at(point, axis) - limit) * sign >= 0,
    cross: (a, b) => {
      const share = (limit - at(a, axis)) / (at(b, axis) - at(a, axis))
      const other = at(a, axis === 0 ? 1 : 0) + share * (at(b, axis === 0 ? 1 : 0) - at(a, axis === 0 ? 1 : 0))
      return axis === 0 ? [limit, other] : [other, limit]
    },
  }
}

const edgesOf = ([west, south, east, north]: Box): readonly Edge[] => [
  edge(0, west, 1),
  edge(0, east, -1),
  edge(1, south, 1),
  edge(1, north, -1),
]

/** A closed ring cut to a box (Sutherland and Hodgman, "Reentrant Polygon Clipping", 1974); empty when it lies outside. Winding is kept. */
export function clipRing(ring: readonly Position[], box: Box): Position[] {
  let points = ring.slice(0, -1) as Position[]
  for (const { inside, cross } of edgesOf(box)) {
    const next: Position[] = []
    points.forEach((point, index) => {
      const before = points.at(index - 1) ?? point
      if (inside(point) !== inside(before)) next.push(cross(before, point))
      if (inside(point)) next.push(point)
    })
    points = next
  }
  const [first] = points
  return first ? [...points, first] : []
}

/** The stretches of a line inside a box, with one point beyond each end. */
export function clipLine(line: readonly Position[], [west, south, east, north]: Box): Position[][] {
  const inside = (point: Position | undefined): boolean =>
    point !== undefined && at(point, 0) >= west && at(point, 0) <= east && at(point, 1) >= south && at(point, 1) <= north
  const pieces: Position[][] = []
  let piece: Position[] = []
  line.forEach((point, index) => {
    if (inside(point) || inside(line[index - 1]) || inside(line[index + 1])) piece.push(point)
    else if (piece.length > 0) {
      pieces.push(piece)
      piece = []
    }
  })
  if (piece.length > 0) pieces.push(piece)
  return pieces.filter((one) => one.length > 1)
}
