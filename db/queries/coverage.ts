import { statement } from '../worker/db.ts'

/** Figures of a reporter by indicator and packed period. */
export const figuresByPeriod = statement<
  { reporter: string },
  { readonly indicator: string; readonly topic: string; readonly domain: string; readonly period: number; readonly n: number }
>(
  'coverage.periods',
  `SELECT i.code AS indicator, i.topic, i.domain, o.id & 1073741823 AS period, count(*) AS n
   FROM series AS s JOIN indicator AS i ON i.id = s.indicator
     JOIN observation AS o ON o.id BETWEEN s.id << 30 AND (s.id << 30) + 1073741823
   WHERE s.reporter = (SELECT id FROM area WHERE code = :reporter) AND o.value IS NOT NULL
   GROUP BY s.indicator, period ORDER BY i.code`,
)
export const sourcesByIndicator = statement<{ reporter: string }, { readonly indicator: string; readonly n: number }>(
  'coverage.sources',
  `SELECT i.code AS indicator, count(DISTINCT s.source) AS n FROM series AS s JOIN indicator AS i ON i.id = s.indicator
   WHERE s.reporter = (SELECT id FROM area WHERE code = :reporter) GROUP BY s.indicator`,
)

export interface SharedCellRow {
  readonly indicator: string
  readonly unit: string
  readonly partner: string
  readonly period: number
  readonly low: number
  readonly high: number
  /** largest figure of the indicator in the period, over all partners and sources */
  readonly largest: number
}
/** Cells that two or more sources fill with positive figures. Signed scales (ideal points, governance scores) have no ratio and are left out. */
export const sharedCells = statement<{ reporter: string }, SharedCellRow>(
  'coverage.sharedCells',
  `WITH figure AS MATERIALIZED (
     SELECT s.indicator, s.partner, o.id & 1073741823 AS period, o.value
     FROM series AS s JOIN observation AS o ON o.id BETWEEN s.id << 30 AND (s.id << 30) + 1073741823
     WHERE s.reporter = (SELECT id FROM area WHERE code = :reporter) AND o.value IS NOT NULL
   ), cell AS (
     SELECT indicator, partner, period, count(*) AS n, min(value) AS low, max(value) AS high FROM figure GROUP BY indicator, partner, period
   ), size AS (SELECT indicator, period, max(value) AS largest FROM figure GROUP BY indicator, period)
   SELECT i.code AS indicator, i.unit, p.code AS partner, cell.period, cell.low, cell.high, size.largest
   FROM cell JOIN indicator AS i ON i.id = cell.indicator JOIN area AS p ON p.id = cell.partner
     JOIN size ON size.indicator = cell.indicator AND size.period = cell.period
   WHERE cell.n > 1 AND cell.low >= 0 AND cell.high > 0 AND i.unit NOT IN ('IDEAL_POINT', 'INDEX')`,
)

export const sourceUses = statement<
  object,
  {
    readonly source: string
    readonly figures: number
    readonly indicators: number
    readonly reporters: number
    readonly first: number | null
    readonly last: number | null
    readonly events: number
    readonly projects: number
    readonly memberships: number
    readonly scenarios: number
    readonly claims: number
    readonly corridors: number
  }
>(
  'coverage.sourceUses',
  `WITH spans AS MATERIALIZED (
     SELECT id >> 30 AS series, count(*) AS n, min(id & 1073741823) AS first, max(id & 1073741823) AS last FROM observation GROUP BY id >> 30
   ), used AS (
     SELECT s.source, sum(n) AS figures, count(DISTINCT s.indicator) AS indicators, count(DISTINCT s.reporter) AS reporters,
       min(first) AS first, max(last) AS last
     FROM spans JOIN series AS s ON s.id = spans.series GROUP BY s.source
   )
   SELECT c.code AS source, coalesce(u.figures, 0) AS figures, coalesce(u.indicators, 0) AS indicators,
     coalesce(u.reporters, 0) AS reporters, u.first, u.last,
     (SELECT count(*) FROM event WHERE source = c.code) AS events,
     (SELECT count(*) FROM project WHERE source = c.code) AS projects,
     (SELECT count(*) FROM membership WHERE source = c.code) AS memberships,
     (SELECT count(*) FROM scenario WHERE source = c.code) AS scenarios,
     (SELECT count(*) FROM claim WHERE source = c.code) AS claims,
     (SELECT count(*) FROM corridor WHERE source = c.code) AS corridors
   FROM source AS c LEFT JOIN used AS u ON u.source = c.id ORDER BY c.code`,
)
export const seriesOfSource = statement<
  { source: string },
  {
    readonly indicator: string
    readonly reporters: string
    readonly first: number
    readonly last: number
    readonly figures: number
  }
>(
  'coverage.seriesOfSource',
  `SELECT i.code AS indicator, group_concat(DISTINCT r.code) AS reporters, min(o.id & 1073741823) AS first,
     max(o.id & 1073741823) AS last, count(*) AS figures
   FROM series AS s JOIN indicator AS i ON i.id = s.indicator JOIN area AS r ON r.id = s.reporter
     JOIN observation AS o ON o.id BETWEEN s.id << 30 AND (s.id << 30) + 1073741823
   WHERE s.source = (SELECT id FROM source WHERE code = :source) GROUP BY s.indicator ORDER BY figures DESC, i.code`,
)
export const eventsOfSource = statement<{ source: string }, { readonly title: string }>(
  'coverage.eventsOfSource',
  "SELECT date || ' ' || title AS title FROM event WHERE source = :source ORDER BY date",
)
export const projectsOfSource = statement<{ source: string }, { readonly title: string }>(
  'coverage.projectsOfSource',
  'SELECT name AS title FROM project WHERE source = :source ORDER BY name',
)
