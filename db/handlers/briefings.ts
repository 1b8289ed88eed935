// Briefings: kept with their versions, taken in and out as files, composed and refreshed from the store.
import { fstatSync, readSync } from 'node:fs'
import { writeOutput } from '../../electron/host/spool.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import {
  type Briefing,
  type BriefingContent,
  type BriefingSummary,
  briefingContent,
  briefingFileContent,
} from '../../electron/shared/contract/schema/briefings.ts'
import type { BriefingItem } from '../../electron/shared/contract/schema/own.ts'
import { safeFileName } from '../../electron/shared/domain/fileName.ts'
import type { Language } from '../../electron/shared/domain/languages.ts'
import { composeBriefing, expand, refreshEntries } from '../briefing/compose.ts'
import { addBriefingItem, itemOf } from '../queries/briefingItems.ts'
import {
  addBriefing,
  allBriefings,
  type BriefingRow,
  changeBriefing,
  dropVersions,
  noteFigures,
  oneBriefing,
  oneVersion,
  putVersion,
  removeBriefing,
  untouchedBriefings,
  versionsOf,
} from '../queries/briefings.ts'
import type { ReadDb, WriteDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

/** Changes within a quarter of an hour are one version: an autosave is no version of its own. */
const VERSION_MS = 15 * 60_000
const MOST_VERSIONS = 40
const MOST_FILE_BYTES = 100_000_000

const contentOf = (text: string): BriefingContent => briefingContent.parse(JSON.parse(text))

const toBriefing = (row: BriefingRow): Briefing => ({
  id: row.id,
  content: expand(contentOf(row.content)),
  shipped: row.shipped === 1,
  savedAt: row.saved_at,
  version: row.version,
})

function summaryOf(row: BriefingRow): BriefingSummary {
  const { id, content, shipped, savedAt, version } = toBriefing(row)
  const { name, reporter, partners, language, template, entries } = content
  return { id, shipped, savedAt, version, name, reporter, partners, language, template, slides: entries.length }
}

function required(db: ReadDb, id: number): BriefingRow {
  const row = db.get(oneBriefing, { id })
  if (!row) throw new CallError('not-found', 'That briefing is no longer in the store.')
  return row
}

/** Slides that share an id could not be told apart. */
function checked(content: BriefingContent): BriefingContent {
  if (new Set(content.entries.map((entry) => entry.id)).size < content.entries.length)
    throw new CallError('invalid-request', 'Two slides of this briefing have the same id.')
  return content
}

function create(db: WriteDb, content: BriefingContent, now: string): Briefing {
  const { lastId } = db.run(addBriefing, { content: JSON.stringify(checked(content)), now })
  return toBriefing(required(db, lastId))
}

/** Saves over what is there; what was there a quarter of an hour ago and before stays as a version. */
function change(db: WriteDb, row: BriefingRow, content: BriefingContent, now: string, always = false): Briefing {
  const text = JSON.stringify(checked(content))
  if (text === row.content) return toBriefing(row)
  const fresh = !always && Date.parse(now) - Date.parse(row.saved_at) < VERSION_MS && row.version > 1
  const version = fresh ? row.version : row.version + 1
  if (!fresh) {
    db.run(putVersion, { id: row.id, version: row.version, now: row.saved_at, content: row.content })
    db.run(dropVersions, { id: row.id, before: version - MOST_VERSIONS })
  }
  db.run(changeBriefing, { id: row.id, content: text, version, now })
  return toBriefing(required(db, row.id))
}

/**
 * Keeps what the figures of a shipped briefing are before the first import changes them, so that its first opening after that import says
 * what they were. Once: a briefing that has its figures, or was changed by an author, stays as it is.
 *
 * @param before the store as it was before the import
 * @param db writes, in the import's own transaction
 */
export function noteShippedFigures(before: ReadDb, db: WriteDb, today: string): void {
  for (const { id, content } of db.all(untouchedBriefings, {})) {
    const whole = expand(contentOf(content))
    const entries = refreshEntries(before, whole, null, { language: 'en', today })
    db.run(noteFigures, { id, content: JSON.stringify({ ...whole, entries }) })
  }
}

const itemIdsOf = (content: BriefingContent): readonly number[] => [
  ...new Set(content.entries.flatMap(({ recipe, params }) => (recipe === 'aside' ? [Number(params.item)] : []))),
]

function readWhole(descriptor: number, most: number): string {
  const { size } = fstatSync(descriptor)
  if (size > most)
    throw new CallError(
      'refused',
      `A file of a briefing has at most ${most / 1_000_000} MB. This one is larger and was not read.`,
    )
  const bytes = Buffer.alloc(size)
  let at = 0
  while (at < size) {
    const read = readSync(descriptor, bytes, at, size - at, at)
    if (read === 0) break
    at += read
  }
  return bytes.subarray(0, at).toString('utf8')
}

const noBriefing = (detail: string): CallError =>
  new CallError('refused', 'This is no briefing of Multivector, or a damaged one. Nothing was taken from it.', detail)

/** A file of a briefing as it was written by us; anything else is refused whole, with the first flaw by name. */
function parseFile(text: string) {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw noBriefing('not JSON')
  }
  const found = briefingFileContent.safeParse(json)
  if (!found.success) {
    const [issue] = found.error.issues
    throw noBriefing(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
  }
  return found.data
}

type Channel =
  | 'briefings.list'
  | 'briefings.get'
  | 'briefings.save'
  | 'briefings.duplicate'
  | 'briefings.remove'
  | 'briefings.versions'
  | 'briefings.restore'
  | 'briefings.import'
  | 'briefings.export'
  | 'briefing.compose'
  | 'briefing.refresh'

export const briefingHandlers: TopicHandlers<Channel> = {
  'briefings.list': ({ db }) => db.all(allBriefings, {}).map(summaryOf),
  'briefings.get': ({ db }, { id }) => toBriefing(required(db, id)),
  'briefings.save': ({ db, now }, { id, content }) =>
    db.transaction(() => (id === null ? create(db, content, now()) : change(db, required(db, id), content, now()))),
  'briefings.duplicate': ({ db, now }, { id }) => db.transaction(() => create(db, toBriefing(required(db, id)).content, now())),
  'briefings.remove': ({ db, now }, { id, removed }) => {
    if (removed) required(db, id)
    return { changed: db.run(removeBriefing, { id, now: removed ? now() : null }).changes }
  },
  'briefings.versions': ({ db }, { id }) => {
    required(db, id)
    return db.all(versionsOf, { id }).map((row) => {
      const { name, entries } = expand(contentOf(row.content))
      return { version: row.version, savedAt: row.saved_at, name, slides: entries.length }
    })
  },
  'briefings.restore': ({ db, now }, { id, version }) =>
    db.transaction(() => {
      const row = required(db, id)
      const before = db.get(oneVersion, { id, version })
      if (!before) throw new CallError('not-found', 'That version is no longer kept.')
      return change(db, row, contentOf(before.content), now(), true)
    }),
  'briefings.import': ({ db, now, file }, request) => {
    const { descriptor } = file(request.file)
    const { briefing, items } = parseFile(readWhole(descriptor, MOST_FILE_BYTES))
    return db.transaction(() => {
      const ids = new Map<number, number>()
      for (const { id, kind, title, view, snapshot } of items) {
        const row = { kind, title, view: JSON.stringify(view), snapshot: JSON.stringify(snapshot), addedAt: now() }
        ids.set(id, db.run(addBriefingItem, row).lastId)
      }
      const entries = briefing.entries.map((entry) =>
        // a slide whose item is not in the file must not show one of this store's own
        entry.recipe === 'aside'
          ? { ...entry, params: { ...entry.params, item: ids.get(Number(entry.params.item)) ?? 0 } }
          : entry,
      )
      return create(db, { ...briefing, entries }, now())
    })
  },
  'briefings.export': ({ db, options }, { id }) => {
    const { content } = toBriefing(required(db, id))
    const items = itemIdsOf(content).flatMap((item) => {
      const found = itemOf(db, item)
      if (!found) return []
      const { addedAt: _added, ...rest } = found
      return [rest satisfies Omit<BriefingItem, 'addedAt'>]
    })
    const whole = { format: 'multivector-briefing', version: 1, madeBy: options.version, briefing: content, items }
    const text = `${JSON.stringify(briefingFileContent.parse(whole), null, 2)}\n`
    // what is written must be read again
    if (Buffer.byteLength(text) > MOST_FILE_BYTES)
      throw new CallError(
        'refused',
        `With its drawings this briefing would be a file of more than ${MOST_FILE_BYTES / 1_000_000} MB. Take some of the charts set aside out and export the rest.`,
      )
    const { token, name } = writeOutput(options.spool, `${safeFileName(content.name || content.reporter)}.multivector`, text)
    return { token, name }
  },
  'briefing.compose': ({ db, options, now }, { id, content, language, only }) => {
    const given = content ?? contentOf(required(db, id ?? 0).content)
    const chosen: Language = language ?? given.language ?? 'en'
    return composeBriefing(db, language === null ? given : { ...given, language }, {
      language: chosen,
      today: now().slice(0, 10),
      version: options.version,
      only,
    })
  },
  'briefing.refresh': ({ db, now }, { content, entries }) => ({
    entries: refreshEntries(db, content, entries, { language: content.language ?? 'en', today: now().slice(0, 10) }),
  }),
}
