import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import type { Connection } from '../../worker/connection.ts'
import type { ImportReport } from '../report.ts'
import { oneBatch, reportOf } from './batches.ts'
import { type BatchMemory, importFile } from './importFile.ts'
import { unpackKept } from './keepFile.ts'
import type { ImportRequest } from './request.ts'

/**
 * Imports the kept file of an undone batch again, read the same way, as a batch of its own with the vintage it had.
 *
 * @throws {CallError} not-found when there is no such batch or its file is gone; refused when it was not undone; cancelled
 */
export async function redoBatch(
  connection: Connection,
  request: Omit<ImportRequest, 'descriptor' | 'name' | 'options' | 'profile'> & { readonly batch: number },
): Promise<ImportReport> {
  const { batch, ...rest } = request
  const row = connection.db.get(oneBatch, { id: batch })
  const memory = JSON.parse(connection.db.get(reportOf, { id: batch })?.report ?? 'null') as BatchMemory | null
  if (!row || memory === null) throw new CallError('not-found', `There is no imported batch ${batch}.`)
  if (row.undone_at === null)
    throw new CallError('refused', `Batch ${batch} is in force; there is nothing to do again.`, 'batch-in-force')
  const draft = join(request.spool, `redo-${process.pid}-${batch}.csv`)
  try {
    await unpackKept(request.store, row, draft, request.cancelled)
    const descriptor = openSync(draft, 'r')
    try {
      return importFile(connection, {
        ...rest,
        descriptor,
        name: row.file,
        options: { ...memory.options, vintage: row.vintage },
        profile: memory.profileText,
        ...(memory.decisions === undefined ? {} : { decisions: memory.decisions }),
        note: row.note,
      })
    } finally {
      closeSync(descriptor)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}
