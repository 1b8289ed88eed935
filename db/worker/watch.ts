// The command line may import and undo while a window holds the store: the window's reading thread looks now and then whether somebody did.
import { type ReadDb, statement } from './db.ts'

/** How often a host looks for batches that came or went without its doing. */
export const WATCH_MS = 2_000

const dataVersion = statement<object, { readonly data_version: number }>('watch.version', 'PRAGMA data_version')
const batchesNow = statement<object, { readonly newest: number; readonly undone: number }>(
  'watch.batches',
  'SELECT coalesce(max(id), 0) AS newest, count(undone_at) AS undone FROM batch',
)

/** What the store's batches are now, as a text that two looks compare: the newest one and how many are undone. */
export function batchState(db: ReadDb): string {
  const found = db.get(batchesNow, {})
  return `${found?.newest} ${found?.undone}`
}

/** The newest batch in a text of {@link batchState}. */
export const newestIn = (state: string): number => Number.parseInt(state, 10)

/**
 * Calls `changed` with the new state soon after a batch was written or taken back by whatever connection; what else is written to the store
 * moves no figure. A look costs one page of SQLite's log index as long as nobody wrote. The timer keeps no process alive.
 *
 * @returns ends the watch
 */
export function watchBatches(db: ReadDb, changed: (state: string) => void, everyMs = WATCH_MS): () => void {
  const versionNow = (): number => db.get(dataVersion, {})?.data_version ?? 0
  let [version, state] = [versionNow(), batchState(db)]
  const timer = setInterval(() => {
    try {
      const now = versionNow()
      if (now === version) return
      version = now
      const next = batchState(db)
      if (next === state) return
      state = next
      changed(state)
    } catch {
      // a store that is held or gone for a moment: the next look finds what changed
    }
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
