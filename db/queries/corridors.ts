import type { Corridor } from '../../electron/shared/contract/schema/corridors.ts'
import { corridorKinds } from '../../electron/shared/domain/oilRoutes.ts'
import { statement } from '../worker/db.ts'

interface CorridorRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly status: string
  readonly transit_countries: string
  readonly points: string
  readonly approximate_points: string
  readonly source: string
  readonly note: string
}

export const allCorridors = statement<object, CorridorRow>(
  'corridors.all',
  `SELECT id, name, kind, status, transit_countries, points, approximate_points, source, note FROM corridor
   ORDER BY kind = 'oil' DESC, kind = 'gas' DESC, kind = 'rail' DESC, kind = 'road' DESC, id`,
)

/** A corridor as it was bundled, without volumes. @throws {Error} on a kind outside the list: the bundled data are checked for it */
export function corridorRow(row: CorridorRow): Omit<Corridor, 'volumes'> {
  const kind = corridorKinds.find((one) => one === row.kind)
  if (kind === undefined) throw new Error(`corridor ${row.id} is of the unknown kind ${row.kind}`)
  const approximate = new Set(JSON.parse(row.approximate_points) as readonly string[])
  const since = /since (\d{4})/.exec(row.status)?.[1]
  return {
    id: row.id,
    name: row.name,
    kind,
    status: row.status,
    since: since === undefined ? null : Number(since),
    transit: row.transit_countries.split(';').filter((code) => code !== ''),
    points: (JSON.parse(row.points) as readonly (readonly [number, number, string])[]).map(([lon, lat, place]) => ({
      lon,
      lat,
      place,
      approximate: approximate.has(place),
    })),
    source: row.source,
    note: row.note,
  }
}
