import { type ReadDb, statement } from '../worker/db.ts'
import type { ReportBuilder } from './report.ts'
import { MOST_NOTES } from './runs.ts'

/** New notes of one import: a file with more different texts than this has no notes but a text of its own in every row. */
const MOST_NEW_NOTES = 500_000
/** A name that a file writes is said in a report up to here, characters. */
const MOST_SAID = 120

const lastIds = statement<object, { series: number; source: number; note: number }>(
  'ingest.lastIds',
  'SELECT (SELECT coalesce(max(id), 0) FROM series) AS series, (SELECT coalesce(max(id), 0) FROM source) AS source, (SELECT coalesce(max(id), 0) FROM note) AS note',
)
const sources = statement<object, { id: number; code: string }>('ingest.sources', 'SELECT id, code FROM source')
const noteByText = statement<{ text: string }, { id: number }>('ingest.note', 'SELECT id FROM note WHERE text = :text')

/** The highest ids of the store; 0 where it has none. */
export const lastIdsOf = (db: ReadDb): { readonly series: number; readonly source: number; readonly note: number } =>
  db.get(lastIds, {}) ?? { series: 0, source: 0, note: 0 }

/** Ids of the sources and notes that a file names: those of the store, and behind them new ones in order of appearance. */
export class NameBook {
  readonly firstSource: number
  readonly firstNote: number
  readonly newSources: string[] = []
  readonly newNotes: string[] = []
  readonly #sources: Map<string, number>
  readonly #notes = new Map<string, number>()
  readonly #db: ReadDb
  readonly #report: ReportBuilder

  /** @param last highest ids in the store; new ones start behind them */
  constructor(db: ReadDb, last: { readonly source: number; readonly note: number }, report: ReportBuilder) {
    this.#db = db
    this.#report = report
    this.firstSource = last.source + 1
    this.firstNote = last.note + 1
    this.#sources = new Map(db.all(sources, {}).map(({ code, id }) => [code, id]))
  }

  /** A source that the store does not know is created, and the report says so once. */
  sourceId(name: string): number {
    const known = this.#sources.get(name)
    if (known !== undefined) return known
    const id = this.firstSource + this.newSources.length
    this.newSources.push(name)
    this.#sources.set(name, id)
    const said = name.slice(0, MOST_SAID)
    this.#report.warnOnce(
      'source-unreviewed',
      null,
      `The source "${said}" is new here. It was created and marked "unreviewed": give it a title, publisher and licence.`,
      [said],
    )
    return id
  }

  /** 0 = no note: the store or the import has no room for another. */
  noteId(text: string): number {
    const known = this.#notes.get(text) ?? this.#db.get(noteByText, { text })?.id
    const id = known ?? this.#newNote(text)
    if (id !== 0) this.#notes.set(text, id)
    return id
  }

  #newNote(text: string): number {
    const id = this.firstNote + this.newNotes.length
    if (id >= MOST_NOTES || this.newNotes.length >= MOST_NEW_NOTES) {
      this.#report.warnOnce(
        'notes-left-out',
        null,
        'The file has more different notes than the store keeps for one import; the later ones were left out.',
      )
      return 0
    }
    this.newNotes.push(text)
    return id
  }
}
