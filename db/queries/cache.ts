import { type ReadDb, statement } from '../worker/db.ts'
import { atRest } from '../worker/idle.ts'

const dataVersion = statement<object, { readonly data_version: number }>('cache.version', 'PRAGMA data_version')

export interface VersionedCache<Value> {
  /** the remembered value, or what `make` gives; forgotten as soon as another connection commits a change to the store */
  get(db: ReadDb, key: string, make: () => Value): Value
}

/** How heavy values are, in any measure, and how much of it may be kept: while questions come, and by a thread that rests. */
export interface Weight<Value> {
  readonly of: (value: Value) => number
  readonly most: number
  readonly atRest: number
}

/**
 * Remembers answers as long as the store stays as it is. Only for reading threads: SQLite's data_version does not move for a
 * connection's own writes, so the writer passes everything through.
 *
 * @param most entries kept; the one that was asked for longest ago goes first
 * @param weight absent = entries are small
 */
export function versionedCache<Value>(most: number, weight?: Weight<Value>): VersionedCache<Value> {
  const entries = new Map<string, Value>()
  let version = -1
  let owner: ReadDb | null = null
  let heavy = 0
  /** Forgets the oldest until the others are light and few enough. */
  const trim = (count: number, weightLeft: number): void => {
    for (const [oldest, value] of entries) {
      if (entries.size <= count && heavy <= weightLeft) return
      entries.delete(oldest)
      heavy -= weight?.of(value) ?? 0
    }
  }
  if (weight) atRest.add(() => trim(most, weight.atRest))
  return {
    get: (db, key, make) => {
      if (!db.readOnly) return make()
      const now = db.get(dataVersion, {})?.data_version ?? 0
      if (now !== version || owner !== db) {
        entries.clear()
        heavy = 0
        version = now
        owner = db
      }
      const known = entries.get(key)
      if (known !== undefined) {
        entries.delete(key)
        entries.set(key, known)
        return known
      }
      const made = make()
      heavy += weight?.of(made) ?? 0
      trim(most - 1, weight?.most ?? 0)
      entries.set(key, made)
      return made
    },
  }
}
