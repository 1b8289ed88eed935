// R6, R7: which backups stay is decided by number; a clock at 1970, at 2099 or going backwards changes names and never the order.
import { describe, expect, it } from 'vitest'
import { keptNumbers } from '../../../db/backup/shelf.ts'

const shelf = (days: readonly string[]) =>
  days
    .map((day, i) => ({
      number: i + 1,
      note:
        day === ''
          ? null
          : {
              number: i + 1,
              at: `${day}T10:00:00.000Z`,
              reason: 'import' as const,
              figures: 1,
              schema: 60,
              content: '',
              whole: true,
            },
    }))
    .reverse()
const kept = (days: readonly string[]): readonly number[] => [...keptNumbers(shelf(days))].sort((a, b) => a - b)
const dayAfter = (start: string, days: number): string =>
  new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10)

describe('the shelf of backups', () => {
  it('keeps the newest three of one day', () => {
    expect(kept(Array(10).fill('2026-11-27'))).toEqual([8, 9, 10])
  })

  it('keeps the newest of each of seven days and of each of six months', () => {
    const days = Array.from({ length: 400 }, (_, i) => dayAfter('2026-01-01', i))
    const numbers = kept(days)
    expect(numbers.slice(-7)).toEqual([394, 395, 396, 397, 398, 399, 400])
    // the newest of January and of February are among the seven days
    expect(numbers.slice(0, -7).map((number) => days[number - 1])).toEqual([
      '2026-09-30',
      '2026-10-31',
      '2026-11-30',
      '2026-12-31',
    ])
  })

  it('keeps the newest by number when the clock went back to 1970', () => {
    const days = [
      ...Array.from({ length: 20 }, (_, i) => dayAfter('2026-11-01', i)),
      '1970-01-01',
      '1970-01-01',
      '1970-01-01',
      '1970-01-01',
    ]
    expect(kept(days).slice(-4)).toEqual([20, 22, 23, 24])
    expect(kept(days)).toContain(15)
  })

  it('lets no day of 2099 push out what came after it', () => {
    const days = ['2099-12-31', '2099-12-31', ...Array.from({ length: 9 }, (_, i) => dayAfter('2026-11-01', i))]
    expect(kept(days).slice(-7)).toEqual([5, 6, 7, 8, 9, 10, 11])
    expect(kept(days)).toContain(2)
    expect(kept(days)).not.toContain(1)
  })

  it('keeps a backup without its note while it is among the newest three', () => {
    expect(kept(['2026-11-01', '', '2026-11-02', '2026-11-03', '2026-11-04'])).toEqual([1, 3, 4, 5])
    expect(kept(['2026-11-01', '2026-11-02', '2026-11-03', ''])).toEqual([1, 2, 3, 4])
  })
})
