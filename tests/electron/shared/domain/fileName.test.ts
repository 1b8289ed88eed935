import { describe, expect, it } from 'vitest'
import { safeFileName } from '../../../../electron/shared/domain/fileName.ts'

describe('a file name made of a title', () => {
  it('keeps letters of any script and drops what file systems mind', () => {
    expect(safeFileName('Қазақстан: 2026 / "импорт"')).toBe('Қазақстан 2026 импорт')
    expect(safeFileName('a\\b/c:d*e?f"g<h>i|j\u0000k\u202el')).toBe('abcdefghijkl')
  })

  it('never leaves its folder, hides or is empty', () => {
    expect(safeFileName('../../etc/passwd')).toBe('etcpasswd')
    expect(safeFileName('.bashrc')).toBe('bashrc')
    expect(safeFileName('…?!')).toBe('multivector')
  })

  it.each(['CON', 'nul', 'Aux.x', 'com1', 'LPT9'])('is no device of Windows: %s', (title) => {
    expect(safeFileName(title)).toMatch(/^(?:con|nul|aux|com1|lpt9)_/i)
  })

  it('leaves words that only begin like a device', () => {
    expect(safeFileName('Console of corridors')).toBe('Console of corridors')
    expect(safeFileName('Con 2026')).toBe('Con 2026')
  })

  it('is cut between letters, so that it stays well-formed text', () => {
    const name = safeFileName(`${'x'.repeat(79)}𠀋𠀋`)
    expect(name).toBe(`${'x'.repeat(79)}𠀋`)
    expect(name.isWellFormed()).toBe(true)
    expect(safeFileName('\ud800title')).toBe('title')
  })
})
