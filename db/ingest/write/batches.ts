import { statement } from '../../worker/db.ts'

/** A batch as lists and undo need it. */
export interface BatchRow {
  readonly id: number
  readonly kind: 'bundled' | 'import'
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly encoding: string
  readonly format: string
  readonly profile: string | null
  readonly vintage: string
  readonly imported_at: string
  readonly imported_by: string
  readonly note: string
  readonly rows_read: number
  readonly rows_new: number
  readonly rows_revised: number
  readonly rows_unchanged: number
  readonly rows_aggregates: number
  readonly rows_rejected: number
  readonly undone_at: string | null
}

const columns = `id, kind, file, sha256, bytes, encoding, format, profile, vintage, imported_at, imported_by, note, rows_read, rows_new, rows_revised,
  rows_unchanged, rows_aggregates, rows_rejected, undone_at`

export const allBatches = statement<object, BatchRow>('batch.all', `SELECT ${columns} FROM batch ORDER BY id DESC`)
export const oneBatch = statement<{ id: number }, BatchRow>('batch.one', `SELECT ${columns} FROM batch WHERE id = :id`)
/** Batches in force with the same bytes; `since` = 1 where an earlier one was undone after the import. */
export const sameBytes = statement<{ bytes: number }, { id: number; sha256: string; report: string | null; since: 0 | 1 }>(
  'batch.sameBytes',
  `SELECT id, sha256, report, EXISTS (SELECT 1 FROM batch gone WHERE gone.id < batch.id AND gone.undone_at >= batch.imported_at) AS since
   FROM batch WHERE kind = 'import' AND undone_at IS NULL AND bytes = :bytes ORDER BY id DESC`,
)
/** Whether there is any. */
export const someOfBytes = statement<{ bytes: number }, { found: number }>(
  'batch.someOfBytes',
  "SELECT 1 AS found FROM batch WHERE kind = 'import' AND undone_at IS NULL AND bytes = :bytes LIMIT 1",
)
export const reportOf = statement<{ id: number }, { report: string | null }>(
  'batch.report',
  'SELECT report FROM batch WHERE id = :id',
)

export const addBatch = statement<
  {
    file: string
    sha256: string
    bytes: number
    encoding: string
    format: string
    profile: string | null
    vintage: string
    now: string
    by: string
    note: string
  },
  never
>(
  'batch.add',
  `INSERT INTO batch (kind, file, sha256, bytes, encoding, format, profile, vintage, imported_at, imported_by, note)
   VALUES ('import', :file, :sha256, :bytes, :encoding, :format, :profile, :vintage, :now, :by, :note)`,
)

export const finishBatch = statement<
  {
    id: number
    vintage: string
    sha256: string
    encoding: string
    format: string
    delimiter: string | null
    decimal: string | null
    read: number
    new: number
    revised: number
    unchanged: number
    aggregates: number
    rejected: number
    report: string
  },
  never
>(
  'batch.finish',
  `UPDATE batch SET vintage = :vintage, sha256 = :sha256, encoding = :encoding, format = :format, delimiter = :delimiter, decimal_mark = :decimal, rows_read = :read, rows_new = :new,
   rows_revised = :revised, rows_unchanged = :unchanged, rows_aggregates = :aggregates, rows_rejected = :rejected, report = :report WHERE id = :id`,
)
