// Finished outputs that wait to be saved. A thread writes `<spool>/<token>/<file name>`; the host finds it by its token alone.
import { randomBytes } from 'node:crypto'
import { constants, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { access, copyFile, open, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { CallError, type SaveRefusal } from '../shared/contract/errors.ts'

/**
 * A private folder (0700) of this process; removed by {@link removeSpool}.
 *
 * @throws {CallError} refused where the system's folder of temporary files cannot be written to; disk-full
 */
export function createSpool(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'multivector-'))
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOSPC' || code === 'EDQUOT') throw saveError(error, 'temporary files')
    throw new CallError(
      'refused',
      `The folder of temporary files, ${tmpdir()}, is not there or may not be written to. Nothing was changed. Set TMPDIR (on Windows TEMP) to a folder of yours and start again.`,
      code,
    )
  }
}

/** Takes away the folder of waiting outputs with all that is in it. */
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

/**
 * Writes one output whole, or leaves nothing of it.
 *
 * @param name as it shall be offered to the user
 * @throws {CallError} as {@link saveError}
 */
export function writeOutput(
  spool: string,
  name: string,
  content: string | Uint8Array,
): { readonly token: string; readonly name: string; readonly bytes: number } {
  const { token, path } = newOutput(spool, name)
  try {
    writeFileSync(path, content, { mode: 0o600 })
  } catch (error) {
    rmSync(dirname(path), { recursive: true, force: true })
    throw saveError(error, name)
  }
  return { token, name, bytes: Buffer.byteLength(content) }
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

/** Takes away an output that nobody asks for again: a report of millions of lines must not lie there until the program ends. */
export const dropOutput = async (spool: string, token: string): Promise<void> =>
  rm(dirname(findOutput(spool, token).path), { recursive: true, force: true })

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const refuse = (cause: SaveRefusal, message: string): CallError => new CallError('refused', message, cause)

/** What went wrong while writing to a place that the user chose, with the next step; the cause stands in `detail` for the page. */
export function saveError(error: unknown, name: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new CallError(
      'disk-full',
      `There is no room left on the disk for ${name}. Nothing was changed. Free some space and try again.`,
      code,
    )
  if (code === 'EBUSY' || code === 'EPERM' || code === 'ETXTBSY')
    return refuse('file-held', `${name} is open in another program or protected. Close it there, or save under another name.`)
  if (code === 'EACCES' || code === 'EROFS')
    return refuse('folder-closed', `This account may not write to that folder. Choose another place for ${name}.`)
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return refuse('folder-missing', `The folder for ${name} is not there. Make it first, or choose another place.`)
  if (code === 'EISDIR') return refuse('is-folder', `There is a folder of the name ${name}. Choose another name for the file.`)
  if (code === 'ENAMETOOLONG') return refuse('name-too-long', 'The name of the file is too long. Choose a shorter one.')
  return error
}

/**
 * Whether a file may be put there, asked before the work of making it.
 *
 * @throws {CallError} refused for a folder of that name, a folder that is not there or may not be written to
 */
export async function assertPlace(target: string): Promise<void> {
  try {
    const there = await stat(target).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    })
    if (there?.isDirectory()) throw Object.assign(new Error(target), { code: 'EISDIR' })
    // moving over it would replace what its owner made read-only, or a device
    const open =
      there?.isFile() === true &&
      (await access(target, constants.W_OK)
        .then(() => true)
        .catch(() => false))
    if (there && !open) throw Object.assign(new Error(target), { code: 'EPERM' })
    await access(dirname(target), constants.W_OK)
  } catch (error) {
    throw saveError(error, basename(target))
  }
}

/** An output on its way: `token` of the spool, and the path where the user wants it. */
export interface Placed {
  readonly token: string
  readonly target: string
}

/**
 * Puts outputs where the user wants them: each is written beside its target and synced to disk, and only when all of them are there are they
 * moved over their targets, each in one step. What stood there before stays whole until then, and the outputs wait on when that fails.
 *
 * @throws {CallError} not-found, disk-full, refused
 */
export async function saveOutputs(spool: string, placed: readonly Placed[]): Promise<void> {
  const moves = placed.map(({ token, target }) => ({
    target,
    from: findOutput(spool, token).path,
    // a short name of its own: the target's may be as long as a name can be
    draft: join(dirname(target), `.multivector-${randomBytes(6).toString('hex')}.part`),
  }))
  let at = placed[0]?.target ?? ''
  try {
    for (const { target, from, draft } of moves) {
      at = target
      await assertPlace(target)
      await copyFile(from, draft)
      const file = await open(draft, 'r+')
      await file.sync().finally(() => file.close())
    }
    for (const { target, draft } of moves) {
      at = target
      await rename(draft, target)
    }
  } catch (error) {
    for (const { draft } of moves) await rm(draft, { force: true })
    throw saveError(error, basename(at))
  }
  for (const { from } of moves) await rm(dirname(from), { recursive: true, force: true })
}

/** {@link saveOutputs} of one output. @returns the name it now has */
export async function saveOutput(spool: string, token: string, target: string): Promise<string> {
  await saveOutputs(spool, [{ token, target }])
  return basename(target)
}
