import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync, zstdDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readKept } from '../../../db/ingest/write/keepFile.ts'
import { redoBatch } from '../../../db/ingest/write/redo.ts'
import { undoBatch } from '../../../db/ingest/write/undo.ts'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { openTestWriter } from '../support/store.ts'
import { fileOf } from './support.ts'
import { clock, first, header, requestOf, row, write } from './writing.ts'

describe('a raw file', () => {
  it('is kept, compressed and named by its content', () => {
    const store = openTestWriter()
    const report = write(store, first)
    const folder = `${store.file}.files`
    expect(readdirSync(folder)).toEqual([`${report.sha256}.${Buffer.byteLength(first)}.csv.zst`])
    expect(zstdDecompressSync(readFileSync(`${folder}/${report.sha256}.${Buffer.byteLength(first)}.csv.zst`)).toString()).toBe(
      first,
    )
    store.close()
  })

  it('of several pieces is unpacked by one call', () => {
    const store = openTestWriter()
    const rows = Array.from({ length: 60_000 }, (_, i) => row(1900 + (i % 120), i)).join('')
    const { sha256 } = write(store, header + rows)
    expect(readKept(store.file, sha256, 'rows.csv').toString()).toBe(header + rows)
    store.close()
  })

  it('that is damaged or missing is said to be gone', () => {
    const store = openTestWriter()
    const { sha256 } = write(store, first)
    const path = `${store.file}.files/${sha256}.${Buffer.byteLength(first)}.csv.zst`
    const packed = readFileSync(path)
    // the check sum of the frame stands at its end
    packed[packed.length - 1] = (packed[packed.length - 1] ?? 0) ^ 1
    writeFileSync(path, packed)
    expect(() => readKept(store.file, sha256, 'rows.csv')).toThrow(CallError)
    rmSync(path)
    expect(() => readKept(store.file, sha256, 'rows.csv')).toThrow(CallError)
    store.close()
  })

  it('that an earlier version kept as gzip is imported again from it, and stays the only copy', () => {
    const store = openTestWriter()
    const { batch, sha256 } = write(store, first)
    const folder = `${store.file}.files`
    rmSync(`${folder}/${sha256}.${Buffer.byteLength(first)}.csv.zst`)
    writeFileSync(`${folder}/${sha256}.csv.gz`, gzipSync(first))
    undoBatch(store, batch ?? 0, false, clock())
    const again = redoBatch(store, { ...requestOf(store, fileOf(''), {}), batch: batch ?? 0 })
    expect(again.rows).toMatchObject({ read: 3, new: 3 })
    expect(readdirSync(folder)).toEqual([`${sha256}.csv.gz`])
    expect(gunzipSync(readFileSync(`${folder}/${sha256}.csv.gz`)).toString()).toBe(first)
    store.close()
  })
})
