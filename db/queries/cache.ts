import { type ReadDb, statement } from '../worker/db.ts'

const dataVersion = statement<object, { readonly data_version: number }>('cache.version', 'PRAGMA data_version')

export interface VersionedCache<Value> {
  /** the remembered value, or what `make` gives; forgotten as soon as another connection commits a change to the store */
  get(db: ReadDb, key: string, make: () => Value): Value
}

/**
 * Remembers answers as long as the store stays as it is. Only for reading threads: SQLite's data_version does not move for a
 * connection's own writes, so the writer passes everything through.
 *
 * @param most entries kept; the oldest goes first
 */
export function versionedCache<Value>(most: number): VersionedCache<Value> {
  const entries = new Map<string, Value>()
  let version = -1
  let owner: ReadDb | null = null
  return {
    get: (db, key, make) => {
      if (!db.readOnly) return make()
      const now = db.get(dataVersion, {})?.data_version ?? 0
      if (now !== version || owner !== db) {
        entries.clear()
        version = now
        owner = db
      }
      const known = entries.get(key)
      if (known !== undefined) return known
      const made = make()
      const oldest = entries.keys().next()
      if (entries.size >= most && !oldest.done) entries.delete(oldest.value)
      entries.set(key, made)
      return made
    },
  }
}
