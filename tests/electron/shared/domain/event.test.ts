import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseMarkers, concerns, type DatedEvent, eventDateProblem } from '../../../../electron/shared/domain/event.ts'

const event = (date: string, changes: Partial<DatedEvent> = {}): DatedEvent => ({
  date,
  category: 'diplomacy',
  partners: ['RUS'],
  origin: 'bundled',
  hidden: false,
  reporter: '',
  ...changes,
})
const choice = { reporter: 'KAZ', from: 1990, to: 2026 }

describe('the date of an event', () => {
  it('may be a year, a month or a day', () => {
    expect(['2022', '2022-02', '2022-02-24', '2024-02-29'].map(eventDateProblem)).toEqual([null, null, null, null])
  })
  it('is impossible when no calendar has it', () => {
    expect(['2023-02-29', '2022-13', '2022-00-01', '2022-04-31'].map(eventDateProblem)).toEqual(Array(4).fill('impossible'))
  })
  it('has another form when it is no date at all', () => {
    expect(['spring 2022', '24.02.2022', '2022-2-4', '2022-Q1', '2018/2023'].map(eventDateProblem)).toEqual(Array(5).fill('form'))
    expect(eventDateProblem('  ')).toBe('missing')
  })
})

describe('the events beside the figures of a reporter', () => {
  it('are all of them for Kazakhstan, and only the shared ones for others', () => {
    const land = event('2016-04-24')
    expect(concerns(land, 'KAZ')).toBe(true)
    expect(concerns(land, 'UZB')).toBe(false)
    expect(concerns(event('2022-02-24'), 'SRB')).toBe(true)
    expect(concerns(event('2015-01-01'), 'ARM')).toBe(true)
    expect(concerns(event('2015-01-01'), 'UZB')).toBe(false)
  })
  it("hold a user's event for the reporter it was written for, or for all", () => {
    expect(concerns(event('2020', { origin: 'user', reporter: 'UZB' }), 'UZB')).toBe(true)
    expect(concerns(event('2020', { origin: 'user', reporter: 'UZB' }), 'KAZ')).toBe(false)
    expect(concerns(event('2020', { origin: 'user' }), 'KAZ')).toBe(true)
  })
})

describe('the markers of a chart', () => {
  const events = [
    event('2013-09-07', { partners: ['CHN'] }),
    event('2014-03-27', { partners: ['RUS', 'UKR'] }),
    event('2015-01-01', { category: 'integration' }),
    event('2016-04-24', { category: 'protest', partners: ['CHN'] }),
    event('2019-10', { origin: 'user', partners: ['CHN'] }),
    event('2022-02-24', { category: 'war', partners: ['RUS', 'UKR'] }),
  ]
  it("are the reader's own and the turning points, in order of date", () => {
    expect(chooseMarkers(events, choice).map((one) => one.date)).toEqual(['2015-01-01', '2019-10', '2022-02-24'])
  })
  it('take a category when it is asked for, and only the partners on the chart', () => {
    const found = chooseMarkers(events, { ...choice, partners: ['CHN'], categories: ['protest'] })
    expect(found.map((one) => one.date)).toEqual(['2013-09-07', '2016-04-24', '2019-10'])
  })
  it('never hold a hidden event, one outside the years, or more than asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ year: fc.integer({ min: 1991, max: 2026 }), hidden: fc.boolean(), own: fc.boolean() })),
        fc.integer({ min: 0, max: 4 }),
        (rows, most) => {
          const made = rows.map((row) => event(String(row.year), { hidden: row.hidden, origin: row.own ? 'user' : 'bundled' }))
          const found = chooseMarkers(made, { reporter: 'KAZ', from: 2000, to: 2020, most, categories: ['diplomacy'] })
          expect(found.length).toBeLessThanOrEqual(most)
          for (const one of found) expect(!one.hidden && Number(one.date) >= 2000 && Number(one.date) <= 2020).toBe(true)
        },
      ),
    )
  })
})
