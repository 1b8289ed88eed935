import { describe, expect, it } from 'vitest'
import type { EventRow } from '../../../../electron/shared/contract/schema/own.ts'
import {
  busiestYear,
  categoryCounts,
  eventPartners,
  leadingPartner,
  shownEvents,
} from '../../../../renderer/features/events/prepare.ts'

const event = (id: number, date: string, changes: Partial<EventRow> = {}): EventRow => ({
  id,
  date,
  title: `event ${id}`,
  description: '',
  category: 'diplomacy',
  partners: ['CHN'],
  source: 's',
  sourceTitle: 's',
  sourceUrl: '',
  origin: 'bundled',
  reporter: '',
  hidden: false,
  ...changes,
})
const events = [
  event(1, '2022-02-24', { category: 'war', partners: ['RUS', 'UKR'] }),
  event(2, '2022-03-02', { partners: ['RUS'] }),
  event(3, '2016-04-24', { category: 'protest' }),
  event(4, '2023', { hidden: true }),
  event(5, '2024-05', { origin: 'user', reporter: 'UZB', partners: [] }),
]
const all = { categories: [], partners: [], hiddenToo: false }

describe('the events under a filter', () => {
  it('are newest first, without the hidden ones unless asked for', () => {
    expect(shownEvents(events, 'KAZ', all).map((one) => one.id)).toEqual([2, 1, 3])
    expect(shownEvents(events, 'KAZ', { ...all, hiddenToo: true }).map((one) => one.id)).toEqual([4, 2, 1, 3])
  })
  it('are of the chosen kinds and name a chosen partner', () => {
    expect(shownEvents(events, 'KAZ', { ...all, categories: ['war', 'protest'] }).map((one) => one.id)).toEqual([1, 3])
    expect(shownEvents(events, 'KAZ', { ...all, partners: ['UKR'] }).map((one) => one.id)).toEqual([1])
    expect(shownEvents(events, 'KAZ', { ...all, categories: ['trade'] })).toEqual([])
  })
  it('of another country are the shared ones and its own', () => {
    expect(shownEvents(events, 'UZB', all).map((one) => one.id)).toEqual([5, 2, 1])
  })
})

describe('what the events say together', () => {
  const shown = shownEvents(events, 'KAZ', all)
  it('is the year and the partner with most of them', () => {
    expect(busiestYear(shown)).toEqual({ year: 2022, count: 2, total: 3 })
    expect(leadingPartner(shown)).toEqual({ partner: 'RUS', count: 2 })
    expect([busiestYear([]), leadingPartner([])]).toEqual([null, null])
  })
  it('is counted by kind and by partner', () => {
    expect(categoryCounts(events, 'KAZ')).toEqual([
      { category: 'war', count: 1 },
      { category: 'diplomacy', count: 1 },
      { category: 'protest', count: 1 },
    ])
    expect(eventPartners(events, 'KAZ')).toEqual(['CHN', 'RUS', 'UKR'])
  })
})
