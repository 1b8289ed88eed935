import { describe, expect, it } from 'vitest'
import { ReadAgain } from '../../../db/ingest/oneSeries.ts'
import { dayDimension, ReleaseDay } from '../../../db/ingest/releaseDay.ts'

const TODAY = '2026-11-24'

describe('the day of a release', () => {
  it('is what the user says, whatever a column says', () => {
    const release = new ReleaseDay('2025-06-30', TODAY)
    for (const day of ['2024-01-31', '2026-01-31']) release.hear(day)
    expect(release).toMatchObject({ day: '2025-06-30', several: null })
  })

  it('is what a column says of every figure, and of none when it says two', () => {
    const release = new ReleaseDay(undefined, TODAY)
    expect(release.day).toBe('')
    release.hear('2025-06-30')
    release.hear('2025-06-30')
    expect(release).toMatchObject({ day: '2025-06-30', several: null })
    release.hear('2025-07-31')
    release.hear('2025-06-30')
    expect(release).toMatchObject({ day: '', several: ['2025-06-30', '2025-07-31'] })
  })

  it('is not said by a column that leaves figures out, and never lies in the future', () => {
    const partly = new ReleaseDay(undefined, TODAY)
    partly.hear('2025-06-30')
    partly.hear('')
    expect(partly.day).toBe('')
    const future = new ReleaseDay(undefined, TODAY)
    future.hear('2026-11-25')
    future.hear('2026-11-25')
    expect(future).toMatchObject({ day: '', several: null })
    const today = new ReleaseDay(undefined, TODAY)
    today.hear(TODAY)
    expect(today.day).toBe(TODAY)
  })

  it('makes the file be read again when another turns up after figures were compared by it, and only once', () => {
    const release = new ReleaseDay(undefined, TODAY)
    release.hear('2025-06-30')
    release.rely()
    expect(() => release.hear('2025-07-31')).toThrow(ReadAgain)
    for (const day of ['2025-06-30', '2025-07-31']) release.hear(day)
    expect(release.day).toBe('')
  })

  it.each([
    ['2025-06-30', '2025-06-30'],
    [' 2025-06-30T23:00:00+01:00 ', '2025-06-30'],
    ['30.06.2025', ''],
    ['06/30/2025', ''],
    ['2025-06', ''],
    ['', ''],
  ])('reads "%s" in a column as "%s": only what can be read in one way', (text, day) => {
    expect(dayDimension(0).read([text])).toBe(day)
  })
})
