import { describe, expect, it } from 'vitest'
import { confirmedBy } from '../../../../renderer/features/import/UndoButton.tsx'
import type { Words } from '../../../../renderer/features/import/words.ts'

const words = {
  t: (key: string, values: object) => `${key} ${JSON.stringify(values)}`,
  formats: { list: (items: readonly string[]) => items.join(' + ') },
} as unknown as Words
const answer = { batch: 2, removed: 3, restored: 0, cascaded: [] }

describe('what is said after an undo', () => {
  it('is nothing where no later file had the same series', () => {
    expect(confirmedBy(words, { ...answer, confirmed: [] }, [])).toBe('')
  })

  it('names the later files, and by their numbers those that are not in the list', () => {
    const batches = [{ batch: 3, file: 'q4.csv' }]
    expect(confirmedBy(words, { ...answer, confirmed: [3, 5] }, batches)).toBe(
      `undo.confirmed ${JSON.stringify({ count: 2, batches: 'undo.named {"batch":3,"file":"q4.csv"} + 5' })}`,
    )
  })
})
