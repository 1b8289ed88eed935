import { describe, expect, it } from 'vitest'
import { fileReasons, refusalKinds } from '../../../../electron/shared/contract/importReasons.ts'
import { wayOn } from '../../../../renderer/features/import/wayOn.ts'

describe('the way on from a refused file', () => {
  it('leads a table of unknown columns to their mapping', () => {
    expect(wayOn('unknown-layout', 'headings')).toBe('map')
    expect(wayOn('missing-column', null)).toBe('map')
  })

  it('leads a table that was cut or decoded wrongly to the form', () => {
    expect(wayOn('undecodable-text', null)).toBe('form')
    expect(wayOn('unknown-layout', 'one-column')).toBe('form')
  })

  it('offers nothing that cannot help to what is no table, whatever its reason', () => {
    for (const kind of ['web-page', 'workbook', 'archive', 'cut-gzip', 'damaged-gzip', 'other-text'])
      for (const reason of fileReasons) expect(wayOn(reason, kind), `${reason} ${kind}`).toBe('mend')
    expect(wayOn('empty-file', null)).toBe('mend')
    expect(wayOn('binary-content', null)).toBe('mend')
  })

  it('has a way on for every reason and kind of the closed lists', () => {
    for (const reason of fileReasons)
      for (const kind of [null, ...refusalKinds]) expect(['map', 'form', 'mend']).toContain(wayOn(reason, kind))
  })
})
