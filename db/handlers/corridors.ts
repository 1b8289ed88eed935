// Corridors with the volumes that are known of them. Routes of oil are Kazakhstan's figures; other countries read them as those of their neighbour.
import type { Corridors, Volume } from '../../electron/shared/contract/schema/corridors.ts'
import type { Reading, ReadingLine } from '../../electron/shared/contract/schema/readings.ts'
import { oilRoutes, otherVolumes } from '../../electron/shared/domain/oilRoutes.ts'
import { versionedCache } from '../queries/cache.ts'
import { allCorridors, corridorRow } from '../queries/corridors.ts'
import { readOilTotals, readOilTransit } from '../queries/oilTransit.ts'
import { indicatorsOf, readReadings, topicWarnings } from '../queries/readings.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

/** Whose figures the routes are. */
const EXPORTER = 'KAZ'
const CROSSED = ['RUS', 'CHN', 'AZE']
const isYear = (period: string): boolean => /^\d{4}$/.test(period)

function volumeOf(reading: Reading, period: string): Volume {
  const values = [reading.value, ...reading.others.map((other) => other.value)]
  const cells = [reading.cell, ...reading.others.map((other) => ({ ...reading.cell, source: other.source }))]
  return {
    year: reading.year,
    period,
    low: Math.min(...values),
    high: Math.max(...values),
    openEnd: reading.bound === 'atLeast',
    cells,
  }
}

/**
 * Volumes of an indicator by year. In a year whose shares are counted over its first months, the figures of those months stand, so that
 * routes of one year always cover the same time.
 *
 * @param partial period by year, e.g. 2024 → 2024-01/2024-10
 */
function volumesOf(lines: readonly ReadingLine[], indicator: string, partial: ReadonlyMap<number, string>): Volume[] {
  const yearly = lines.find((line) => line.indicator === indicator)?.readings.filter(({ period }) => isYear(period)) ?? []
  const months = lines.find((line) => line.indicator === `${indicator}.ytd`)?.readings ?? []
  const whole = yearly.filter(({ year }) => !partial.has(year)).map((reading) => volumeOf(reading, reading.period))
  const parts = [...partial].flatMap(([, period]) => {
    const found = months.find((reading) => reading.period === period.split('/')[1])
    return found ? [volumeOf(found, period)] : []
  })
  return [...whole, ...parts].sort((a, b) => a.year - b.year)
}

function answer(db: ReadDb, reporter: string, asOf: string): Corridors {
  const codes = indicatorsOf(db, ['route.', 'energy.'])
  const lines = readReadings(db, { indicators: codes, reporters: [EXPORTER], asOf })
  const query = { reporter: EXPORTER, asOf }
  const crossing = CROSSED.map((partner) => ({
    partner,
    points: readOilTransit(db, { ...query, partner }).map((point) => ({
      ...point,
      sources: [...point.sources],
      cells: [...point.cells],
    })),
  }))
  const partial = new Map(
    (crossing[0]?.points ?? []).filter(({ period }) => !isYear(period)).map(({ year, period }) => [year, period]),
  )
  const routes = oilRoutes.map(({ indicator, ...route }) => ({
    ...route,
    way: [...route.way],
    volumes: volumesOf(lines, indicator, partial),
  }))
  const carried = new Map(routes.flatMap(({ corridor, volumes }) => (corridor === null ? [] : [[corridor, volumes] as const])))
  return {
    corridors: db.all(allCorridors, {}).map((row) => {
      const other = otherVolumes[row.id]
      return {
        ...corridorRow(row),
        volumes: carried.get(row.id) ?? (other === undefined ? [] : volumesOf(lines, other, new Map())),
      }
    }),
    oil: {
      routes,
      totals: readOilTotals(db, { ...query, partner: 'RUS' }).map((total) => ({
        ...total,
        cells: [...total.cells],
        openEnd: false,
      })),
      crossing,
    },
    lines: [...lines],
    warnings: topicWarnings(db, 'corridors', reporter),
  }
}

const remembered = versionedCache<Corridors>(20)

export const corridorHandlers: TopicHandlers<'corridors.get'> = {
  'corridors.get': ({ db }, request) =>
    remembered.get(db, JSON.stringify(request), () => answer(db, request.reporter, request.asOf)),
}
