import { type SearchHit, type SearchKind, searchKinds } from '../../electron/shared/contract/schema/search.ts'
import { fold, matchStrength, romanise } from '../../electron/shared/domain/fold.ts'
import { projectNameKey } from '../../electron/shared/domain/project.ts'
import kk from '../../resources/texts/kk/eventTitles.json' with { type: 'json' }
import kkProjects from '../../resources/texts/kk/projects.json' with { type: 'json' }
import ru from '../../resources/texts/ru/eventTitles.json' with { type: 'json' }
import ruProjects from '../../resources/texts/ru/projects.json' with { type: 'json' }
import { versionedCache } from '../queries/cache.ts'
import {
  areaSpellings,
  type FindableRow,
  findableAreas,
  findableClaims,
  findableEvents,
  findableIndicators,
  findableProjects,
  findableSources,
} from '../queries/search.ts'
import type { ReadDb, Statement } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

interface Findable {
  readonly hit: SearchHit
  /** folded names; the first ones weigh as much as the others: a reader may search in any language */
  readonly names: readonly string[]
  readonly roman: readonly string[]
  /** second line: found too, but only after names */
  readonly hint: string
}

const tables: Readonly<Record<SearchKind, Statement<object, FindableRow>>> = {
  area: findableAreas,
  indicator: findableIndicators,
  event: findableEvents,
  project: findableProjects,
  claim: findableClaims,
  source: findableSources,
}

const index = versionedCache<readonly Findable[]>(searchKinds.length)

const russianTitles: Readonly<Record<string, string>> = ru.title
const kazakhTitles: Readonly<Record<string, string>> = kk.title

const russianProjects: Readonly<Record<string, string>> = ruProjects.named
const kazakhProjects: Readonly<Record<string, string>> = kkProjects.named

/** Names of projects are translated by the English name: one that an import changed stands as imported. */
const projectInEveryLanguage = (row: FindableRow): FindableRow => {
  const key = projectNameKey(row.en)
  return { ...row, ru: russianProjects[key] ?? row.ru, kk: kazakhProjects[key] ?? row.kk }
}

/** Bundled events are kept in English and translated by their date; the user's own stand as written, in whatever language. */
const inEveryLanguage = (row: FindableRow): FindableRow =>
  row.origin === 'bundled' ? { ...row, ru: russianTitles[row.hint] ?? row.ru, kk: kazakhTitles[row.hint] ?? row.kk } : row

function build(db: ReadDb, kind: SearchKind): readonly Findable[] {
  const spellings = kind === 'area' ? Map.groupBy(db.all(areaSpellings, {}), (row) => row.id) : new Map()
  return db.all(tables[kind], {}).map((row) => {
    const { id, en, ru, kk, hint, topic } =
      kind === 'event' ? inEveryLanguage(row) : kind === 'project' ? projectInEveryLanguage(row) : row
    const more = (spellings.get(id) ?? []) as readonly { readonly alias: string }[]
    const names = [...new Set([en, ru, kk, id, ...more.map((row) => row.alias)].map(fold))]
    return { hit: { kind, id, title: { en, ru, kk }, hint, topic }, names, roman: names.map(romanise), hint: fold(hint) }
  })
}

function strength(item: Findable, query: string, roman: string): number {
  const direct = Math.max(...item.names.map((name) => matchStrength(query, name)))
  if (direct > 0) return direct * 3
  const byLetters = Math.max(...item.roman.map((name) => matchStrength(roman, name)))
  return byLetters > 0 ? byLetters * 3 - 1 : matchStrength(query, item.hint)
}

export const searchHandlers: TopicHandlers<'search.query'> = {
  'search.query': ({ db }, { text, most, kinds }) => {
    const query = fold(text)
    const roman = romanise(query)
    if (query === '') return { hits: [] }
    const found = searchKinds
      .filter((kind) => kinds.includes(kind))
      .flatMap((kind) =>
        index
          .get(db, kind, () => build(db, kind))
          .map((item, order) => ({ item, order, strength: strength(item, query, roman) }))
          .filter((one) => one.strength > 0)
          .sort((a, b) => b.strength - a.strength || a.order - b.order)
          .slice(0, most),
      )
    return { hits: found.map(({ item }) => item.hit) }
  },
}
