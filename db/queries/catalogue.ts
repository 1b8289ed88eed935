import { statement } from '../worker/db.ts'

export interface AreaRow {
  readonly id: number
  readonly code: string
  readonly kind: 'country' | 'group' | 'special' | 'historic'
  readonly iso2: string | null
  readonly m49: string | null
  readonly name_en: string
  readonly name_ru: string
  readonly name_kk: string
  readonly short_en: string
  readonly short_ru: string
  readonly short_kk: string
  readonly text_en: string
  /** JSON */
  readonly forms: string
}
export const allAreas = statement<object, AreaRow>(
  'catalogue.areas',
  'SELECT id, code, kind, iso2, m49, name_en, name_ru, name_kk, short_en, short_ru, short_kk, text_en, forms FROM area ORDER BY code',
)

export interface IndicatorRow {
  readonly code: string
  readonly name_en: string
  readonly name_ru: string
  readonly name_kk: string
  readonly unit: string
  readonly domain: string
  readonly topic: string
  readonly partner_rule: 'required' | 'WLD' | 'none'
  readonly direction: number
  readonly aggregation: string
  readonly frequency: string
  readonly minimum: number | null
  readonly maximum: number | null
  readonly whole: number
  readonly cumulative_ytd: number
  readonly description_en: string
  readonly description_ru: string
  readonly description_kk: string
  readonly id: number
}
export const allIndicators = statement<object, IndicatorRow>('catalogue.indicators', 'SELECT * FROM indicator ORDER BY code')

export interface UnitRow {
  readonly code: string
  readonly name_en: string
  readonly name_ru: string
  readonly name_kk: string
  readonly short_en: string
  readonly short_ru: string
  readonly short_kk: string
  readonly family: string
  readonly factor: number
  readonly decimals: number
}
export const allUnits = statement<object, UnitRow>('catalogue.units', 'SELECT * FROM unit ORDER BY code')

/** Observations by indicator, reporter and source, for counts in the catalogue: from the summaries, in the order of their key. */
export const countsBySeries = statement<
  object,
  { readonly indicator: number; readonly reporter: number; readonly source: number; readonly n: number }
>(
  'catalogue.counts',
  'SELECT indicator, reporter, source, sum(figures) AS n FROM period_summary GROUP BY indicator, reporter, source',
)

export interface SourceRow {
  readonly id: number
  readonly code: string
  readonly title: string
  readonly publisher: string
  readonly url: string
  readonly licence: string
  readonly terms: 'open' | 'narrow' | 'unreviewed'
  readonly retrieved_from: string
  readonly note: string
}
export const allSources = statement<object, SourceRow>('catalogue.sources', 'SELECT * FROM source ORDER BY code')

export const storeCounts = statement<
  object,
  { readonly series: number; readonly vintage: string | null; readonly version: number; readonly bytes: number }
>(
  'catalogue.store',
  `SELECT (SELECT count(*) FROM series) AS series,
          (SELECT max(vintage) FROM batch WHERE undone_at IS NULL) AS vintage,
          (SELECT user_version FROM pragma_user_version) AS version,
          (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size) AS bytes`,
)

/** Days on which figures became known, newest first: what "as known on" can be set to. */
export const allVintages = statement<object, { readonly vintage: string }>(
  'catalogue.vintages',
  'SELECT DISTINCT vintage FROM batch WHERE undone_at IS NULL ORDER BY vintage DESC',
)

/** Whether there is an indicator of that code. */
export const indicatorExists = statement<{ code: string }, { readonly id: number }>(
  'catalogue.indicatorExists',
  'SELECT id FROM indicator WHERE code = :code',
)
