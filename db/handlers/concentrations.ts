import type { ReporterConcentration } from '../../electron/shared/contract/schema/observations.ts'
import type { PeriodCode } from '../../electron/shared/domain/period.ts'
import { concentrationOf, type ReporterSum, readReporterSums } from '../queries/concentrations.ts'
import { readFlows } from '../queries/flows.ts'
import { sourceRule } from '../queries/sourceRule.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { requirePeriod } from './observations.ts'
import { sharesOf } from './shares.ts'

/** The one source that the rule takes in a period; null when it takes none alone, and partners of several must be put together. */
function soleSource(db: ReadDb, indicator: string, period: PeriodCode, sums: readonly ReporterSum[]): ReporterSum | null {
  const [first, second] = sums
  if (!first || second === undefined) return first ?? null
  const choices = sourceRule(db, indicator, first.reporter).for(period)
  const allowed = choices === null ? [] : sums.filter(({ source }) => choices.some((choice) => choice.source === source))
  return choices?.length === 1 && allowed.length === 1 ? (allowed[0] ?? null) : null
}

/** The same from the figures themselves. */
function fromFigures(
  db: ReadDb,
  query: { readonly indicator: string; readonly reporter: string; readonly period: PeriodCode; readonly asOf: string },
): ReporterConcentration[] {
  const flows = readFlows(db, { ...query, source: null })[0]
  if (!flows || flows.partners.size === 0) return []
  const { total, hhi, hhiHigh } = sharesOf(db, { ...query, source: null })
  return [{ reporter: query.reporter, source: flows.sources.join('+'), partners: flows.partners.size, total, hhi, hhiHigh }]
}

export const concentrationHandlers: TopicHandlers<'concentrations.query'> = {
  'concentrations.query': ({ db }, request): ReporterConcentration[] => {
    const period = requirePeriod(request.period)
    const { indicator, asOf } = request
    return [...readReporterSums(db, indicator, period)].flatMap(([reporter, sums]) => {
      if (sums.every(({ partners }) => partners === 0)) return []
      const sum = asOf === '' ? soleSource(db, indicator, period, sums) : null
      if (sum === null) return fromFigures(db, { indicator, reporter, period, asOf })
      const { total, hhi, hhiHigh } = concentrationOf(sum)
      return [{ reporter, source: sum.source, partners: sum.partners, total, hhi, hhiHigh }]
    })
  },
}
