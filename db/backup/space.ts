import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { CallError } from '../../electron/shared/contract/errors.ts'

/** Room that stays free beside everything that is written. */
const SPARE_BYTES = 16 * 1_048_576

const inMegabytes = (bytes: number): string => `${Math.max(1, Math.ceil(bytes / 1_048_576))} MB`

/** Free bytes on the disk of a file; infinite where the system does not say. */
function freeBytes(file: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(file))
    return bsize > 0 ? bavail * bsize : Number.POSITIVE_INFINITY
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/**
 * Refuses work that the disk has no room for, before the first byte is written.
 *
 * @param what the work as the subject of the sentence: "The import", "The backup"
 * @param free bytes there are; tests bring their own disk
 * @throws {CallError} disk-full with both figures
 */
export function needSpace(file: string, bytes: number, what: string, free: number = freeBytes(file)): void {
  if (bytes + SPARE_BYTES <= free) return
  throw new CallError(
    'disk-full',
    `${what} needs about ${inMegabytes(bytes + SPARE_BYTES)} on the disk of the store, and ${inMegabytes(free)} are free. Nothing was changed. Free some space and try again.`,
  )
}

/**
 * Room that an import takes for each byte of its file, for long tables: rows in the store, once more in its log, sorted runs
 * and the kept file. A wider table may take more and then meets the end of the disk, which takes the transaction back.
 */
const SPACE_FACTOR = 4

/** Refuses an import that the disk has no room for. @param bytes of the file. @throws {CallError} disk-full */
export const needSpaceToImport = (store: string, bytes: number): void => needSpace(store, bytes * SPACE_FACTOR, 'The import')
