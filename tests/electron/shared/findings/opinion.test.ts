import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Opinion, PollPoint } from '../../../../electron/shared/contract/schema/opinion.ts'
import {
  contrastOf,
  headlineOf,
  judgedPartners,
  movementOf,
  netRows,
  overlaps,
  questionRows,
  spanOf,
} from '../../../../electron/shared/findings/opinion.ts'
import { ask, openTestReader } from '../../../db/support/store.ts'

const point = (value: number, changes: Partial<PollPoint> = {}): PollPoint => ({
  period: '2020',
  year: 2020,
  value,
  bound: 'exact',
  sample: null,
  low: null,
  high: null,
  note: '',
  cell: { indicator: 'sentiment.favourable_pct', reporter: 'KAZ', partner: 'RUS', period: '2020', source: 'x' },
  others: [],
  ...changes,
})

describe('how a question moved', () => {
  it('needs two waves', () => {
    expect(movementOf([])).toBeNull()
    expect(movementOf([point(50)])).toBeNull()
  })
  it('holds under one point, and is unclear where two intervals touch', () => {
    expect(movementOf([point(50), point(50.9)])).toBe('held')
    expect(movementOf([point(50, { low: 47, high: 53 }), point(55, { low: 52, high: 58 })])).toBe('unclear')
    expect(movementOf([point(50, { low: 47, high: 53 }), point(60, { low: 57, high: 63 })])).toBe('up')
    expect(movementOf([point(50), point(45)])).toBe('down')
  })
  it('is never a fall to a lower bound, nor a rise from one', () => {
    expect(movementOf([point(75), point(70, { bound: 'atLeast' })])).toBe('unclear')
    expect(movementOf([point(70, { bound: 'atLeast' }), point(75)])).toBe('unclear')
    expect(movementOf([point(60), point(70, { bound: 'atLeast' })])).toBe('up')
  })
})

describe('the span of a period', () => {
  it('ends after its last month', () => {
    expect(spanOf('2021')).toEqual([2021, 2022])
    expect(spanOf('2018-01/2020-08')).toEqual([2018, 2020 + 8 / 12])
    expect(spanOf('2018/2024')).toEqual([2018, 2025])
  })
})

describe('the opinion screen on the bundled figures', () => {
  let connection: ReturnType<typeof openTestReader>
  const of = (reporter: string): Promise<Opinion> => ask(connection, 'opinion.get', { reporter })
  beforeAll(() => {
    connection = openTestReader()
  })
  afterAll(() => connection.close())

  it('says of Russia in Kazakhstan that two questions of one year disagree', async () => {
    const opinion = await of('KAZ')
    const contrast = contrastOf(opinion, 'RUS')
    expect(contrast).toMatchObject({ year: 2022, gap: 58 })
    expect(headlineOf(opinion, 'RUS').kind).toBe('contrast')
    expect(judgedPartners(opinion, ['RUS', 'CHN']).slice(0, 2)).toEqual(['RUS', 'CHN'])
    expect(overlaps(opinion.protests)).toBe(true)
  })
  it('says of China in Uzbekistan that favour fell, from one pollster', async () => {
    const found = headlineOf(await of('UZB'), 'CHN')
    expect(found).toMatchObject({ kind: 'trend', movement: 'down', row: { first: { value: 73 }, last: { value: 44 } } })
  })
  it('puts every question about a country on a row, and none on two', async () => {
    const opinion = await of('ARM')
    const rows = questionRows(opinion, 'RUS')
    expect(rows.map((row) => row.question.id).sort()).toEqual(
      opinion.questions
        .filter((one) => one.partner === 'RUS')
        .map((one) => one.id)
        .sort(),
    )
    expect(netRows(opinion.net, ['RUS'])[0]?.line.partner).toBe('RUS')
  })
  it('has nothing to say where nobody was asked', async () => {
    expect(headlineOf(await of('BLR'), 'RUS')).toEqual({ kind: 'none' })
  })
})
