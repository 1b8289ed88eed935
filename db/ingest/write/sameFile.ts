import { fstatSync } from 'node:fs'
import type { Connection } from '../../worker/connection.ts'
import { regularFile } from '../bytes/source.ts'
import { type Decisions, takesAll } from '../decisions.ts'
import { hashFile, hashFileAhead } from '../hashFile.ts'
import type { ImportOptions } from '../layout.ts'
import type { ImportReport } from '../report.ts'
import { sameBytes, someOfBytes } from './batches.ts'
import { dependentBatches, revisedSince } from './dependents.ts'
import type { BatchMemory } from './importFile.ts'
import type { ImportRequest } from './request.ts'

/** What was decided, where it is not the plain "everything". */
export const decided = ({ decisions }: ImportRequest): Decisions | undefined =>
  decisions === undefined || takesAll(decisions) ? undefined : decisions

/** How a file was read: all that was said of it but the day of its release. */
const reading = ({ vintage: _vintage, ...options }: ImportOptions): string => JSON.stringify(options)

/** The hash of a file that may be in the store already; null where no batch has as many bytes, or it is none that can be imported. */
export async function hashOfKnown({ db }: Connection, descriptor: number): Promise<string | null> {
  const stat = fstatSync(descriptor)
  if (!stat.isFile() || db.get(someOfBytes, { bytes: stat.size }) === undefined) return null
  return hashFileAhead({ descriptor, bytes: stat.size })
}

/**
 * The report of a file that is in the store already, byte for byte and read the same way; null when it is not. The hash comes along where it
 * had to be made.
 *
 * @param hashed the file's hash where it was just made
 */
export function sameAgain(
  connection: Connection,
  request: ImportRequest,
  bytes: number,
  startMs: number,
  hashed: string | null = null,
): { readonly report: ImportReport | null; readonly sha256: string | null } {
  const candidates = connection.db.all(sameBytes, { bytes })
  if (candidates.length === 0) return { report: null, sha256: null }
  const sha256 = hashed ?? hashFile(regularFile(request.descriptor))
  for (const candidate of candidates) {
    if (candidate.sha256 !== sha256 || candidate.report === null) continue
    const memory = JSON.parse(candidate.report) as BatchMemory
    if (reading(memory.options) !== reading(request.options) || memory.profileText !== request.profile) continue
    if (JSON.stringify(memory.decisions) !== JSON.stringify(decided(request))) continue
    const { report } = memory
    // what it only confirmed may have left with the batch that wrote it
    if (candidate.since === 1 && report.rows.unchanged > 0) continue
    const stored = report.rows.read - report.rows.rejected - report.rows.aggregates
    return {
      sha256,
      report: {
        ...report,
        file: request.name,
        batch: null,
        dryRun: false,
        rows: { ...report.rows, new: 0, revised: 0, unchanged: stored },
        revisions: [],
        warnings: [
          {
            code: 'same-file',
            line: null,
            message: `This file was imported before as batch ${candidate.id}, read the same way. Nothing was written.${revisedSince(connection, candidate.id)}`,
            about: [String(candidate.id), dependentBatches(connection, candidate.id).join(', ')],
          },
          ...report.warnings,
        ],
        ms: Math.round(performance.now() - startMs),
      },
    }
  }
  return { report: null, sha256 }
}
