// An import that reads while the backup before it is made: nothing is written before it may, and what others wrote meanwhile counts.
import { closeSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defineIndicators } from '../../../db/ingest/write/defineIndicators.ts'
import { abandonImport, beginImport, finishImport, isBegun, toTheEnd } from '../../../db/ingest/write/importFile.ts'
import { problemsOf } from '../../../db/seal/check.ts'
import { openReader, openWriter } from '../../../db/worker/connection.ts'
import { openSmallTestWriter } from '../support/store.ts'
import { fileOf } from './support.ts'
import { dump, figureOnLine, first, requestOf, type Store, second, write } from './writing.ts'

describe('an import begun before it may write', () => {
  const begin = (store: Store, text: string) => {
    const request = requestOf(store, fileOf(text), {})
    const begun = beginImport(store, request)
    if (!isBegun(begun)) throw new Error('there was nothing to write')
    return { begun, done: () => closeSync(request.descriptor) }
  }

  it('reads the file and writes nothing until it is finished', () => {
    const store = openSmallTestWriter()
    const before = dump(store)
    const { begun, done } = begin(store, first)
    expect(dump(store)).toBe(before)
    expect(toTheEnd(finishImport(store, begun)).rows).toMatchObject({ new: 3, revised: 0 })
    done()
    expect(figureOnLine(store, '3')).toBe(20)
    expect(problemsOf(store.raw)).toEqual([])
    store.close()
  })

  it('leaves nothing when it is given up', () => {
    const store = openSmallTestWriter()
    const before = dump(store)
    const { begun, done } = begin(store, first)
    abandonImport(begun)
    done()
    expect(dump(store)).toBe(before)
    expect(write(store, first).rows).toMatchObject({ new: 3 })
    store.close()
  })

  it('is compared with what another program wrote meanwhile', () => {
    const store = openSmallTestWriter()
    const other = { ...openWriter(store.file), file: store.file }
    const { begun, done } = begin(store, second)
    // takes the number of the batch and of the series that the file would have had
    expect(write(other, first).rows).toMatchObject({ new: 3 })
    const report = toTheEnd(finishImport(store, begun))
    done()
    expect(report.rows).toMatchObject({ read: 4, new: 1, revised: 1, unchanged: 2 })
    expect(figureOnLine(store, '3')).toBe(21)
    expect(problemsOf(store.raw)).toEqual([])
    other.close()
    store.close()
  })

  it('writes nothing when another program imported the same file meanwhile', () => {
    const store = openSmallTestWriter()
    const other = { ...openWriter(store.file), file: store.file }
    const { begun, done } = begin(store, first)
    write(other, first)
    const before = dump(store)
    expect(toTheEnd(finishImport(store, begun))).toMatchObject({ batch: null, rows: { new: 0, unchanged: 3 } })
    done()
    expect(dump(store)).toBe(before)
    expect(store.raw.inTransaction).toBe(false)
    other.close()
    store.close()
  })

  it('says before it ends that figures change which came with the program, and says nothing of other indicators', () => {
    const store = openSmallTestWriter()
    defineIndicators(
      store.db,
      'code,name,unit,domain,partner,min,max,integer,direction,frequency,description\nunit.test,Made up,USD_M,test,required,,,false,0,A,Made up\n',
    )
    const changing = (text: string): readonly number[] => {
      const seen: number[] = []
      const { begun, done } = begin(store, text)
      toTheEnd(finishImport(store, begun), () => {
        const other = openReader(store.file, 'once')
        seen.push(other.raw.prepare("SELECT count(*) FROM source WHERE code = 'unit-test'").pluck().get() as number)
        other.close()
      })
      done()
      return seen
    }
    const other = (text: string) => text.replaceAll('trade.imports_usd_m', 'unit.test').replaceAll('unit-test', 'other-test')
    expect(changing(other(first))).toEqual([])
    expect(changing(other(second)), 'revised, but of an import').toEqual([])
    expect(changing(first), 'another connection does not see the import yet').toEqual([0])
    expect(changing(second)).toEqual([1])
    store.close()
  })

  it('writes nothing when what should end with it fails', () => {
    const store = openSmallTestWriter()
    const before = dump(store)
    const { begun, done } = begin(store, first)
    const steps = finishImport(store, begun)
    expect(steps.next()).toEqual({ done: false, value: 'changing' })
    expect(() => steps.throw(new Error('no room'))).toThrow('no room')
    done()
    expect(store.raw.inTransaction).toBe(false)
    expect(dump(store)).toBe(before)
    store.close()
  })
})
