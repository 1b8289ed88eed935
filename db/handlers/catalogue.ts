import type { Source } from '../../electron/shared/contract/schema/store.ts'
import { sourceName } from '../../electron/shared/domain/sourceName.ts'
import { allAreas, allIndicators, allSources, allUnits, allVintages, countsBySeries, storeCounts } from '../queries/catalogue.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

interface Names {
  readonly name_en: string
  readonly name_ru: string
  readonly name_kk: string
}
const name = (row: Names) => ({ en: row.name_en, ru: row.name_ru, kk: row.name_kk })

/** Observations by one dimension of their series. */
function tally(db: ReadDb, dimension: 'indicator' | 'reporter' | 'source'): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const row of db.all(countsBySeries, {})) counts.set(row[dimension], (counts.get(row[dimension]) ?? 0) + row.n)
  return counts
}

export const catalogueHandlers: TopicHandlers<'catalogue.get' | 'sources.list'> = {
  'catalogue.get': ({ db }) => {
    const byIndicator = tally(db, 'indicator')
    const byReporter = tally(db, 'reporter')
    const areas = db.all(allAreas, {})
    const indicators = db.all(allIndicators, {})
    const store = db.get(storeCounts, {})
    const sources = db.all(allSources, {})
    return {
      areas: areas.map((row) => ({
        code: row.code,
        kind: row.kind,
        iso2: row.iso2,
        m49: row.m49,
        name: name(row),
        short: { en: row.short_en, ru: row.short_ru, kk: row.short_kk },
        text: { en: row.text_en },
        forms: JSON.parse(row.forms) as Record<string, string>,
      })),
      indicators: indicators.map((row) => ({
        code: row.code,
        name: name(row),
        unit: row.unit,
        domain: row.domain,
        topic: row.topic,
        partnerRule: row.partner_rule,
        direction: row.direction,
        aggregation: row.aggregation,
        frequency: row.frequency,
        minimum: row.minimum,
        maximum: row.maximum,
        integer: row.whole === 1,
        cumulativeYtd: row.cumulative_ytd === 1,
        description: { en: row.description_en, ru: row.description_ru, kk: row.description_kk },
        observations: byIndicator.get(row.id) ?? 0,
      })),
      units: db.all(allUnits, {}).map((row) => ({
        code: row.code,
        name: name(row),
        short: { en: row.short_en, ru: row.short_ru, kk: row.short_kk },
        family: row.family,
        factor: row.factor,
        decimals: row.decimals,
      })),
      sources: sources.map(({ code, publisher }) => ({ code, short: sourceName({ code, publisher }) })),
      reporters: areas
        .filter((row) => byReporter.has(row.id))
        .sort((a, b) => (byReporter.get(b.id) ?? 0) - (byReporter.get(a.id) ?? 0))
        .map((row) => row.code),
      summary: {
        observations: [...byIndicator.values()].reduce((sum, n) => sum + n, 0),
        indicators: byIndicator.size,
        sources: sources.length,
        series: store?.series ?? 0,
        vintage: store?.vintage ?? '1970-01-01',
        vintages: db.all(allVintages, {}).map((row) => row.vintage),
        bytes: store?.bytes ?? 0,
        schema: store?.version ?? 0,
      },
    }
  },
  'sources.list': ({ db }): Source[] => {
    const counts = tally(db, 'source')
    return db.all(allSources, {}).map((row) => ({
      code: row.code,
      title: row.title,
      publisher: row.publisher,
      url: row.url,
      licence: row.licence,
      terms: row.terms,
      retrievedFrom: row.retrieved_from,
      note: row.note,
      observations: counts.get(row.id) ?? 0,
    }))
  },
}
