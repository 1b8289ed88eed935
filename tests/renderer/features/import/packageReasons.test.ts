import { describe, expect, it } from 'vitest'
import { packageReasonOf, saysMore } from '../../../../renderer/features/import/packageReasons.ts'

describe('a report of a data package', () => {
  it('is told from that of another file by its reason', () => {
    expect(packageReasonOf({ outcome: 'refused', reason: 'package-unsigned' })).toBe('package-unsigned')
    expect(packageReasonOf({ outcome: 'refused', reason: 'binary-content' })).toBeNull()
    expect(packageReasonOf({ outcome: 'accepted', reason: null })).toBeNull()
  })

  it('keeps its own message where only that says what is wrong inside', () => {
    expect(saysMore('package-unsafe')).toBe(false)
    expect(saysMore('package-damaged')).toBe(false)
    expect(saysMore('package-tampered')).toBe(true)
  })
})
