import { statement } from '../worker/db.ts'

export interface SourceSpanRow {
  readonly indicator: string
  readonly source: string
  readonly first: number
  readonly last: number
  readonly figures: number
}
/** Every indicator of a reporter with its sources, their spans and how many figures each has. Periods are packed codes. */
export const sourceSpans = statement<{ reporter: string }, SourceSpanRow>(
  'sourceRules.spans',
  `SELECT i.code AS indicator, c.code AS source, min(m.period) AS first, max(m.period) AS last, sum(m.figures) AS figures
   FROM indicator AS i CROSS JOIN period_summary AS m ON m.indicator = i.id AND m.reporter = (SELECT id FROM area WHERE code = :reporter)
     JOIN source AS c ON c.id = m.source
   GROUP BY i.code, c.code ORDER BY i.code, c.code`,
)

export const hasFigures = statement<{ indicator: string; reporter: string; source: string }, { readonly id: number }>(
  'sourceRules.hasFigures',
  `SELECT s.id FROM series AS s WHERE s.indicator = (SELECT id FROM indicator WHERE code = :indicator)
     AND s.reporter = (SELECT id FROM area WHERE code = :reporter) AND s.source = (SELECT id FROM source WHERE code = :source) LIMIT 1`,
)
export const forgetChoice = statement<{ indicator: string | null; reporter: string | null }, never>(
  'sourceRules.forget',
  `DELETE FROM source_preference WHERE origin = 'user' AND (:indicator IS NULL OR indicator = :indicator)
     AND (:reporter IS NULL OR reporter = :reporter)`,
)
/** Rank 0 stands before every bundled rule. */
export const addChoice = statement<{ indicator: string; reporter: string; source: string; reason: string }, never>(
  'sourceRules.add',
  `INSERT INTO source_preference (indicator, reporter, period_from, period_to, source, rank, reason, origin)
   VALUES (:indicator, :reporter, '', '', :source, 0, :reason, 'user')`,
)
