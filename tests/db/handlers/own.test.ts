// Events, briefing items, settings and the choice of a source: what the user writes into the store, and takes back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../../../db/worker/connection.ts'
import { ask, openTestWriter } from '../support/store.ts'

let connection: Connection
beforeEach(() => {
  connection = openTestWriter()
})
afterEach(() => connection.close())

const draft = {
  id: null,
  date: '2023-09-18',
  title: 'Note of the ministry',
  description: '',
  category: 'diplomacy' as const,
  partners: ['RUS', 'RUS'],
  source: 'Letter of 18 September 2023',
  reporter: 'KAZ',
}

describe('events of the user', () => {
  it('are added, changed and removed, with their source', async () => {
    const { id } = await ask(connection, 'events.save', draft)
    await ask(connection, 'events.save', { ...draft, id, title: 'Second note' })
    const own = (await ask(connection, 'events.list', {})).filter((event) => event.origin === 'user')
    expect(own).toMatchObject([
      { id, title: 'Second note', partners: ['RUS'], sourceTitle: 'Letter of 18 September 2023', reporter: 'KAZ' },
    ])
    await ask(connection, 'events.remove', { id })
    expect((await ask(connection, 'events.list', {})).every((event) => event.origin === 'bundled')).toBe(true)
  })
  it('need a date of the calendar, a title and a source', async () => {
    const refused = { code: 'invalid-request' }
    await expect(ask(connection, 'events.save', { ...draft, date: '2023-02-30' })).rejects.toMatchObject({
      ...refused,
      message: 'There is no 2023-02-30 in the calendar. Write a year (2022), a month (2022-02) or a day (2022-02-24).',
    })
    await expect(ask(connection, 'events.save', { ...draft, date: 'autumn' })).rejects.toMatchObject(refused)
    await expect(ask(connection, 'events.save', { ...draft, title: ' ' })).rejects.toMatchObject(refused)
    await expect(ask(connection, 'events.save', { ...draft, source: '' })).rejects.toMatchObject(refused)
    expect((await ask(connection, 'events.list', {})).some((event) => event.origin === 'user')).toBe(false)
  })
})

describe('events that came with the program', () => {
  it('can be hidden and shown again, not changed or removed', async () => {
    const first = (await ask(connection, 'events.list', {}))[0]
    const id = first?.id ?? 0
    await ask(connection, 'events.hide', { id, hidden: true })
    expect((await ask(connection, 'events.list', {})).find((event) => event.id === id)?.hidden).toBe(true)
    await ask(connection, 'events.hide', { id, hidden: false })
    await expect(ask(connection, 'events.save', { ...draft, id })).rejects.toMatchObject({ code: 'refused' })
    await expect(ask(connection, 'events.remove', { id })).rejects.toMatchObject({ code: 'refused' })
    await expect(ask(connection, 'events.hide', { id: 99_999, hidden: true })).rejects.toMatchObject({ code: 'not-found' })
    expect((await ask(connection, 'events.list', {}))[0]).toEqual(first)
  })
})

describe('items for a briefing', () => {
  it('keep the view and the figures, newest first, until they are removed', async () => {
    const view = { topic: 'opinion', reporter: 'KAZ' }
    const first = await ask(connection, 'briefing.add', { kind: 'chart', title: 'One', view, snapshot: { rows: [[1, null]] } })
    const second = await ask(connection, 'briefing.add', { kind: 'number', title: 'Two', view, snapshot: {} })
    const items = await ask(connection, 'briefing.items', {})
    expect(items.map((item) => item.id)).toEqual([second.id, first.id])
    expect(items[1]).toMatchObject({ kind: 'chart', view, snapshot: { rows: [[1, null]] }, addedAt: '2026-11-23T12:00:00.000Z' })
    await ask(connection, 'briefing.remove', { id: second.id })
    await expect(ask(connection, 'briefing.remove', { id: second.id })).rejects.toMatchObject({ code: 'not-found' })
    expect(await ask(connection, 'briefing.items', {})).toHaveLength(1)
  })
  it('are refused when they would hold a whole table', async () => {
    const snapshot = { text: 'x'.repeat(2_000_001) }
    await expect(ask(connection, 'briefing.add', { kind: 'table', title: 'All', view: {}, snapshot })).rejects.toMatchObject({
      code: 'refused',
    })
  })
})

describe('settings', () => {
  it('change one by one and can be forgotten', async () => {
    expect(await ask(connection, 'settings.get', {})).toEqual({
      language: null,
      theme: null,
      reporter: null,
      partners: null,
      baseYear: null,
      eventMarkers: null,
      tourSeen: null,
    })
    await ask(connection, 'settings.set', { language: 'kk', partners: ['RUS', 'CHN'] })
    await ask(connection, 'settings.set', { theme: 'dark' })
    expect(await ask(connection, 'settings.get', {})).toMatchObject({ language: 'kk', theme: 'dark', partners: ['RUS', 'CHN'] })
    expect(await ask(connection, 'settings.set', { language: null })).toMatchObject({ language: null, theme: 'dark' })
  })
})

describe('the choice of a source', () => {
  const cell = { indicator: 'trade.imports_usd_m', reporter: 'KAZ' }
  const sourceOf2015 = async (): Promise<string | undefined> => {
    const { series } = await ask(connection, 'series.query', {
      indicators: [cell.indicator],
      reporters: ['KAZ'],
      partners: ['RUS'],
      from: '2015',
      to: '2015',
    })
    return series[0]?.sources[0]
  }
  it('goes before the bundled rule wherever the source has figures, and can be taken back', async () => {
    expect(await sourceOf2015()).toBe('wits_kaz')
    await ask(connection, 'sourceRule.choose', { ...cell, source: 'baci_2000_2020' })
    expect(await sourceOf2015()).toBe('baci_2000_2020')
    const row = (await ask(connection, 'sourceRule.list', { reporter: 'KAZ' })).find((one) => one.indicator === cell.indicator)
    expect(row?.chosen).toBe('baci_2000_2020')
    expect(row?.lines[0]).toMatchObject({ origin: 'user', reason: 'Chosen by the user on 2026-11-23' })
    expect(await ask(connection, 'sourceRule.reset', { indicator: null, reporter: null })).toEqual({ changed: 1 })
    expect(await sourceOf2015()).toBe('wits_kaz')
  })
  it('is one per indicator and reporter, and only for a source that has figures', async () => {
    await ask(connection, 'sourceRule.choose', { ...cell, source: 'baci_2000_2020' })
    await ask(connection, 'sourceRule.choose', { ...cell, source: 'bns_kz_country' })
    expect(await ask(connection, 'sourceRule.reset', { indicator: cell.indicator, reporter: 'KAZ' })).toEqual({ changed: 1 })
    await expect(ask(connection, 'sourceRule.choose', { ...cell, source: 'nsc_kgz' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('search', () => {
  it('finds a country by its name in any language and script', async () => {
    for (const text of ['Kazakhstan', 'казахстан', 'Қазақстан', 'казакстан', 'qazaqstan'.replaceAll('q', 'k'), 'KAZ']) {
      const { hits } = await ask(connection, 'search.query', { text, kinds: ['area'] })
      expect(
        hits.map((hit) => hit.id),
        text,
      ).toContain('KAZ')
    }
  })
  it('finds indicators, events, projects, claims and sources, at most so many of each', async () => {
    const { hits } = await ask(connection, 'search.query', { text: 'astana light rail', most: 2 })
    expect(hits.filter((hit) => hit.kind === 'event')).toHaveLength(2)
    expect(hits.some((hit) => hit.kind === 'project')).toBe(true)
    expect((await ask(connection, 'search.query', { text: 'sipri' })).hits.some((hit) => hit.kind === 'source')).toBe(true)
    expect((await ask(connection, 'search.query', { text: 'unga_agreement' })).hits.some((hit) => hit.kind === 'indicator')).toBe(
      true,
    )
  })
  it('finds a bundled event by its title in Russian and Kazakh', async () => {
    const dates = async (text: string): Promise<readonly string[]> =>
      (await ask(connection, 'search.query', { text, kinds: ['event'] })).hits.map(({ id }) => id)
    expect(await dates('отставка Назарбаева')).toEqual(await dates('Назарбаевтың отставкасы'))
    expect(await dates('отставка Назарбаева')).toHaveLength(1)
    expect((await dates('референдум')).length).toBeGreaterThan(0)
  })
  it('finds a project and a claim by their names in Russian and Kazakh', async () => {
    for (const [text, kind, id] of [
      ['сухой порт', 'project', 'kaz-khorgos-dry-port'],
      ['құрғақ порт', 'project', 'kaz-khorgos-dry-port'],
      ['Шымкентского НПЗ', 'project', 'kaz-shymkent-refinery-1'],
      ['зелёное финансирование', 'claim', 'c32'],
    ] as const) {
      const { hits } = await ask(connection, 'search.query', { text, kinds: [kind] })
      expect(
        hits.map((hit) => hit.id),
        text,
      ).toContain(id)
    }
    const [port] = (await ask(connection, 'search.query', { text: 'Khorgos Gateway', kinds: ['project'] })).hits
    expect(port?.title.ru).toMatch(/^Сухой порт/)
  })
  it('finds nothing for nothing', async () => {
    expect((await ask(connection, 'search.query', { text: '  ' })).hits).toEqual([])
    expect((await ask(connection, 'search.query', { text: 'zzzzqqq' })).hits).toEqual([])
  })
})
