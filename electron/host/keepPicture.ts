import type { CheckedRequestOf, ResponseOf } from '../shared/contract/channels.ts'
import { CallError } from '../shared/contract/errors.ts'
import { safeFileName } from '../shared/domain/fileName.ts'
import { writeOutput } from './spool.ts'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * Puts a picture that the page drew into the spool.
 *
 * @throws {CallError} refused for anything that is neither PNG nor SVG; disk-full
 */
export function keepPicture(
  spool: string,
  { name, kind, data }: CheckedRequestOf<'host.keepPicture'>,
): ResponseOf<'host.keepPicture'> {
  const bytes = Buffer.from(data, 'base64')
  const known = kind === 'png' ? bytes.subarray(0, PNG.length).equals(PNG) : bytes.subarray(0, 5).toString('latin1') === '<svg '
  if (!known) throw new CallError('refused', 'That is no picture of a chart.')
  const kept = writeOutput(spool, `${safeFileName(name)}.${kind}`, bytes)
  return { token: kept.token, name: kept.name }
}
