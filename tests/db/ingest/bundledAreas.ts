import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type AreaAlias, type AreaKind, AreaReader } from '../../../db/ingest/areas.ts'
import { parseCsv } from '../../../scripts/data/csv.ts'

const table = (file: string): readonly Readonly<Record<string, string>>[] => {
  const path = fileURLToPath(new URL(`../../../resources/data/${file}.csv`, import.meta.url))
  const [heading = [], ...rows] = parseCsv(readFileSync(path, 'utf8'))
  return rows.map((row) => Object.fromEntries(heading.map((name, at) => [name, row[at] ?? ''])))
}

/** A reader of the areas and aliases that come with the program. */
export const bundledAreas = (): AreaReader =>
  new AreaReader(
    table('areas').map((row, id) => ({
      id,
      code: row.code ?? '',
      kind: row.kind as AreaKind,
      iso2: row.iso2 ?? null,
      m49: row.m49 ?? null,
      comtrade: row.comtrade ?? null,
      imf: row.imf ?? null,
      names: [row.name_en ?? '', row.name_ru ?? '', row.name_kk ?? ''],
    })),
    table('area_aliases') as unknown as AreaAlias[],
  )

/** Codes of these areas. */
export const bundledCodes = (): readonly string[] => table('areas').map(({ code }) => code ?? '')
