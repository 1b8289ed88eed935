import { statement } from '../worker/db.ts'

/** Figures of a reporter by indicator and packed period. */
export const figuresByPeriod = statement<
  { reporter: string },
  { readonly indicator: string; readonly topic: string; readonly domain: string; readonly period: number; readonly n: number }
>(
  'coverage.periods',
  `SELECT i.code AS indicator, i.topic, i.domain, m.period, sum(m.figures) AS n
   FROM indicator AS i CROSS JOIN period_summary AS m ON m.indicator = i.id AND m.reporter = (SELECT id FROM area WHERE code = :reporter)
   GROUP BY i.code, m.period ORDER BY i.code`,
)
export const sourcesByIndicator = statement<{ reporter: string }, { readonly indicator: string; readonly n: number }>(
  'coverage.sources',
  `SELECT i.code AS indicator, count(DISTINCT m.source) AS n
   FROM indicator AS i CROSS JOIN period_summary AS m ON m.indicator = i.id AND m.reporter = (SELECT id FROM area WHERE code = :reporter)
   GROUP BY i.code`,
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
     FROM indicator AS n CROSS JOIN series AS s ON s.indicator = n.id AND s.reporter = (SELECT id FROM area WHERE code = :reporter)
       CROSS JOIN observation AS o ON o.id BETWEEN s.id << 30 AND (s.id << 30) + 1073741823
     WHERE o.value IS NOT NULL
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
  `WITH used AS (
     SELECT source, sum(figures) AS figures, count(DISTINCT indicator) AS indicators, count(DISTINCT reporter) AS reporters,
       min(period) AS first, max(period) AS last
     FROM period_summary GROUP BY source
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
  `SELECT i.code AS indicator, group_concat(DISTINCT r.code) AS reporters, min(m.period) AS first, max(m.period) AS last,
     sum(m.figures) AS figures
   FROM period_summary AS m JOIN indicator AS i ON i.id = m.indicator JOIN area AS r ON r.id = m.reporter
   WHERE m.source = (SELECT id FROM source WHERE code = :source) GROUP BY m.indicator ORDER BY figures DESC, i.code`,
)
export const eventsOfSource = statement<{ source: string }, { readonly date: string; readonly title: string }>(
  'coverage.eventsOfSource',
  'SELECT date, title FROM event WHERE source = :source ORDER BY date',
)
/** One row per record, as `sourceUses` counts them: two loans for one project are two records of one name. */
export const projectsOfSource = statement<{ source: string }, { readonly title: string; readonly financing: string }>(
  'coverage.projectsOfSource',
  'SELECT name AS title, financing FROM project WHERE source = :source ORDER BY name, id',
)
