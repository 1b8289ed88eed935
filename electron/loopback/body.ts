import { createWriteStream } from 'node:fs'
import { rm, statfs } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { saveError } from '../host/spool.ts'
import { CallError } from '../shared/contract/errors.ts'
import { TOO_LONG } from '../shared/contract/requestLimits.ts'

/** A request that is refused before it is a call, with its HTTP status. */
export class HttpRefusal extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** JSON that is no call: the key of a session. */
const MOST_JSON_BYTES = 65_536
const JSON_MS = 10_000
/** An upload may take long, but not stand still. */
const SILENCE_MS = 20_000
/** Room that must stay free on the disk beside an upload. */
const SPARE_BYTES = 64 * 1_048_576

/**
 * Reads a call's body.
 *
 * @param limits `bytes` of the body, `ms` until it has come whole
 * @throws {HttpRefusal} 415 another type than JSON, 413 too long, 408 too slow, 400 not JSON
 */
export async function readJson(
  request: IncomingMessage,
  limits: { readonly bytes?: number; readonly ms?: number } = {},
): Promise<unknown> {
  const { bytes: most = MOST_JSON_BYTES, ms = JSON_MS } = limits
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json')
    throw new HttpRefusal(415, 'The body must be JSON.')
  if (Number(request.headers['content-length'] ?? 0) > most) throw new HttpRefusal(413, TOO_LONG)
  const chunks: Buffer[] = []
  let size = 0
  const late = setTimeout(() => request.destroy(new HttpRefusal(408, 'The request came too slowly.')), ms)
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > most) throw new HttpRefusal(413, TOO_LONG)
      chunks.push(chunk)
    }
  } finally {
    clearTimeout(late)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new HttpRefusal(400, 'The body is not JSON.')
  }
}

/**
 * Writes an upload to a file as it comes, without holding it in memory.
 *
 * @throws {CallError} disk-full; {HttpRefusal} 411 without a length, 408 when the body stands still or ends early
 */
export async function receiveFile(request: IncomingMessage, path: string, silenceMs: number = SILENCE_MS): Promise<void> {
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  if (!Number.isSafeInteger(length)) throw new HttpRefusal(411, 'The length of the file must be given.')
  const { bavail, bsize } = await statfs(dirname(path)).catch(() => ({ bavail: 0, bsize: 0 }))
  if (bsize > 0 && length + SPARE_BYTES > bavail * bsize)
    throw new CallError('disk-full', 'There is not enough room on the disk to read this file. Free some space and try again.')
  request.setTimeout(silenceMs, () => request.destroy(new HttpRefusal(408, 'The file came too slowly.')))
  try {
    await pipeline(request, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    throw saveError(error, 'the uploaded file')
  }
}
