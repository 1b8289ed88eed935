import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../../db/worker/connection.ts'
import type { Corridors } from '../../../electron/shared/contract/schema/corridors.ts'
import { ask, openTestReader } from '../support/store.ts'

let store: Connection
let answer: Corridors
beforeAll(async () => {
  store = openTestReader()
  answer = await ask(store, 'corridors.get', { reporter: 'KAZ' })
})
afterAll(() => store.close())

const routeIn = (id: string, year: number) =>
  answer.oil.routes.find((route) => route.id === id)?.volumes.find((volume) => volume.year === year)

describe('corridors', () => {
  it('are sixteen, each with a course, a kind and the countries it crosses', () => {
    expect(answer.corridors).toHaveLength(16)
    expect(answer.corridors.every(({ points }) => points.length > 1)).toBe(true)
    const cpc = answer.corridors.find(({ id }) => id === 'cpc')
    expect(cpc).toMatchObject({ kind: 'oil', since: 2001, transit: ['RUS'] })
    expect(cpc?.points[0]).toEqual({ lon: 53.4, lat: 46.1, place: 'Tengiz field', approximate: true })
  })

  it('carry both figures where two sources disagree, with the cell of each', () => {
    expect(routeIn('cpc', 2025)).toMatchObject({ low: 63.8, high: 64.8 })
    expect(
      routeIn('cpc', 2025)
        ?.cells.map((cell) => cell.source)
        .sort(),
    ).toEqual(['efe_2026', 'pm_2026'])
    expect(routeIn('china', 2025)).toMatchObject({ low: 1, high: 1.1 })
    expect(answer.corridors.find(({ id }) => id === 'titr')?.volumes.at(-1)).toMatchObject({
      year: 2025,
      low: 4.119,
      high: 4.119,
    })
  })

  it('count the first ten months of 2024 alike on every route, also where a whole year is known', () => {
    expect(routeIn('cpc', 2024)).toMatchObject({ period: '2024-01/2024-10', low: 46.3 })
    expect(routeIn('china', 2024)).toMatchObject({ period: '2024-01/2024-10', low: 1, openEnd: true })
    expect(answer.oil.totals.find(({ year }) => year === 2024)).toMatchObject({ period: '2024-01/2024-10' })
    expect(answer.oil.totals.find(({ year }) => year === 2024)?.low).toBeCloseTo(57.6)
  })

  it('have no volume where no source gives a split', () => {
    expect(routeIn('atyrauSamara', 2015)).toBeUndefined()
    expect(answer.oil.crossing.find(({ partner }) => partner === 'RUS')?.points.map(({ year }) => year)).not.toContain(2015)
  })

  it('are the same map for another country, whose own warnings stand beside it', async () => {
    const other = await ask(store, 'corridors.get', { reporter: 'UZB' })
    expect(other.corridors).toHaveLength(16)
    expect(other.warnings.map(({ id }) => id)).not.toContain('oil-gap-years')
    expect(answer.warnings.map(({ id }) => id)).toContain('oil-gap-years')
  })
})
