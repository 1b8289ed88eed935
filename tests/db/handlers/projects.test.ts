import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../../../db/worker/connection.ts'
import { ask, openTestWriter } from '../support/store.ts'

let store: Connection
beforeEach(() => {
  store = openTestWriter()
})
afterEach(() => store.close())

const tagsOf = async (stem: string) =>
  (await ask(store, 'projects.get', { reporter: 'KAZ' })).tags
    .filter((tag) => tag.stem === stem)
    .map(({ tag, origin }) => [tag, origin])

describe('projects', () => {
  it('are 129 of Kazakhstan in 179 rows, and those of six other countries', async () => {
    const { rows, reporters } = await ask(store, 'projects.get', { reporter: 'KAZ' })
    expect(rows).toHaveLength(179)
    expect(new Set(rows.map(({ stem }) => stem)).size).toBe(129)
    expect(reporters.map(({ code, projects }) => [code, projects])).toEqual([
      ['KAZ', 129],
      ['KGZ', 13],
      ['SRB', 11],
      ['MNG', 8],
      ['UZB', 4],
      ['AZE', 3],
      ['GEO', 1],
    ])
    expect((await ask(store, 'projects.get', { reporter: 'KGZ' })).rows).toHaveLength(13)
    expect((await ask(store, 'projects.get', { reporter: 'TUR' })).rows).toEqual([])
  })

  it('show the light railway of Astana through nine sources, each with the year it spoke in', async () => {
    const { rows } = await ask(store, 'projects.get', { reporter: 'KAZ' })
    const lrt = rows.filter(({ stem }) => stem === 'kaz-astana-lrt')
    expect(lrt).toHaveLength(9)
    expect(lrt.find(({ source }) => source === 'bloomberg_lrt_2019')).toMatchObject({
      seen: 2019,
      value: 1900,
      status: 'stalled',
    })
    expect(lrt.find(({ source }) => source === 'ecinfo_lrt')).toMatchObject({ seen: 2022 })
    expect(lrt.find(({ source }) => source === 'timesca_lrt_2026')).toMatchObject({ status: 'completed', completed: '2026' })
  })

  it('carry the snapshots of the joint list with China', async () => {
    const { lists } = await ask(store, 'projects.get', { reporter: 'KAZ' })
    const count = lists.find(({ indicator }) => indicator === 'projects.kz_cn_list_count')
    expect(count?.readings.map(({ period, value }) => [period, value])).toEqual([
      ['2016-02', 52],
      ['2016-09', 51],
      ['2017-09', 51],
      ['2018-06', 51],
      ['2019-05', 55],
      ['2019-09', 55],
      ['2022-07', 52],
      ['2023-10', 52],
      ['2024-10', 45],
    ])
  })
})

describe('tags of a project', () => {
  it('are set and taken away by the user', async () => {
    await ask(store, 'projects.tag', { stem: 'kaz-astana-lrt', tag: '  Smart  Astana ', on: true })
    expect(await tagsOf('kaz-astana-lrt')).toEqual([['Smart Astana', 'user']])
    await ask(store, 'projects.tag', { stem: 'kaz-astana-lrt', tag: 'Smart Astana', on: false })
    expect(await tagsOf('kaz-astana-lrt')).toEqual([])
  })

  it('that came with the program are hidden, not lost', async () => {
    expect(await tagsOf('kaz-kuryk-ferry-1')).toEqual([['nurly-zhol', 'bundled']])
    expect(await ask(store, 'projects.tag', { stem: 'kaz-kuryk-ferry-1', tag: 'nurly-zhol', on: false })).toEqual({ changed: 1 })
    expect(await tagsOf('kaz-kuryk-ferry-1')).toEqual([])
    await ask(store, 'projects.tag', { stem: 'kaz-kuryk-ferry-1', tag: 'nurly-zhol', on: true })
    expect(await tagsOf('kaz-kuryk-ferry-1')).toEqual([['nurly-zhol', 'bundled']])
  })

  it('need a name, a project and a reasonable length', async () => {
    const tag = (stem: string, name: string) => ask(store, 'projects.tag', { stem, tag: name, on: true })
    await expect(tag('kaz-astana-lrt', '  ')).rejects.toMatchObject({ code: 'invalid-request' })
    await expect(tag('kaz-astana-lrt', 'x'.repeat(61))).rejects.toMatchObject({ code: 'invalid-request' })
    await expect(tag('kaz-no-such', 'x')).rejects.toMatchObject({ code: 'not-found' })
  })
})
