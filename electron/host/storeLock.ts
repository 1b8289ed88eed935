import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { CallError } from '../shared/contract/errors.ts'

/** A host that holds a store touches its mark this often; a mark older than three beats belongs to a host that is gone. */
const BEAT_MS = 5_000

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** A number alone could belong to another program by now, and an age alone would outlive a stopped host: both must hold. */
function isHeld(mark: string): boolean {
  try {
    const ageMs = Math.abs(Date.now() - statSync(mark).mtimeMs)
    return ageMs < 3 * BEAT_MS && isRunning(Number(readFileSync(mark, 'utf8')))
  } catch {
    return false
  }
}

/**
 * One window or browser host per store: two would not hear of each other's changes. The command line does not take this lock; SQLite's own
 * keeps its writes and a host's apart.
 *
 * @returns gives the store free again
 * @throws {CallError} store-locked when another host holds it
 */
export function lockStore(store: string): () => void {
  const mark = `${store}.open`
  const create = (): boolean => {
    try {
      mkdirSync(dirname(store), { recursive: true, mode: 0o700 })
      const descriptor = openSync(mark, 'wx', 0o600)
      writeSync(descriptor, String(process.pid))
      closeSync(descriptor)
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      // a folder that cannot be written: opening the store says so in better words
      return true
    }
  }
  if (!create()) {
    if (isHeld(mark))
      throw new CallError(
        'store-locked',
        `The store ${basename(store)} is already open in another window of Multivector. Use that window, or close it and start again.`,
      )
    rmSync(mark, { force: true })
    if (!create())
      throw new CallError('store-locked', `The store ${basename(store)} has just been opened by another window of Multivector.`)
  }
  const beat = setInterval(() => {
    const now = new Date()
    try {
      utimesSync(mark, now, now)
    } catch {
      // a folder that has become read-only: the mark ages, and nothing worse
    }
  }, BEAT_MS)
  beat.unref()
  return () => {
    clearInterval(beat)
    rmSync(mark, { force: true })
  }
}
