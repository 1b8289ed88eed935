import { describe, expect, it } from 'vitest'
import type { ScenariosAnswer } from '../../../../electron/shared/contract/schema/scenarios.ts'
import { importShare, outcomeOf, type Settings, shiftOf, shiftPoints } from '../../../../electron/shared/findings/scenarios.ts'

const settings: Settings = { months: 3, spare: 0, price: 70, goal: '', points: 5, taker: '' }
/** Imports of 100, of which China sells 3.27. */
const answer = {
  parameters: [],
  figures: [],
  imports: {
    ...{ year: 2024, source: 's', unallocated: 0 },
    amounts: [
      { partner: 'RUS', value: 96.73 },
      { partner: 'CHN', value: 3.27 },
    ],
  },
  warnings: [],
} as ScenariosAnswer

describe('a shift of imports', () => {
  it('moves no more points than the partner has, and headline and card say the same', () => {
    const share = importShare(answer, 'CHN') ?? 0
    expect(shiftPoints(share, settings)).toBe(3.2)
    const outcome = shiftOf(answer, 'CHN', settings)
    const after = outcome.state === 'result' ? outcomeOf(outcome.result, 'share_after', 'CHN') : null
    expect(after?.high).toBeCloseTo((share - 3.2) / 100, 10)
  })

  it('moves what is asked for where the partner has it', () => {
    expect(shiftPoints(importShare(answer, 'RUS') ?? 0, settings)).toBe(5)
  })

  it('cites the source of the share, and no source for the points of the reader', () => {
    const outcome = shiftOf(answer, 'RUS', settings)
    expect(outcome.state === 'result' && outcome.result.inputs).toMatchObject([
      { id: 'points', low: 5, source: null },
      { id: 'share_now', unit: 'PCT', low: 96.73, source: 's' },
    ])
  })
})
