// Concentration of every reporter at once, from the sums over partners: a scan of the figures would read all of them.
import type { PeriodCode } from '../../electron/shared/domain/period.ts'
import { type ReadDb, statement } from '../worker/db.ts'

/** Sums of one reporter, source and period; amounts in the indicator's unit. */
export interface ReporterSum {
  readonly reporter: string
  readonly source: string
  readonly partners: number
  readonly total: number
  readonly squares: number
  readonly lowest: number | null
  readonly world: number | null
}

const sumsOfPeriod = statement<{ indicator: string; period: number }, ReporterSum>(
  'concentrations.sums',
  `SELECT r.code AS reporter, c.code AS source, m.partners, m.total, m.squares, m.lowest, m.world
   FROM period_summary AS m JOIN area AS r ON r.id = m.reporter JOIN source AS c ON c.id = m.source
   WHERE m.indicator = (SELECT id FROM indicator WHERE code = :indicator) AND m.period = :period
   ORDER BY r.code, c.code`,
)

/** Sums of one period by reporter, in order of code; a source that gives totals only is among them, for the rule may mix it in. */
export const readReporterSums = (
  db: ReadDb,
  indicator: string,
  period: PeriodCode,
): ReadonlyMap<string, readonly ReporterSum[]> =>
  Map.groupBy(db.all(sumsOfPeriod, { indicator, period }), ({ reporter }) => reporter)

export interface SummedConcentration {
  readonly total: number
  readonly unallocated: number
  /** null where shares are not defined: a negative amount, or nothing to divide by */
  readonly hhi: number | null
  readonly hhiHigh: number | null
}

/** HHI of sums, as `concentration` defines it for amounts: Σv² ÷ T², T being the published total where it is larger. */
export function concentrationOf({ total, squares, lowest, world }: ReporterSum): SummedConcentration {
  const difference = world === null ? 0 : world - total
  const unallocated = world !== null && difference > Math.abs(world) * 1e-9 ? difference : 0
  const whole = total + unallocated
  if (lowest === null || lowest < 0 || whole <= 0) return { total: whole, unallocated, hhi: null, hhiHigh: null }
  const hhi = squares / (whole * whole)
  return { total: whole, unallocated, hhi, hhiHigh: hhi + (unallocated / whole) ** 2 }
}
