import { statement } from '../worker/db.ts'

export interface ProjectTableRow {
  readonly id: string
  readonly stem: string
  readonly name: string
  readonly country: string
  readonly sector: string
  readonly region: string
  readonly investor_countries: string
  readonly value_usd_m: number | null
  readonly financing: string
  readonly local_share_pct: number | null
  readonly status: string
  readonly start: string
  readonly completed: string
  readonly summary: string
  readonly source: string
  readonly source_title: string | null
  readonly source_publisher: string | null
  readonly source_url: string | null
}

/** Rows of a country's projects. A row whose source the store does not know keeps its code and has no title. */
export const projectsOf = statement<{ country: string }, ProjectTableRow>(
  'projects.rows',
  `SELECT p.id, p.stem, p.name, p.country, p.sector, p.region, p.investor_countries, p.value_usd_m, p.financing, p.local_share_pct, p.status,
     p.start, p.completed, p.summary, p.source, c.title AS source_title, c.publisher AS source_publisher, c.url AS source_url
   FROM project AS p LEFT JOIN source AS c ON c.code = p.source WHERE p.country = :country ORDER BY p.stem, p.id`,
)

export const projectCountries = statement<object, { readonly code: string; readonly projects: number }>(
  'projects.countries',
  'SELECT country AS code, count(DISTINCT stem) AS projects FROM project GROUP BY country ORDER BY projects DESC, country',
)

interface TagRow {
  readonly stem: string
  readonly tag: string
  readonly origin: 'bundled' | 'user'
  readonly source: string
}

export const tagsOf = statement<{ country: string }, TagRow>(
  'projects.tags',
  `SELECT DISTINCT t.stem, t.tag, t.origin, t.source FROM project_tag AS t JOIN project AS p ON p.stem = t.stem
   WHERE p.country = :country AND t.hidden = 0 ORDER BY t.stem, t.tag`,
)

export const stemExists = statement<{ stem: string }, { readonly n: number }>(
  'projects.stem',
  'SELECT count(*) AS n FROM project WHERE stem = :stem',
)

export const setTag = statement<{ stem: string; tag: string }, never>(
  'projects.setTag',
  `INSERT INTO project_tag (stem, tag, origin) VALUES (:stem, :tag, 'user')
   ON CONFLICT (stem, tag) DO UPDATE SET hidden = 0 WHERE hidden = 1`,
)

export const hideTag = statement<{ stem: string; tag: string }, never>(
  'projects.hideTag',
  "UPDATE project_tag SET hidden = 1 WHERE stem = :stem AND tag = :tag AND origin = 'bundled' AND hidden = 0",
)

export const dropTag = statement<{ stem: string; tag: string }, never>(
  'projects.dropTag',
  "DELETE FROM project_tag WHERE stem = :stem AND tag = :tag AND origin = 'user'",
)
