// From a briefing as it is kept to a document with every number resolved: what a page, a file and a projector show.
import { createHash } from 'node:crypto'
import { defaultDependenceMethod } from '../../electron/shared/analytics/dependence/defaultMethod.ts'
import type { BriefingDocument, DocumentSlide } from '../../electron/shared/contract/schema/briefingDocument.ts'
import type { BriefingContent, BriefingEntry } from '../../electron/shared/contract/schema/briefings.ts'
import { blankEntry, type Proposal, proposalsOf } from '../../electron/shared/domain/briefing.ts'
import type { Language } from '../../electron/shared/domain/languages.ts'
import { citedSources } from '../queries/origins.ts'
import { storeChecksum } from '../queries/storeChecksum.ts'
import type { ReadDb } from '../worker/db.ts'
import { type DraftField, type DraftRun, plainOf, type SlideDraft } from './draft.ts'
import { paragraphsOf } from './fields.ts'
import { createKit, type Kit } from './kit.ts'
import { recipes } from './recipes/index.ts'
import { briefingTitle } from './recipes/overview.ts'

export interface ComposeOptions {
  /** language of the document; the briefing's own stands before it */
  readonly language: Language
  /** ISO day on which it is composed */
  readonly today: string
  /** version of the program, for the colophon */
  readonly version: string
  /** one slide alone; null = all */
  readonly only?: string | null
}

/** The slides that a template proposes, as entries of a briefing. Ids are the same every time. */
export const entriesOf = (proposals: readonly Proposal[]): BriefingEntry[] =>
  proposals.map((proposal, at) => blankEntry(`${proposal.recipe}-${at + 1}`, proposal))

/** A briefing with its slides written out: one without slides of its own takes those of its template. */
export function expand(content: BriefingContent): BriefingContent {
  if (content.entries.length > 0 || content.template === null) return content
  return { ...content, entries: entriesOf(proposalsOf(content.template)) }
}

const kitOf = (db: ReadDb, content: BriefingContent, { language, today }: Pick<ComposeOptions, 'language' | 'today'>): Kit =>
  createKit(db, {
    language,
    reporter: content.reporter,
    // a country is no partner of its own
    partners: content.partners.filter((code) => code !== content.reporter),
    baseYear: content.baseYear,
    asOf: content.asOf,
    today,
  })

/** A number that stands for everything a drawing or a table shows: another number, another drawing. */
function fingerprint(draft: SlideDraft): number {
  // names of bars and steps are words of a language; years are not
  const years = (draft.figure?.periods ?? []).filter((period) => /^\d{4}$/.test(period))
  const shown = [years, draft.figure?.series.map(({ id, values, low, high }) => [id, values, low, high]) ?? []]
  return createHash('sha256').update(JSON.stringify(shown)).digest().readUIntBE(0, 6)
}
const FIGURE = 'figure'

const fieldsOf = (draft: SlideDraft, paragraphs: readonly (readonly DraftRun[])[]): readonly DraftField[] => [
  ...[...(draft.support ?? []), ...paragraphs.flat()].flatMap((run) => ('field' in run ? [run.field] : [])),
  ...(draft.numbers ?? []).flatMap(({ from, to }) => (from ? [from, to] : [to])),
]

type Seen = NonNullable<BriefingEntry['seen']>

interface Made {
  readonly draft: SlideDraft
  readonly paragraphs: readonly (readonly DraftRun[])[]
  /** nothing of the slide could be made */
  readonly missing: string | null
  readonly lost: readonly string[]
}

function make(kit: Kit, entry: BriefingEntry): Made {
  const made = recipes[entry.recipe](kit, entry.params)
  const { paragraphs, lost } = paragraphsOf(kit, entry.text)
  if (!('missing' in made)) return { draft: made, paragraphs, missing: null, lost }
  const draft: SlideDraft = { layout: 'text', title: made.missing, sources: [] }
  return { draft, paragraphs, missing: made.missing, lost }
}

function seenOf(kit: Kit, entry: BriefingEntry): Seen {
  const { draft, paragraphs } = make(kit, entry)
  const seen: Seen = {}
  for (const { key, low, high } of fieldsOf(draft, paragraphs)) seen[key] = { low, high }
  if (draft.figure) {
    const mark = fingerprint(draft)
    seen[FIGURE] = { low: mark, high: mark }
  }
  return seen
}

/** What the field said when the slide was last refreshed, if it prints otherwise now. */
function wasOf(seen: Seen | null, field: DraftField): string | null {
  const before = seen?.[field.key]
  if (!before) return null
  const [then, now] = [field.print(before.low, before.high), field.print(field.low, field.high)]
  return then === now ? null : then
}

/** What a speaker has at hand while the author wrote nothing: the sentence with the numbers, and every warning. */
const notesOf = (draft: SlideDraft): string =>
  [plainOf(draft.support ?? []), ...(draft.warnings ?? [])].filter((line) => line !== '').join('\n')

function slideOf(kit: Kit, entry: BriefingEntry, made: Made, numberOf: (code: string) => number[]): DocumentSlide {
  const { draft, paragraphs, lost } = made
  const { seen } = entry
  const run = (one: DraftRun): DocumentSlide['support'][number] =>
    'text' in one
      ? { text: one.text }
      : {
          field: {
            text: one.field.print(one.field.low, one.field.high),
            was: wasOf(seen, one.field),
            cells: [...one.field.cells],
          },
        }
  const drawn = draft.figure && seen?.[FIGURE] ? fingerprint(draft) !== seen[FIGURE].low : false
  return {
    id: entry.id,
    layout: draft.layout,
    title: entry.title === '' ? draft.title : entry.title,
    support: (draft.support ?? []).map(run),
    paragraphs: [...(draft.paragraphs ?? []), ...paragraphs].map((paragraph) => paragraph.map(run)),
    figure: draft.figure ?? null,
    svg: draft.svg ?? null,
    png: draft.png ?? null,
    table: draft.table ?? null,
    ...(draft.notice === undefined ? {} : { notice: draft.notice }),
    numbers: (draft.numbers ?? []).slice(0, 4).map(({ label, from, to, direction }) => ({
      label,
      from: from === null ? null : from.print(from.low, from.high),
      to: to.print(to.low, to.high),
      direction,
      cells: [...(from?.cells ?? []), ...to.cells],
    })),
    sources: [...new Set(draft.sources.flatMap(numberOf))],
    warnings: [...(draft.warnings ?? []), ...lost.map((mark) => kit.say('briefing:warning.field', { mark }))],
    notes: entry.notes === '' ? notesOf(draft) : entry.notes,
    stale:
      drawn ||
      draft.changed === true ||
      lost.length > 0 ||
      fieldsOf(draft, paragraphs).some((field) => wasOf(seen, field) !== null),
  }
}

/**
 * Composes a briefing from the store, without a page: headlines are generated, every number is read anew, and a slide whose figures the
 * country lacks is left out with a warning (or says so, when its author wrote a text for it).
 *
 * @param content a briefing as kept; without slides of its own its template makes them
 * @returns the document that every renderer draws; `stale` and `was` compare with the figures at the last refresh
 */
export function composeBriefing(db: ReadDb, content: BriefingContent, options: ComposeOptions): BriefingDocument {
  const { only = null, today, version } = options
  const language = content.language ?? options.language
  const kit = kitOf(db, content, { language, today })
  const { say, names, formats, catalogue } = kit
  const codes: string[] = []
  const numberOf = (code: string): number[] => {
    const source = kit.source(code)
    if (!source) return []
    if (!codes.includes(code)) codes.push(code)
    return [codes.indexOf(code) + 1]
  }
  const warnings: string[] = []
  const entries = expand(content).entries.filter((entry) => only === null || entry.id === only)
  const slides = entries.flatMap((entry) => {
    const made = make(kit, entry)
    if (made.missing === null || made.paragraphs.length > 0 || only !== null) return [slideOf(kit, entry, made, numberOf)]
    warnings.push(say('briefing:warning.leftOut', { name: say(`briefing:recipe.${entry.recipe}`), reason: made.missing }))
    return []
  })
  const asOf = content.asOf === '' ? catalogue.summary.vintage : content.asOf
  if (content.asOf !== '') warnings.push(say('briefing:warning.asOf', { day: formats.dayLong(content.asOf) }))
  if (codes.some((code) => kit.source(code)?.terms !== 'open')) warnings.push(say('briefing:warning.terms'))
  return {
    title: content.name === '' ? briefingTitle(kit) : content.name,
    subtitle: say('briefing:subtitle.document', { ...kit.words, day: formats.dayLong(asOf) }),
    language,
    reporter: content.reporter,
    reporterName: names.area(content.reporter),
    date: today,
    asOf,
    slides,
    sources: [...citedSources(db, codes, language)],
    method: (['shares', 'preference', 'gaps', 'index', 'noForecast'] as const).map((key) =>
      say(`briefing:method.${key}`, { ...kit.words, method: defaultDependenceMethod.id }),
    ),
    warnings,
    made: {
      appVersion: version,
      storeChecksum: storeChecksum(db),
      methodId: `${defaultDependenceMethod.id} ${defaultDependenceMethod.version}`,
    },
    words: {},
  }
}

/**
 * The entries with the figures as they stand now, so that later changes can be told.
 *
 * @param ids entries to refresh; null = all, and those never refreshed among the others are left as they are
 */
export function refreshEntries(
  db: ReadDb,
  content: BriefingContent,
  ids: readonly string[] | null,
  { language, today }: Pick<ComposeOptions, 'language' | 'today'>,
): BriefingEntry[] {
  const kit = kitOf(db, content, { language: content.language ?? language, today })
  return expand(content).entries.map((entry) =>
    ids === null || ids.includes(entry.id) ? { ...entry, seen: seenOf(kit, entry) } : entry,
  )
}
