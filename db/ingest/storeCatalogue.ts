import type { ReadDb } from '../worker/db.ts'
import { statement } from '../worker/db.ts'
import { type AreaAlias, type AreaKind, AreaReader, type AreaRecord } from './areas.ts'
import type { Catalogue, IndicatorRecord } from './layout.ts'
import { UnitReader } from './text/units.ts'

interface Names {
  readonly name_en: string
  readonly name_ru: string
  readonly name_kk: string
}
const areas = statement<
  object,
  Names & {
    id: number
    code: string
    kind: AreaKind
    iso2: string | null
    m49: string | null
    comtrade: string | null
    imf: string | null
  }
>('ingest.areas', 'SELECT id, code, kind, iso2, m49, comtrade, imf, name_en, name_ru, name_kk FROM area')
const aliases = statement<object, AreaAlias>('ingest.aliases', 'SELECT alias, area, candidates, publisher FROM area_alias')
const units = statement<
  object,
  Names & { code: string; family: string; factor: number; short_en: string; short_ru: string; short_kk: string }
>('ingest.units', 'SELECT code, family, factor, name_en, name_ru, name_kk, short_en, short_ru, short_kk FROM unit')
const indicators = statement<
  object,
  {
    id: number
    code: string
    unit: string
    partner_rule: IndicatorRecord['partnerRule']
    minimum: number | null
    maximum: number | null
    whole: number
    cumulative_ytd: number
  }
>('ingest.indicators', 'SELECT id, code, unit, partner_rule, minimum, maximum, whole, cumulative_ytd FROM indicator')

/** The dimensions of a store, as the reading of files needs them. */
export function readCatalogue(db: ReadDb): {
  readonly catalogue: Catalogue
  readonly areaIds: ReadonlyMap<string, number>
  readonly areas: ReadonlyMap<number, AreaRecord>
} {
  const records = db
    .all(areas, {})
    .map(({ name_en, name_ru, name_kk, ...area }): AreaRecord => ({ ...area, names: [name_en, name_ru, name_kk] }))
  const unitList = db
    .all(units, {})
    .map(({ code, family, factor, ...names }) => ({ code, family, factor, names: Object.values(names) }))
  const unitReader = new UnitReader(unitList)
  const byCode = new Map<string, IndicatorRecord>()
  for (const row of db.all(indicators, {})) {
    const unit = unitReader.byCode(row.unit)
    if (!unit) throw new Error(`the indicator ${row.code} has a unit the store does not know: ${row.unit}`)
    byCode.set(row.code, {
      id: row.id,
      code: row.code,
      unit,
      partnerRule: row.partner_rule,
      minimum: row.minimum,
      maximum: row.maximum,
      whole: row.whole === 1,
      cumulativeYtd: row.cumulative_ytd === 1,
    })
  }
  return {
    catalogue: { indicators: byCode, areas: new AreaReader(records, db.all(aliases, {})), units: unitReader },
    areaIds: new Map(records.map(({ code, id }) => [code, id])),
    areas: new Map(records.map((area) => [area.id, area])),
  }
}
