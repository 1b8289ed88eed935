// Which source a chart uses. The rule is data (source_preference), printed to the reader and switchable.
import type { PeriodCode } from '../../electron/shared/domain/period.ts'
import { periodEndYear, periodYear } from '../../electron/shared/domain/period.ts'
import type { ReadDb } from '../worker/db.ts'
import { versionedCache } from './cache.ts'
import { coverageOf, type Preference, preferences } from './observations.ts'

export interface Choice {
  readonly source: string
  /** the printed reason; empty when no rule speaks and the newest release is taken */
  readonly reason: string
}

/** True when a pattern of the rule tables (`*` stands for any text, empty for everything) fits a code. */
export function matches(pattern: string, code: string): boolean {
  if (pattern === '' || pattern === '*') return true
  return pattern.split(';').some((part) => {
    const [head = '', ...rest] = part.split('*')
    if (rest.length === 0) return part === code
    const tail = rest.join('*')
    return code.startsWith(head) && code.endsWith(tail) && code.length >= head.length + tail.length
  })
}

const within = (preference: Preference, period: PeriodCode): boolean =>
  (preference.period_from === '' || periodYear(period) >= Number(preference.period_from.slice(0, 4))) &&
  (preference.period_to === '' || periodEndYear(period) <= Number(preference.period_to.slice(0, 4)))

/**
 * Sources allowed for one period of an indicator and reporter, best first. Sources of equal rank complete each other (a panel of
 * partners and a monthly world total); a source of a lower rank never fills a hole that a better one left, because there an absent
 * partner means "no flow", and a mixture would add up two statistics.
 *
 * @param available sources with at least one figure in that period
 * @returns null when no rule speaks for any of them: each cell then takes its newest release
 */
function allowedSources(
  rules: readonly Preference[],
  period: PeriodCode,
  available: ReadonlySet<string>,
): readonly Choice[] | null {
  const fitting = rules.filter((rule) => available.has(rule.source) && within(rule, period))
  const best = fitting[0]?.rank
  if (best === undefined) return null
  return fitting.filter((rule) => rule.rank === best).map(({ source, reason }) => ({ source, reason }))
}

export interface SourceRule {
  /** sources to take a cell of that period from, in order; null = no rule, take any */
  for(period: PeriodCode): readonly Choice[] | null
}

const rules = versionedCache<SourceRule>(400)
const tables = versionedCache<readonly Preference[]>(1)

function makeRule(db: ReadDb, indicator: string, reporter: string): SourceRule {
  const fitting = tables
    .get(db, '', () => db.all(preferences, {}))
    .filter((rule) => matches(rule.indicator, indicator) && matches(rule.reporter, reporter))
  const available = new Map<number, Set<string>>()
  if (fitting.length > 0) {
    for (const { source, period } of db.all(coverageOf, { indicator, reporter })) {
      const sources = available.get(period) ?? new Set()
      available.set(period, sources.add(source))
    }
  }
  const answers = new Map<number, readonly Choice[] | null>()
  return {
    for: (period) => {
      let answer = answers.get(period)
      if (answer === undefined) {
        answer = allowedSources(fitting, period, available.get(period) ?? new Set())
        answers.set(period, answer)
      }
      return answer
    },
  }
}

/** The rule for one indicator and reporter over the figures now in the store. */
export const sourceRule = (db: ReadDb, indicator: string, reporter: string): SourceRule =>
  rules.get(db, `${indicator} ${reporter}`, () => makeRule(db, indicator, reporter))
