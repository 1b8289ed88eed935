// The thread that reads files stays for the next one: nothing of one reading may reach another.
import { closeSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { abandonImport, beginImport, finishImport, isBegun, toTheEnd } from '../../../db/ingest/write/importFile.ts'
import { previewFile } from '../../../db/ingest/write/previewFile.ts'
import { undoBatch } from '../../../db/ingest/write/undo.ts'
import { openSmallTestWriter } from '../support/store.ts'
import { fileOf } from './support.ts'
import { clock, dump, figureOnLine, first, header, requestOf, row, second, write } from './writing.ts'

const store = openSmallTestWriter()
afterAll(() => store.close())

const NOT_A_TABLE = '%PDF-1.7\n'
/** Long enough for a small file to be read to its end. */
const READ_MS = 300

function begin(text: string) {
  const request = requestOf(store, fileOf(text), {})
  const begun = beginImport(store, request)
  if (!isBegun(begun)) throw new Error('there was nothing to write')
  return { begun, done: () => closeSync(request.descriptor) }
}

async function preview(text: string) {
  const request = requestOf(store, fileOf(text), {})
  try {
    return await previewFile(request)
  } finally {
    closeSync(request.descriptor)
  }
}

describe('a thread that read a file before', () => {
  it('says nothing of it when it reads the next', async () => {
    const before = dump(store)
    const { begun, done } = begin(second)
    await pause(READ_MS)
    abandonImport(begun)
    done()
    const report = write(store, first)
    expect(report.rows).toMatchObject({ read: 3, new: 3 })
    expect(figureOnLine(store, '3')).toBe(20)
    undoBatch(store, report.batch ?? 0, false, clock())
    expect(dump(store)).toBe(before)
  })

  it('is heard out behind a dry run, also when the writer turns to other work meanwhile', async () => {
    expect((await preview(first)).rows).toMatchObject({ new: 3 })
    const { begun, done } = begin(first)
    await pause(READ_MS)
    const report = toTheEnd(finishImport(store, begun))
    done()
    expect(report).toMatchObject({ outcome: 'accepted', rows: { new: 3 } })
    undoBatch(store, report.batch ?? 0, false, clock())
  })

  it('reads on behind a file that was refused, or is gone', async () => {
    expect(await preview(NOT_A_TABLE)).toMatchObject({ outcome: 'refused' })
    expect(write(store, NOT_A_TABLE)).toMatchObject({ outcome: 'refused' })
    const path = fileOf(first)
    const request = requestOf(store, path, {})
    rmSync(path)
    closeSync(request.descriptor)
    expect(() => beginImport(store, request)).toThrow(/EBADF/)
    const report = write(store, header + row(2005, 50))
    expect(report.rows).toMatchObject({ new: 1 })
    undoBatch(store, report.batch ?? 0, false, clock())
  })
})
