import { statement } from '../worker/db.ts'

/** One thing that can be found: its names in three languages, further spellings, and a second line. */
export interface FindableRow {
  readonly id: string
  readonly en: string
  readonly ru: string
  readonly kk: string
  readonly hint: string
  readonly topic: string
  /** of an event: whether it came with the program; absent elsewhere */
  readonly origin?: string
}

export const findableIndicators = statement<object, FindableRow>(
  'search.indicators',
  `SELECT code AS id, name_en AS en, name_ru AS ru, name_kk AS kk, code AS hint, topic FROM indicator
   WHERE id IN (SELECT indicator FROM series) ORDER BY code`,
)
/** Areas that some figure speaks of. */
export const findableAreas = statement<object, FindableRow>(
  'search.areas',
  `SELECT code AS id, name_en AS en, name_ru AS ru, name_kk AS kk, code AS hint, '' AS topic FROM area
   WHERE code <> '_Z' AND (id IN (SELECT reporter FROM series) OR id IN (SELECT partner FROM series)) ORDER BY code`,
)
export const areaSpellings = statement<object, { readonly id: string; readonly alias: string }>(
  'search.spellings',
  "SELECT area AS id, alias FROM area_alias WHERE area IS NOT NULL AND area <> ''",
)
export const findableEvents = statement<object, FindableRow>(
  'search.events',
  `SELECT CAST(id AS TEXT) AS id, title AS en, title AS ru, title AS kk, date AS hint, category AS topic, origin FROM event
   WHERE hidden = 0 ORDER BY date DESC, id`,
)
/** One row per project, not per source that tells of it: the first record of a stem speaks for all. */
export const findableProjects = statement<object, FindableRow>(
  'search.projects',
  `SELECT stem AS id, name AS en, name AS ru, name AS kk, country || ' · ' || sector AS hint, '' AS topic FROM project
   WHERE id IN (SELECT min(id) FROM project GROUP BY stem) ORDER BY name`,
)
export const findableClaims = statement<object, FindableRow>(
  'search.claims',
  `SELECT id, claim AS en, coalesce(nullif(rule ->> '$.claim.ru', ''), claim) AS ru, coalesce(nullif(rule ->> '$.claim.kk', ''), claim) AS kk,
     id AS hint, topic FROM claim ORDER BY id`,
)
export const findableSources = statement<object, FindableRow>(
  'search.sources',
  "SELECT code AS id, title AS en, title AS ru, title AS kk, publisher AS hint, '' AS topic FROM source ORDER BY code",
)
