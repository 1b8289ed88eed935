import { CallError } from '../../electron/shared/contract/errors.ts'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/**
 * SQLite's and the file system's words as a refusal that says what to do next. A `CallError` passes as it is, anything unknown too:
 * that is a bug and must keep its stack.
 *
 * @param file the store as the user knows it; only its name is told, so that a message can be shown on a projector
 */
export function storeError(error: unknown, file: string): unknown {
  if (error instanceof CallError) return error
  const code = codeOf(error)
  const name = file.split(/[\\/]/).pop() ?? file
  const detail = `${code} ${error instanceof Error ? error.message : String(error)}`
  const refuse = (kind: ConstructorParameters<typeof CallError>[0], message: string) => new CallError(kind, message, detail)
  if (code === 'SQLITE_BUSY' || code.startsWith('SQLITE_BUSY_') || code.startsWith('SQLITE_LOCKED'))
    return refuse('store-locked', `The store ${name} is in use by another program. Close that program and try again.`)
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return refuse(
      'store-read-only',
      `The store ${name} cannot be written. Give this account the right to write to its folder, or choose another store.`,
    )
  // the file of the log's index could not be made longer: SQLite says so with a code of its own
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE' || code === 'ENOSPC' || code === 'EDQUOT')
    return refuse(
      'disk-full',
      `There is no room left on the disk for ${name}. Nothing was changed. Free some space and try again.`,
    )
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return refuse(
      'store-damaged',
      `The store ${name} is damaged. It was left as it is. Restore a backup, or choose another store.`,
    )
  if (code.startsWith('SQLITE_IOERR'))
    return refuse(
      'store-damaged',
      `The disk did not answer while reading or writing ${name}. Nothing half was kept. Check the disk and try again.`,
    )
  if (code === 'SQLITE_CANTOPEN' || code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR')
    return refuse('store-missing', `The store ${name} cannot be opened: there is no such file, or its folder is missing.`)
  return error
}
