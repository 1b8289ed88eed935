// Forty claims against the bundled figures; what the notes of the data say about each named claim is the known answer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../../db/worker/connection.ts'
import type { ClaimsAnswer, ClauseOutcome } from '../../../electron/shared/contract/schema/claims.ts'
import type { ClaimRule } from '../../../electron/shared/domain/claimRule.ts'
import { ask, openTestReader, openTestWriter } from '../support/store.ts'

let connection: Connection
let answer: ClaimsAnswer
beforeAll(async () => {
  connection = openTestReader()
  answer = await ask(connection, 'claims.list', { reporter: 'KAZ' })
}, 60_000)
afterAll(() => connection.close())

const claim = (id: string) => {
  const found = answer.claims.find((one) => one.id === id)
  if (!found) throw new Error(`no claim ${id}`)
  return found
}
const leaves = (outcome: ClauseOutcome | null): readonly ClauseOutcome[] =>
  outcome === null ? [] : outcome.parts.length > 0 ? outcome.parts.flatMap(leaves) : [outcome]
const numbers = (id: string) => leaves(claim(id).test).map(({ values }) => values.map(({ low, high }) => [low, high]))

describe('the claims of the founding article', () => {
  it('are forty, each with a verdict and what it rests on', () => {
    expect(answer.claims).toHaveLength(40)
    for (const one of answer.claims) {
      const grounds = leaves(one.test).some(
        ({ values, fact, undecided }) => values.length > 0 || fact !== null || undecided !== null,
      )
      expect(grounds || one.reason !== null, one.id).toBe(true)
      for (const language of ['en', 'ru', 'kk'] as const) expect(one.claim[language].length, one.id).toBeGreaterThan(20)
      expect(one.claim.ru, one.id).not.toBe(one.claim.en)
    }
  })

  it('carry the cells behind every number that was read', () => {
    const read = answer.claims.flatMap((one) =>
      [...leaves(one.test), ...one.speaks.flatMap(leaves)]
        .flatMap(({ values }) => values)
        .filter(({ figure }) => figure !== null)
        .map(({ cells }) => ({ id: one.id, cells: cells.length })),
    )
    expect(read.length).toBeGreaterThan(40)
    expect(read.filter(({ cells }) => cells === 0)).toEqual([])
  })

  it('find oil routes more dependent on Russia than in 2013, against even the high bound of that year', () => {
    expect(claim('c13').verdict).toBe('contradicted')
    const [trade, oil] = numbers('c13')
    expect(trade?.map(([low]) => Math.round((low ?? 0) * 1000) / 10)).toEqual([17.9, 19.4])
    expect(oil?.map((ends) => ends.map((end) => Math.round(end * 100)))).toEqual([
      [62, 84],
      [95, 95],
    ])
    expect(claim('c13').speaks).toHaveLength(1)
  })

  it('find no move away from Russian arms: 62 per cent in 2009/2013, 94 in 2019/2023', () => {
    const arms = leaves(claim('c37').test)[1]
    expect(arms?.holds).toBe(false)
    expect(arms?.values.map(({ low }) => Math.round(low * 100))).toEqual([62, 94])
  })

  it('find no Tyson plant, a light rail that has opened, and protests after the list of 55 projects', () => {
    expect(claim('c29').verdict).toBe('contradicted')
    expect(leaves(claim('c29').test)[0]?.fact?.status).toBe('planned')
    expect(claim('c18')).toMatchObject({ verdict: 'outdated', basis: 'later-facts' })
    expect(claim('c18').outdated?.fact?.status).toBe('completed')
    expect(claim('c26').verdict).toBe('contradicted')
    expect(numbers('c26')[0]?.[0]).toEqual([40, 40])
  })

  it('follow the notes on the rest: investors, opinion, pipeline, records', () => {
    const expected = {
      c14: 'mixed',
      c24: 'mixed',
      c30: 'mixed',
      c34: 'mixed',
      c08: 'supported',
      c33: 'supported',
      c25: 'not-testable',
    }
    for (const [id, verdict] of Object.entries(expected)) expect(claim(id).verdict, id).toBe(verdict)
    expect(numbers('c30').map((values) => values[0]?.[0])).toEqual([1, 10])
    expect(claim('c02')).toMatchObject({ verdict: 'no-data', basis: 'no-figures' })
  })

  it('say nothing of another country', async () => {
    for (const reporter of ['UZB', 'ARM', 'TUR']) {
      const other = await ask(connection, 'claims.list', { reporter })
      expect(new Set(other.claims.map(({ verdict, basis, test }) => `${verdict} ${basis} ${test}`))).toEqual(
        new Set(['no-data other-country null']),
      )
    }
  })

  it('come with the lines of their figures and the span that was tested', async () => {
    const { series } = await ask(connection, 'claims.get', { id: 'c13', reporter: 'KAZ' })
    expect(series.map(({ figure, from, to }) => [figure.measure, from, to])).toEqual([
      ['share', '2013', '2023'],
      ['transit-share', '2013', '2023'],
      ['share', '2013', '2023'],
    ])
    expect(series[0]?.points.find(({ period }) => period === '2010')).toBeUndefined()
    await expect(ask(connection, 'claims.get', { id: 'c99', reporter: 'KAZ' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the user’s own', () => {
  const rising: ClaimRule = {
    test: {
      op: 'change',
      figure: { measure: 'share', indicator: 'trade.imports_usd_m', partners: ['CHN'] },
      from: '2013',
      to: 'latest',
      is: 'rises',
    },
  }

  it('claims are tested like the others, changed and taken away', async () => {
    const writer = openTestWriter()
    const draft = {
      id: null,
      claim: 'China sells more to Kazakhstan',
      topic: 'trade',
      source: 'a talk',
      about: 'KAZ',
      rule: rising,
    }
    const { id } = await ask(writer, 'claims.save', draft)
    const own = (await ask(writer, 'claims.list', { reporter: 'KAZ' })).claims.find((one) => one.id === id)
    expect(own).toMatchObject({ verdict: 'supported', origin: 'user', indicators: ['trade.imports_usd_m'] })
    await expect(ask(writer, 'claims.save', { ...draft, id: 'c01' })).rejects.toMatchObject({ code: 'refused' })
    await expect(ask(writer, 'claims.remove', { id: 'c01' })).rejects.toMatchObject({ code: 'refused' })
    expect(await ask(writer, 'claims.remove', { id })).toEqual({ changed: 1 })
    expect((await ask(writer, 'claims.list', { reporter: 'KAZ' })).claims).toHaveLength(40)
    writer.close()
  })

  it('verdict and note stand beside the computed one and never change it', async () => {
    const writer = openTestWriter()
    await ask(writer, 'claims.judge', { id: 'c13', verdict: 'mixed', note: 'Imports did fall.' })
    const { claim: judged } = await ask(writer, 'claims.get', { id: 'c13', reporter: 'KAZ' })
    expect(judged).toMatchObject({ verdict: 'contradicted', analystVerdict: 'mixed', analystNote: 'Imports did fall.' })
    writer.close()
  })

  it('test replaces the one that came until it is given back', async () => {
    const writer = openTestWriter()
    await ask(writer, 'claims.setTest', { id: 'c13', rule: rising })
    const edited = (await ask(writer, 'claims.get', { id: 'c13', reporter: 'KAZ' })).claim
    expect([edited.verdict, edited.edited]).toEqual(['supported', true])
    await ask(writer, 'claims.setTest', { id: 'c13', rule: null })
    const restored = (await ask(writer, 'claims.get', { id: 'c13', reporter: 'KAZ' })).claim
    expect([restored.verdict, restored.edited]).toEqual(['contradicted', false])
    writer.close()
  })

  it('imports that change a verdict are told until its verdicts are the ones remembered before', async () => {
    const writer = openTestWriter()
    expect((await ask(writer, 'claims.list', { reporter: 'KAZ' })).changed).toEqual([])
    writer.db.exec(`INSERT INTO batch (kind, file, sha256, bytes, encoding, format, vintage, imported_at)
      VALUES ('import', 'polls.csv', 'x', 1, 'utf-8', 'long', '2026-11-24', '2026-11-24')`)
    writer.db.exec(`UPDATE observation SET value = 5 WHERE id / 1073741824 IN (SELECT s.id FROM series AS s
      JOIN indicator AS i ON i.id = s.indicator WHERE i.code = 'sentiment.protests_china_count')`)
    const { changed, remembered, batch } = await ask(writer, 'claims.list', { reporter: 'KAZ' })
    expect([changed, remembered]).toEqual([[{ id: 'c26', before: 'contradicted', now: 'supported' }], false])
    await ask(writer, 'claims.remember', {})
    const again = await ask(writer, 'claims.list', { reporter: 'KAZ' })
    expect([again.remembered, again.batch, again.changed.map(({ id }) => id)]).toEqual([true, batch, ['c26']])
    writer.close()
  })
})
