import { concentration } from '../../electron/shared/analytics/concentration.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { SharesAnswer } from '../../electron/shared/contract/schema/observations.ts'
import { decodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import { readFlows } from '../queries/flows.ts'
import { amountsOf } from '../queries/partnerYears.ts'
import type { ReadDb } from '../worker/db.ts'
import { requireArea, requireIndicator, requireSource } from './known.ts'

export interface SharesQuery {
  readonly indicator: string
  readonly reporter: string
  readonly period: PeriodCode
  readonly source: string | null
  readonly asOf: string
}

/**
 * Partner shares of one period with the concentration measures.
 *
 * @throws {CallError} not-found when a code is unknown, or the store has no figure by partner for that cell
 */
export function sharesOf(db: ReadDb, query: SharesQuery): SharesAnswer {
  requireIndicator(db, query.indicator)
  requireArea(db, query.reporter)
  if (query.source !== null) requireSource(db, query.source)
  const flows = readFlows(db, query)[0]
  if (!flows || flows.partners.size === 0) {
    const by = query.source === null ? '' : ` from ${query.source}`
    throw new CallError(
      'not-found',
      `No figures of ${query.indicator} by partner for ${query.reporter} in ${decodePeriod(query.period)}${by}.`,
    )
  }
  const { amounts, unallocated } = amountsOf(flows)
  const { partners, ...measures } = concentration(amounts, unallocated)
  return { source: flows.sources.join('+'), ...measures, partners: partners.map((partner) => ({ ...partner })) }
}
