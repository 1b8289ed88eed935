// Finished outputs that wait to be saved. A thread writes `<spool>/<token>/<file name>`; the host finds it by its token alone.
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { CallError } from '../shared/contract/errors.ts'

/** A private folder (0700) of this process; removed by {@link removeSpool}. */
export const createSpool = (): string => mkdtempSync(join(tmpdir(), 'multivector-'))

export const removeSpool = (spool: string): void => rmSync(spool, { recursive: true, force: true })

/**
 * Makes room for one output. The caller writes the file at `path` and hands `token` to the page.
 *
 * @param name as it shall be offered to the user: a file name without folder
 */
export function newOutput(spool: string, name: string): { readonly token: string; readonly path: string } {
  const token = randomBytes(24).toString('base64url')
  mkdirSync(join(spool, token), { mode: 0o700 })
  return { token, path: join(spool, token, basename(name)) }
}

/** @throws {CallError} not-found when no output waits under that token */
export function findOutput(spool: string, token: string): { readonly name: string; readonly path: string } {
  const missing = new CallError('not-found', 'The finished file is no longer there. Make it again.')
  if (!/^[A-Za-z0-9_-]{16,64}$/.test(token)) throw missing
  try {
    const name = readdirSync(join(spool, token))[0]
    if (name !== undefined) return { name, path: join(spool, token, name) }
  } catch {
    // the folder is not there: the same answer as for an empty one
  }
  throw missing
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** What went wrong while writing to a place that the user chose, with the next step. */
export function saveError(error: unknown, name: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new CallError(
      'disk-full',
      `There is no room left on the disk for ${name}. Nothing was changed. Free some space and try again.`,
      code,
    )
  if (code === 'EBUSY' || code === 'EPERM' || code === 'ETXTBSY')
    return new CallError(
      'refused',
      `${name} is open in another program or protected. Close it there, or save under another name.`,
      code,
    )
  if (code === 'EACCES' || code === 'EROFS')
    return new CallError('refused', `This account may not write to that folder. Choose another place for ${name}.`, code)
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR')
    return new CallError('refused', `That place is not there any more. Choose another one for ${name}.`, code)
  return error
}

/**
 * Puts an output where the user wants it: written beside the target, synced to disk, then moved over it in one step. What stood there before
 * stays whole until the new file is.
 *
 * @throws {CallError} not-found, disk-full, refused
 */
export async function saveOutput(spool: string, token: string, target: string): Promise<string> {
  const output = findOutput(spool, token)
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.part`)
  try {
    await copyFile(output.path, draft)
    const file = await open(draft, 'r+')
    await file.sync().finally(() => file.close())
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw saveError(error, basename(target))
  }
  await rm(dirname(output.path), { recursive: true, force: true })
  return basename(target)
}
