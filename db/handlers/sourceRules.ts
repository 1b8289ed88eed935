import { CallError } from '../../electron/shared/contract/errors.ts'
import type { SourceRuleRow } from '../../electron/shared/contract/schema/own.ts'
import { type PeriodCode, periodEndYear, periodYear } from '../../electron/shared/domain/period.ts'
import { versionedCache } from '../queries/cache.ts'
import { preferences } from '../queries/observations.ts'
import { matches } from '../queries/sourceRule.ts'
import { addChoice, forgetChoice, hasFigures, type SourceSpanRow, sourceSpans } from '../queries/sourceRules.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

const remembered = versionedCache<SourceRuleRow[]>(8)

const toSpan = (row: SourceSpanRow) => ({
  source: row.source,
  firstYear: periodYear(row.first as PeriodCode),
  lastYear: periodEndYear(row.last as PeriodCode),
  figures: row.figures,
})

/** The rule as it stands for one reporter: only indicators for which there is a choice between sources, or a choice was made. */
function rulesOf(db: ReadDb, reporter: string): SourceRuleRow[] {
  const rules = db.all(preferences, {}).filter((rule) => matches(rule.reporter, reporter))
  const byIndicator = Map.groupBy(db.all(sourceSpans, { reporter }), (row) => row.indicator)
  return [...byIndicator].flatMap(([indicator, rows]) => {
    const available = new Set(rows.map((row) => row.source))
    const lines = rules
      .filter((rule) => matches(rule.indicator, indicator) && available.has(rule.source))
      .map((rule) => ({
        periodFrom: rule.period_from,
        periodTo: rule.period_to,
        source: rule.source,
        rank: rule.rank,
        reason: rule.reason,
        origin: rule.origin,
      }))
    const chosen = lines.find((line) => line.origin === 'user')?.source ?? null
    return rows.length > 1 || chosen !== null ? [{ indicator, sources: rows.map(toSpan), lines, chosen }] : []
  })
}

export const sourceRuleHandlers: TopicHandlers<'sourceRule.list' | 'sourceRule.choose' | 'sourceRule.reset'> = {
  'sourceRule.list': ({ db }, { reporter }) => remembered.get(db, reporter, () => rulesOf(db, reporter)),
  'sourceRule.choose': ({ db, emit, now }, choice) => {
    if (!db.get(hasFigures, choice))
      throw new CallError(
        'not-found',
        `${choice.source} has no figures of ${choice.indicator} for ${choice.reporter}. Nothing was changed.`,
      )
    db.transaction(() => {
      db.run(forgetChoice, { indicator: choice.indicator, reporter: choice.reporter })
      db.run(addChoice, { ...choice, reason: `Chosen by the user on ${now().slice(0, 10)}` })
    })
    emit('data.changed', { batch: null })
    return { changed: 1 }
  },
  'sourceRule.reset': ({ db, emit }, { indicator, reporter }) => {
    const { changes } = db.run(forgetChoice, { indicator, reporter })
    if (changes > 0) emit('data.changed', { batch: null })
    return { changed: changes }
  },
}
