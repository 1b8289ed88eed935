import { type ReadDb, statement } from '../worker/db.ts'

export interface BriefingRow {
  readonly id: number
  readonly shipped: number
  /** JSON */
  readonly content: string
  readonly version: number
  readonly saved_at: string
}
const columns = 'id, shipped, content, version, saved_at'

/** Those in the list, the last changed first. */
export const allBriefings = statement<object, BriefingRow>(
  'briefings.all',
  `SELECT ${columns} FROM briefing WHERE removed_at IS NULL ORDER BY saved_at DESC, id DESC`,
)
export const oneBriefing = statement<{ id: number }, BriefingRow>(
  'briefings.one',
  `SELECT ${columns} FROM briefing WHERE id = :id AND removed_at IS NULL`,
)
export const addBriefing = statement<{ content: string; now: string }, never>(
  'briefings.add',
  'INSERT INTO briefing (shipped, content, version, saved_at) VALUES (0, :content, 1, :now)',
)
export const changeBriefing = statement<{ id: number; content: string; version: number; now: string }, never>(
  'briefings.change',
  'UPDATE briefing SET content = :content, version = :version, saved_at = :now WHERE id = :id AND removed_at IS NULL',
)
/** The shipped ones that nobody has changed: their slides are those of their template, without what the figures were. */
export const untouchedBriefings = statement<object, BriefingRow>(
  'briefings.untouched',
  `SELECT ${columns} FROM briefing WHERE shipped = 1 AND version = 1 AND removed_at IS NULL AND json_array_length(content, '$.entries') = 0`,
)
/** Writes what the figures were, which is no change of the author's: neither a version nor a new day. */
export const noteFigures = statement<{ id: number; content: string }, never>(
  'briefings.note',
  'UPDATE briefing SET content = :content WHERE id = :id',
)
export const removeBriefing = statement<{ id: number; now: string | null }, never>(
  'briefings.remove',
  'UPDATE briefing SET removed_at = :now WHERE id = :id',
)

export interface VersionRow {
  readonly version: number
  readonly saved_at: string
  readonly content: string
}
export const versionsOf = statement<{ id: number }, VersionRow>(
  'briefings.versions',
  'SELECT version, saved_at, content FROM briefing_version WHERE briefing = :id ORDER BY version DESC',
)
export const oneVersion = statement<{ id: number; version: number }, VersionRow>(
  'briefings.version',
  'SELECT version, saved_at, content FROM briefing_version WHERE briefing = :id AND version = :version',
)
export const putVersion = statement<{ id: number; version: number; now: string; content: string }, never>(
  'briefings.putVersion',
  'INSERT OR REPLACE INTO briefing_version (briefing, version, saved_at, content) VALUES (:id, :version, :now, :content)',
)
export const dropVersions = statement<{ id: number; before: number }, never>(
  'briefings.dropVersions',
  'DELETE FROM briefing_version WHERE briefing = :id AND version < :before',
)

const newest = statement<object, { readonly vintage: string | null }>(
  'briefings.newestImport',
  `SELECT max(vintage) AS vintage FROM batch WHERE kind = 'import' AND undone_at IS NULL`,
)
/** Day on which the figures of the newest import became known; null before the first import. */
export const newestImport = (db: ReadDb): string | null => db.get(newest, {})?.vintage ?? null

export interface ChangeRow {
  readonly indicator: string
  readonly added: number
  readonly revised: number
}
const changes = statement<{ reporter: string; since: string }, ChangeRow>(
  'briefings.changes',
  `SELECT i.code AS indicator,
          sum(NOT EXISTS (SELECT 1 FROM revision AS r WHERE r.id = o.id AND r.replaced_by = o.batch)) AS added,
          sum(EXISTS (SELECT 1 FROM revision AS r WHERE r.id = o.id AND r.replaced_by = o.batch)) AS revised
   FROM series AS s JOIN indicator AS i ON i.id = s.indicator
   JOIN observation AS o ON o.id BETWEEN s.id << 30 AND (s.id << 30) + 1073741823
   WHERE s.reporter = (SELECT id FROM area WHERE code = :reporter)
     AND o.batch IN (SELECT id FROM batch WHERE vintage > :since AND undone_at IS NULL)
   GROUP BY i.code ORDER BY count(*) DESC, i.code`,
)
/** Figures of a country that became known after a day, by indicator, most first. */
export const changesSince = (db: ReadDb, reporter: string, since: string): readonly ChangeRow[] =>
  db.all(changes, { reporter, since })

const contentSeals = statement<object, { readonly name: string; readonly rows: number; readonly content: number }>(
  'briefings.seals',
  `SELECT name, rows, content FROM seal WHERE name GLOB 'figures *' OR name = 'table batch' ORDER BY name`,
)
/** The seals of figures and batches: what a file says of the store it was made from. Empty in a store without seals. */
export const sealsOfFigures = (
  db: ReadDb,
): readonly { readonly name: string; readonly rows: number; readonly content: number }[] => db.all(contentSeals, {})
