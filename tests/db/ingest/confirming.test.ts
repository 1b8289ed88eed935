import { describe, expect, it } from 'vitest'
import { undoBatch } from '../../../db/ingest/write/undo.ts'
import { problemsOf } from '../../../db/seal/check.ts'
import { openSmallTestWriter } from '../support/store.ts'
import { clock, first, header, row, write } from './writing.ts'

describe('taking a batch back whose figures a later file said again', () => {
  it('names the later file that said the same, and reads it again where it would else say that nothing is to be done', () => {
    const store = openSmallTestWriter()
    const one = write(store, first)
    const confirming = `${first}\n`
    const two = write(store, confirming)
    expect(two.rows).toMatchObject({ new: 0, unchanged: 3 })
    expect(undoBatch(store, one.batch ?? 0, false, clock())).toMatchObject({ removed: 3, cascaded: [], confirmed: [two.batch] })
    const again = write(store, confirming)
    expect(again.rows).toMatchObject({ new: 3, unchanged: 0 })
    expect(again.warnings.map(({ code }) => code)).not.toContain('same-file')
    expect(write(store, confirming).warnings[0]?.code, 'and the next time it is the same again').toBe('same-file')
    expect(problemsOf(store.raw)).toEqual([])
    store.close()
  })

  it('names no later file that spoke of other series, or where nothing left', () => {
    const store = openSmallTestWriter()
    const one = write(store, first)
    write(store, header + row(2001, 5).replace('RUS', 'CHN'))
    const three = write(store, header + row(2001, 5).replace('RUS', 'CHN') + row(2002, 6).replace('RUS', 'CHN'))
    expect(three.rows).toMatchObject({ new: 1, unchanged: 1 })
    expect(undoBatch(store, one.batch ?? 0, false, clock())).toMatchObject({ removed: 3, confirmed: [] })
    store.close()
  })
})
