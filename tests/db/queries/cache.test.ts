import { describe, expect, it } from 'vitest'
import { versionedCache, type Weight } from '../../../db/queries/cache.ts'
import type { ReadDb } from '../../../db/worker/db.ts'
import { forgetAtRest } from '../../../db/worker/idle.ts'

let version = 1
const reader = { readOnly: true, get: () => ({ data_version: version }) } as unknown as ReadDb

/** A cache of lists of numbers that tells what it had to make. */
function counted(most: number, weight?: Weight<readonly number[]>) {
  const cache = versionedCache<readonly number[]>(most, weight)
  const made: string[] = []
  const ask = (key: string, length = 1, db = reader) =>
    cache.get(db, key, () => {
      made.push(key)
      return new Array<number>(length).fill(0)
    })
  return { ask, made }
}
const byLength = { of: (list: readonly number[]) => list.length, most: 10, atRest: 5 }

describe('remembered answers', () => {
  it('are made once until the store changes', () => {
    const { ask, made } = counted(3)
    expect(ask('a')).toBe(ask('a'))
    version++
    ask('a')
    expect(made).toEqual(['a', 'a'])
  })

  it('go in the order in which they were last asked for', () => {
    const { ask, made } = counted(2)
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key)
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })

  it('go as well where they are too heavy together; the newest stays, however heavy', () => {
    const { ask, made } = counted(100, byLength)
    ask('a', 4)
    ask('b', 4)
    ask('c', 4)
    ask('b')
    ask('c')
    expect(made).toEqual(['a', 'b', 'c'])
    ask('large', 50)
    ask('large')
    ask('b', 4)
    ask('c', 4)
    ask('b')
    expect(made).toEqual(['a', 'b', 'c', 'large', 'b', 'c'])
  })

  it('are not kept at all by a connection that writes', () => {
    const { ask, made } = counted(2)
    const writer = { ...reader, readOnly: false }
    ask('a', 1, writer)
    ask('a', 1, writer)
    expect(made).toEqual(['a', 'a'])
  })

  it('are forgotten by a thread that rests where they are heavy, but for the last ones, and kept where they are small', () => {
    const [heavy, small] = [counted(5, byLength), counted(5)]
    for (const { ask } of [heavy, small]) for (const key of ['a', 'b', 'c']) ask(key, 3)
    forgetAtRest()
    for (const { ask } of [heavy, small]) for (const key of ['c', 'b']) ask(key, 3)
    expect([heavy.made, small.made]).toEqual([
      ['a', 'b', 'c', 'b'],
      ['a', 'b', 'c'],
    ])
  })
})
