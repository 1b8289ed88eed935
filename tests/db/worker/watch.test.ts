import { afterEach, expect, it, vi } from 'vitest'
import { openReader, openWriter } from '../../../db/worker/connection.ts'
import { watchBatches } from '../../../db/worker/watch.ts'
import { storeCopy } from '../support/store.ts'

const EVERY_MS = 2_000
afterEach(() => vi.useRealTimers())

it('a batch that another connection writes or takes back is told once; other changes and quiet are not', () => {
  vi.useFakeTimers()
  const file = storeCopy()
  const [writer, reader] = [openWriter(file, { mustExist: true }), openReader(file)]
  const changed = vi.fn()
  const end = watchBatches(reader.db, changed, EVERY_MS)
  const told = (): number => {
    vi.advanceTimersByTime(3 * EVERY_MS)
    return changed.mock.calls.length
  }
  expect(told()).toBe(0)
  writer.db.exec("INSERT INTO setting (name, value) VALUES ('watched', '1')")
  expect(told(), 'a setting moves no figure').toBe(0)
  writer.db.exec(`INSERT INTO batch (kind, file, sha256, bytes, encoding, format, vintage, imported_at)
    VALUES ('import', 'other.csv', 'x', 1, 'utf-8', 'test', '2026-11-23', '2026-11-23T12:00:00.000Z')`)
  expect(told()).toBe(1)
  writer.db.exec("UPDATE batch SET undone_at = '2026-11-23T12:01:00.000Z' WHERE file = 'other.csv'")
  expect(told()).toBe(2)
  end()
  writer.db.exec("UPDATE batch SET undone_at = NULL WHERE file = 'other.csv'")
  expect(told(), 'the watch has ended').toBe(2)
  reader.close()
  writer.close()
})
