import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Politics, VotePoint } from '../../../../electron/shared/contract/schema/politics.ts'
import {
  armsBars,
  armsFinding,
  armsParts,
  changeOf,
  clubLines,
  clubs,
  pointNear,
  voteFinding,
  votePartners,
  voteTable,
  yearPosition,
} from '../../../../renderer/features/politics/prepare.ts'
import { ask, openTestReader } from '../../../db/support/store.ts'

const vote = (year: number, value: number): VotePoint => ({
  year,
  value,
  rollCalls: 80,
  cell: { indicator: 'politics.unga_agreement', reporter: 'KAZ', partner: 'RUS', period: String(year), source: 'x' },
})

describe('base and latest of a line of votes', () => {
  const points = [vote(2010, 80), vote(2012, 79), vote(2020, 60)]
  it('take the year asked for, or one at most two years before it', () => {
    expect(pointNear(points, 2013)?.year).toBe(2012)
    expect(pointNear(points, 2015)).toBeNull()
    expect(changeOf(points, 2013)?.change).toBe(-19)
    expect(changeOf([vote(2013, 80)], 2013)).toBeNull()
  })
})

describe('a date on an axis of years', () => {
  it('is as precise as it is written', () => {
    expect([yearPosition('2015'), yearPosition('2015-07'), yearPosition('')]).toEqual([2015, 2015.5, null])
    expect(yearPosition('2022-02-24')).toBeCloseTo(2022.146, 3)
  })
})

describe('politics on the bundled figures', () => {
  let connection: ReturnType<typeof openTestReader>
  const of = (reporter: string): Promise<Politics> => ask(connection, 'politics.get', { reporter })
  beforeAll(() => {
    connection = openTestReader()
  })
  afterAll(() => connection.close())

  it('finds that agreement with Russia fell while the ideal point came closer, both to 2023', async () => {
    const politics = await of('KAZ')
    const finding = voteFinding(politics, 'RUS', 2013)
    expect(finding).toMatchObject({ agreementMoved: 'down', distanceMoved: 'closer', disagree: true })
    expect(finding?.distance?.latest.year).toBe(2023)
    expect(votePartners(politics, ['RUS', 'CHN'])).toEqual(['RUS', 'CHN', 'USA', 'EU27'])
  })
  it('ends every bar of arms at 100 per cent', async () => {
    for (const reporter of ['KAZ', 'ARM', 'VNM', 'TUR', 'SRB']) {
      for (const bar of armsBars((await of(reporter)).arms)) {
        const sum = armsParts.reduce((total, part) => total + (bar.shares[part] ?? 0), 0)
        expect(sum).toBeCloseTo(100, 6)
      }
    }
    const finding = armsFinding((await of('KAZ')).arms, 'RUS', 2013)
    expect([finding?.base.window.period, finding?.latest.window.period]).toEqual(['2009/2013', '2019/2023'])
  })
  it('puts the reporter first in the table of votes, and leaves a cell empty where nobody voted', async () => {
    const table = voteTable((await of('UZB')).ukraine, 'UZB')
    expect(table.resolutions).toHaveLength(11)
    expect(table.rows[0]?.reporter).toBe('UZB')
    expect(table.rows[0]?.votes.some((one) => one === null)).toBe(true)
    expect(voteTable([], 'KAZ')).toEqual({ resolutions: [], rows: [] })
  })
  it('count a line for each dated club and each leader: few in Mongolia, many in Kazakhstan', async () => {
    expect(clubLines((await of('MNG')).memberships)).toBe(5)
    expect(clubLines((await of('KAZ')).memberships)).toBeGreaterThan(18)
    expect(clubLines([])).toBe(0)
  })
  it('orders clubs by who leads them, and keeps those without a date apart', async () => {
    const { dated, undated } = clubs((await of('KAZ')).memberships)
    expect(dated[0]?.membership).toMatchObject({ organisation: 'CIS', ledBy: 'RUS' })
    expect(dated.at(-1)?.membership.ledBy).toBe('')
    expect(undated.map((one) => one.kind)).toEqual(['none', 'invited'])
    expect(dated.find((span) => span.membership.organisation === 'EurAsEC')?.open).toBe(false)
  })
})
