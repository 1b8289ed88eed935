// Statements over claims, their stored verdicts and the records that a test may rest on.
import { statement } from '../worker/db.ts'

export interface ClaimRow {
  readonly id: string
  readonly claim: string
  readonly quote_start_words: string
  readonly topic: string
  readonly indicators: string
  readonly test: string
  readonly rule: string | null
  readonly source: string
  readonly source_title: string | null
  readonly source_url: string | null
  readonly origin: 'bundled' | 'user'
  readonly analyst_verdict: string | null
  readonly analyst_note: string
}

const columns = `c.id, c.claim, c.quote_start_words, c.topic, c.indicators, c.test, c.rule, c.source, s.title AS source_title,
  s.url AS source_url, c.origin, c.analyst_verdict, c.analyst_note`

export const allClaims = statement<object, ClaimRow>(
  'claims.all',
  `SELECT ${columns} FROM claim AS c LEFT JOIN source AS s ON s.code = c.source ORDER BY c.origin, c.id`,
)
export const claimById = statement<{ id: string }, ClaimRow>(
  'claims.one',
  `SELECT ${columns} FROM claim AS c LEFT JOIN source AS s ON s.code = c.source WHERE c.id = :id`,
)

export interface FactRow {
  readonly title: string
  readonly date: string
  readonly status: string
  readonly source: string
}
interface FactKey {
  readonly id: string
  readonly reporter: string
}
export const factStatements = {
  event: statement<FactKey, FactRow>(
    'claims.event',
    `SELECT title, date, '' AS status, source FROM event WHERE origin = 'bundled' AND title = :id ORDER BY date DESC LIMIT 1`,
  ),
  membership: statement<FactKey, FactRow>(
    'claims.membership',
    `SELECT organisation AS title, joined AS date, status, source FROM membership
     WHERE organisation = :id AND reporter = :reporter ORDER BY joined DESC LIMIT 1`,
  ),
  project: statement<FactKey, FactRow>(
    'claims.project',
    'SELECT name AS title, completed AS date, status, source FROM project WHERE id = :id AND country = :reporter',
  ),
  scenario: statement<FactKey, FactRow>(
    'claims.scenario',
    `SELECT lever || ': ' || outcome AS title, '' AS date, CAST(coalesce(value, high) AS TEXT) AS status, source FROM scenario WHERE id = :id`,
  ),
} as const

export const latestBatch = statement<object, { batch: number }>(
  'claims.latestBatch',
  'SELECT coalesce(max(id), 0) AS batch FROM batch WHERE undone_at IS NULL',
)
export interface StoredVerdict {
  readonly claim: string
  readonly reporter: string
  readonly batch: number
  readonly verdict: string
}
/** Verdicts that stood before a batch: the newest that were stored under an earlier one. */
export const verdictsBefore = statement<{ reporter: string; batch: number }, StoredVerdict>(
  'claims.verdictsBefore',
  `SELECT claim, reporter, batch, verdict FROM claim_verdict WHERE reporter = :reporter
   AND batch = (SELECT max(batch) FROM claim_verdict WHERE reporter = :reporter AND batch < :batch)`,
)
export const putVerdict = statement<StoredVerdict, never>(
  'claims.putVerdict',
  'INSERT OR REPLACE INTO claim_verdict (claim, reporter, batch, verdict) VALUES (:claim, :reporter, :batch, :verdict)',
)
export const dropVerdicts = statement<{ claim: string }, never>(
  'claims.dropVerdicts',
  'DELETE FROM claim_verdict WHERE claim = :claim',
)

export const storedUnder = statement<{ batch: number }, { n: number }>(
  'claims.storedUnder',
  'SELECT count(*) AS n FROM claim_verdict WHERE batch = :batch',
)

export const setRule = statement<{ id: string; rule: string }, never>(
  'claims.setRule',
  'UPDATE claim SET rule = :rule WHERE id = :id',
)
export const setAnalyst = statement<{ id: string; verdict: string | null; note: string }, never>(
  'claims.setAnalyst',
  'UPDATE claim SET analyst_verdict = :verdict, analyst_note = :note WHERE id = :id',
)
export const putClaim = statement<
  { id: string; claim: string; topic: string; indicators: string; rule: string; source: string },
  never
>(
  'claims.put',
  `INSERT INTO claim (id, claim, quote_start_words, topic, indicators, test, rule, source, origin)
   VALUES (:id, :claim, '', :topic, :indicators, '', :rule, :source, 'user')
   ON CONFLICT (id) DO UPDATE SET claim = excluded.claim, topic = excluded.topic, indicators = excluded.indicators,
     rule = excluded.rule, source = excluded.source WHERE origin = 'user'`,
)
export const removeClaim = statement<{ id: string }, never>(
  'claims.remove',
  `DELETE FROM claim WHERE id = :id AND origin = 'user'`,
)
