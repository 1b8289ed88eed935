// The review of a dry run, page by page, and the head of a file for a mapping in the making.
import { newOutput } from '../../electron/host/spool.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { ImportOptions } from '../ingest/layout.ts'
import { FileRefusal } from '../ingest/refusal.ts'
import { movementOf, spreadOf } from '../ingest/review/movement.ts'
import { pageOf, readIndex } from '../ingest/review/reader.ts'
import { forgetReview } from '../ingest/review/recorder.ts'
import { allRejected, writeRejected } from '../ingest/review/rejected.ts'
import { sampleFile } from '../ingest/sample.ts'
import { readCatalogue } from '../ingest/storeCatalogue.ts'
import type { TopicHandlers } from './context.ts'

/** Lines drawn of the reporter on screen. */
const MOST_LINES = 3

/** A finding about the file as the refusal that a call answers with. */
const asRefusal = (error: unknown): unknown =>
  error instanceof FileRefusal ? new CallError('refused', error.message, error.reason) : error

export const importReviewHandlers: TopicHandlers<
  'csv.differences' | 'csv.movement' | 'csv.rejected' | 'csv.sample' | 'csv.forget'
> = {
  'csv.differences': ({ db, options }, request) => pageOf(db, options.spool, request),
  'csv.movement': ({ db, options }, { job, reporter }) => {
    readIndex(options.spool, job)
    return { spread: spreadOf(options.spool, job), lines: movementOf(db, options.spool, job, reporter, MOST_LINES) }
  },
  'csv.rejected': async (context, request) => {
    const { descriptor, name } = context.file(request.file)
    const rejected = allRejected(context.options.spool, request.job)
    if (rejected.length === 0) throw new CallError('not-found', 'This file has no rejected lines.')
    const file = `${name.replace(/(?:\.(?:csv|tsv|txt|tab))?(?:\.gz)?$/i, '')}-rejected.csv`
    const { token, path } = newOutput(context.options.spool, file)
    try {
      const order = { descriptor, options: request.options as ImportOptions, profile: request.profile }
      return { token, name: file, records: await writeRejected(order, rejected, path, readCatalogue(context.db).catalogue.areas) }
    } catch (error) {
      throw asRefusal(error)
    }
  },
  'csv.sample': async ({ db, file }, { file: token, encoding, delimiter, header }) => {
    const { descriptor } = file(token)
    try {
      const found = await sampleFile({ descriptor, encoding, delimiter, header }, readCatalogue(db).catalogue)
      return {
        ...found,
        records: found.records.map(({ line, fields }) => ({ line, fields: [...fields] })),
        columns: found.columns.map(({ examples, ...column }) => ({ ...column, examples: [...examples] })),
      }
    } catch (error) {
      throw asRefusal(error)
    }
  },
  'csv.forget': ({ options }, { job }) => {
    forgetReview(options.spool, job)
    return {}
  },
}
