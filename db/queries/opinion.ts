import { statement } from '../worker/db.ts'

/** Indicators of opinion that have at least one series. */
export const opinionIndicators = statement<object, { readonly code: string }>(
  'opinion.indicators',
  "SELECT code FROM indicator WHERE code LIKE 'sentiment.%' AND id IN (SELECT indicator FROM series) ORDER BY code",
)
/** Countries in which somebody was asked, most figures first. */
export const pollReporters = statement<object, { readonly code: string; readonly n: number }>(
  'opinion.reporters',
  `SELECT a.code, count(*) AS n FROM series AS s JOIN area AS a ON a.id = s.reporter JOIN indicator AS i ON i.id = s.indicator
     JOIN observation AS o ON o.id BETWEEN s.id << 30 AND (s.id << 30) + 1073741823
   WHERE i.code LIKE 'sentiment.%' AND a.kind = 'country' GROUP BY s.reporter ORDER BY n DESC, a.code`,
)
export const sourceNotes = statement<object, { readonly code: string; readonly note: string }>(
  'opinion.sourceNotes',
  'SELECT code, note FROM source',
)
