import { regularFile } from '../bytes/source.ts'
import type { Finding, ReviewFinding } from '../messages.ts'
import { FileRefusal } from '../refusal.ts'
import type { ImportReport } from '../report.ts'
import { complete, type ImportRequest, refusedBefore, today } from './request.ts'
import { ingest } from './runThread.ts'

export interface PreviewRequest extends ImportRequest {
  /** name under which the differences wait in the spool for a review; absent = a report is enough */
  readonly review?: string
  /** read the first piece of the file only */
  readonly headOnly?: boolean
}

/** A report of what an import would do, and what a review must know beside it. Nothing is written. */
export async function previewFile(request: PreviewRequest): Promise<ImportReport & { readonly review?: ReviewFinding }> {
  const startMs = performance.now()
  try {
    regularFile(request.descriptor)
    let finding: Finding | null = null
    let sha256 = ''
    let found: ReviewFinding | undefined
    const { store, descriptor, name, options, profile, spool, review, headOnly = false, alone = false } = request
    const order = {
      store,
      descriptor,
      name,
      options,
      profile,
      spool,
      today: today(request),
      write: false,
      annex: null,
      sha256: null,
      headOnly,
      alone,
    }
    await ingest(
      review === undefined ? order : { ...order, review },
      (message) => {
        if (message.kind === 'progress') request.tell(message.bytesDone, message.bytesTotal, message.rows, message.phase)
        if (message.kind !== 'done') return
        finding = message.finding
        sha256 = message.sha256
        found = message.review
      },
      request.cancelled,
    )
    if (finding === null) throw new Error('the reading thread ended without a finding')
    const report = complete(finding, request, { sha256, batch: null, dryRun: true, ms: Math.round(performance.now() - startMs) })
    return found === undefined ? report : { ...report, review: found }
  } catch (error) {
    if (error instanceof FileRefusal) return refusedBefore(request, error, true, startMs)
    throw error
  }
}
