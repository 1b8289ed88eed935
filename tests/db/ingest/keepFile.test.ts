import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpackKept } from '../../../db/ingest/write/keepFile.ts'
import { redoBatch } from '../../../db/ingest/write/redo.ts'
import { undoBatch } from '../../../db/ingest/write/undo.ts'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { openSmallTestWriter, temporaryFolder } from '../support/store.ts'
import { fileOf } from './support.ts'
import { clock, first, header, requestOf, row, write } from './writing.ts'

const keptPath = (store: string, sha256: string, text: string): string =>
  `${store}.files/${sha256}.${Buffer.byteLength(text)}.csv.zst`

/** What unpacking gives, and what it leaves in the folder. */
async function unpacked(store: string, sha256: string) {
  const folder = temporaryFolder()
  const target = join(folder, 'raw')
  const refusal = await unpackKept(store, { sha256, file: 'rows.csv' }, target).then(
    () => null,
    (error: unknown) => (error instanceof CallError ? error : Promise.reject(error)),
  )
  return { refusal, left: readdirSync(folder), text: refusal ? null : readFileSync(target, 'utf8') }
}

describe('a raw file', () => {
  it('is kept, compressed and named by its content', () => {
    const store = openSmallTestWriter()
    const report = write(store, first)
    const folder = `${store.file}.files`
    expect(readdirSync(folder)).toEqual([`${report.sha256}.${Buffer.byteLength(first)}.csv.zst`])
    expect(zstdDecompressSync(readFileSync(`${folder}/${report.sha256}.${Buffer.byteLength(first)}.csv.zst`)).toString()).toBe(
      first,
    )
    store.close()
  })

  it('of several pieces is unpacked piece by piece, whatever the lengths of its frames', async () => {
    const store = openSmallTestWriter()
    const text = header + Array.from({ length: 60_000 }, (_, i) => row(1900 + (i % 120), i)).join('')
    const { sha256 } = write(store, text)
    expect((await unpacked(store.file, sha256)).text).toBe(text)
    const bytes = Buffer.from(text)
    const params = { [constants.ZSTD_c_checksumFlag]: 1, [constants.ZSTD_c_windowLog]: 17 }
    for (const length of [1, 1000, 16_384, 300_001]) {
      const start = length === 1 ? bytes.length - 60 : 0
      const frames = [bytes.subarray(0, start)]
      for (let at = start; at < bytes.length; at += length) frames.push(bytes.subarray(at, at + length))
      const plain = frames.map((frame, i) => zstdCompressSync(frame, i % 2 === 0 ? { params } : {}))
      writeFileSync(keptPath(store.file, sha256, text), Buffer.concat(plain))
      expect((await unpacked(store.file, sha256)).text).toBe(text)
    }
    store.close()
  })

  it('that is damaged, cut off, replaced or missing is said to be so, and nothing is left of it', async () => {
    const store = openSmallTestWriter()
    const { sha256 } = write(store, first)
    const path = keptPath(store.file, sha256, first)
    const packed = readFileSync(path)
    const flipped = (at: number): Buffer => Buffer.from(packed.with(at, (packed.at(at) ?? 0) ^ 1))
    const damaged = {
      // the check sum of the frame stands at its end
      'its checksum': flipped(-1),
      'its beginning': flipped(0),
      'its content': flipped(packed.length >> 1),
      'its end': packed.subarray(0, -1),
      'all of it': Buffer.alloc(0),
      'what it holds': zstdCompressSync(first.replace('10', '11')),
    }
    for (const [part, bytes] of Object.entries(damaged)) {
      writeFileSync(path, bytes)
      const { refusal, left } = await unpacked(store.file, sha256)
      expect([part, refusal?.code, refusal?.detail.split(',')[0], left]).toEqual([part, 'not-found', 'kept-file-damaged', []])
      expect(refusal?.message).toBe('The kept file of rows.csv is damaged. Import the file itself again.')
    }
    rmSync(path)
    expect((await unpacked(store.file, sha256)).refusal).toMatchObject({ code: 'not-found', detail: 'kept-file-gone, missing' })
    store.close()
  })

  it('is unpacked no further once a redo is stopped, and nothing is left of it', async () => {
    const store = openSmallTestWriter()
    const text = header + Array.from({ length: 60_000 }, (_, i) => row(1900 + (i % 120), i)).join('')
    const { batch } = write(store, text)
    undoBatch(store, batch ?? 0, false, clock())
    const spool = temporaryFolder()
    let asked = 0
    const request = { ...requestOf(store, fileOf(''), {}, () => ++asked === 3), spool, batch: batch ?? 0 }
    await expect(redoBatch(store, request)).rejects.toMatchObject({ code: 'cancelled' })
    expect([asked, readdirSync(spool)]).toEqual([3, []])
    expect(store.raw.prepare('SELECT count(*) FROM batch WHERE id > ?').pluck().get(batch)).toBe(0)
    store.close()
  })

  it('that an earlier version kept as gzip is imported again from it, and stays the only copy', async () => {
    const store = openSmallTestWriter()
    const { batch, sha256 } = write(store, first)
    const folder = `${store.file}.files`
    rmSync(`${folder}/${sha256}.${Buffer.byteLength(first)}.csv.zst`)
    writeFileSync(`${folder}/${sha256}.csv.gz`, gzipSync(first))
    undoBatch(store, batch ?? 0, false, clock())
    const again = await redoBatch(store, { ...requestOf(store, fileOf(''), {}), batch: batch ?? 0 })
    expect(again.rows).toMatchObject({ read: 3, new: 3 })
    expect(readdirSync(folder)).toEqual([`${sha256}.csv.gz`])
    expect(gunzipSync(readFileSync(`${folder}/${sha256}.csv.gz`)).toString()).toBe(first)
    store.close()
  })
})
