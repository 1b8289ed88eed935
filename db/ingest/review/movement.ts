// What a file would move, for the charts of a review: the sizes of its revisions, and the lines that change most.
import { decodePeriod, type PeriodCode, type PeriodKind, periodKind } from '../../../electron/shared/domain/period.ts'
import { type ReadDb, statement } from '../../worker/db.ts'
import { changeOf, readDifferences, readIndex } from './reader.ts'

/** Even, so that zero is an edge and no bin holds both signs. */
const BINS = 24
/** Share of the changes that the picture must hold: one wrong unit must not flatten the rest. */
const HOLDS = 0.95

/** The sizes of all listed revisions in per cent, in bins about zero; null below three. */
export function spreadOf(spool: string, job: string) {
  const rows = readDifferences(spool, job, 'revised')
  const changes = new Float64Array(rows.length)
  let known = 0
  for (let i = 0; i < rows.length; i++) {
    const change = changeOf(rows.from[i] as number, rows.to[i] as number)
    if (!Number.isNaN(change)) changes[known++] = change
  }
  if (known < 3) return null
  const sorted = changes.subarray(0, known).sort()
  const sizes = sorted.map(Math.abs).sort()
  const limit = Math.max((sizes[Math.min(known - 1, Math.floor(HOLDS * known))] as number) * 1.5, 0.01)
  const bins = new Array<number>(BINS).fill(0)
  let beyond = 0
  for (const change of sorted) {
    if (Math.abs(change) > limit) beyond++
    else {
      const bin = Math.min(BINS - 1, Math.floor(((change + limit) / (2 * limit)) * BINS))
      bins[bin] = (bins[bin] as number) + 1
    }
  }
  return { bins, limit, beyond, median: sorted[known >> 1] as number, count: known }
}

const storedOf = statement<
  { indicator: string; reporter: string; partner: string; source: string },
  { id: number; value: number | null }
>(
  'review.stored',
  `SELECT o.id & 1073741823 AS id, o.value FROM series s JOIN indicator i ON i.id = s.indicator JOIN area r ON r.id = s.reporter
   JOIN area p ON p.id = s.partner JOIN source c ON c.id = s.source
   JOIN observation o ON o.id >= s.id * 1073741824 AND o.id < (s.id + 1) * 1073741824
   WHERE i.code = :indicator AND r.code = :reporter AND p.code = :partner AND c.code = :source ORDER BY o.id`,
)

/** What a new figure counts beside revisions: it moves nothing that is on screen yet, but it lengthens the line. */
const NEW_COUNTS = 0.01

/** The kind of period that most of these have, the first of several: a year and its months make no line. */
function kindOf(codes: Iterable<number>): PeriodKind {
  const counts = new Map<PeriodKind, number>()
  for (const code of codes) {
    const kind = periodKind(code as PeriodCode)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const [[most] = ['year' as const]] = [...counts].sort(([, a], [, b]) => b - a)
  return most
}

/**
 * Lines of a reporter that the file moves most, stored figures beside those of the file; most moved first, by the sum of their changes in
 * the unit of the indicator. A line has periods of one kind. The indicator with most figures comes first, as units cannot be compared; a figure that is held counts
 * nothing, or one wrong unit would hide the rest.
 */
export function movementOf(db: ReadDb, spool: string, job: string, reporter: string, most: number) {
  const index = readIndex(spool, job)
  interface Moved {
    readonly points: Map<number, { to: number; held: boolean }>
    size: number
    figures: number
  }
  const moved = new Map<number, Moved>()
  const perIndicator = new Map<string, number>()
  for (const kind of ['held', 'revised', 'new'] as const) {
    const rows = readDifferences(spool, job, kind)
    for (let i = 0; i < rows.length; i++) {
      const series = rows.series[i] as number
      const [indicator = '', of] = index.series[series] ?? []
      if (of !== reporter) continue
      let found = moved.get(series)
      if (found === undefined) {
        found = { points: new Map(), size: 0, figures: 0 }
        moved.set(series, found)
      }
      const [from, to] = [rows.from[i] as number, rows.to[i] as number]
      found.points.set(rows.period[i] as number, { to, held: kind === 'held' })
      found.figures++
      perIndicator.set(indicator, (perIndicator.get(indicator) ?? 0) + 1)
      if (kind !== 'held') found.size += Number.isNaN(from) ? Math.abs(to) * NEW_COUNTS : Math.abs(to - from)
    }
  }
  const figuresOf = (series: number): number => perIndicator.get(index.series[series]?.[0] ?? '') ?? 0
  return [...moved]
    .sort(([x, a], [y, b]) => figuresOf(y) - figuresOf(x) || b.size - a.size || b.figures - a.figures)
    .slice(0, most)
    .map(([series, { points, figures }]) => {
      const kind = kindOf(points.keys())
      const [indicator, , partner, source] = index.series[series] as readonly [string, string, string, string]
      const stored = new Map(db.all(storedOf, { indicator, reporter, partner, source }).map(({ id, value }) => [id, value]))
      const periods = [...new Set([...stored.keys(), ...points.keys()])]
        .filter((code) => periodKind(code as PeriodCode) === kind)
        .sort((a, b) => a - b)
      return {
        ...{ indicator, partner, source, figures },
        points: periods.map((code) => {
          const point = points.get(code)
          return {
            period: decodePeriod(code as PeriodCode),
            stored: stored.get(code) ?? null,
            inFile: point?.to ?? null,
            held: point?.held ?? false,
          }
        }),
      }
    })
}
