import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeIndex, type IndexTable } from '../../../../../electron/shared/analytics/composite/index.ts'
import { ranksFromTop } from '../../../../../electron/shared/analytics/composite/ranks.ts'
import { AnalyticsRefusal } from '../../../../../electron/shared/analytics/refusal.ts'

const table = (units: readonly string[], columns: Readonly<Record<string, readonly (number | null)[]>>): IndexTable => ({
  units,
  columns: new Map(Object.entries(columns)),
})

/** Pillars and results of six economies as the COINr vignette "Presenting results" prints them (Becker et al. 2022), two decimals. */
const asem = table(['CHE', 'NLD', 'DNK', 'NOR', 'BEL', 'SWE'], {
  Physical: [63.41, 64.87, 50.52, 58.18, 71.97, 51.51],
  ConEcFin: [32.87, 46.62, 30.43, 25.7, 48.22, 23.87],
  Political: [74.78, 84.55, 78.13, 80.03, 80.84, 80.98],
  Instit: [85.94, 71.74, 75.35, 89.46, 75.6, 74.51],
  P2P: [56.93, 41.92, 51.04, 33.8, 43.32, 38.5],
  Environ: [77.21, 58.73, 69.83, 70.9, 53.01, 66.37],
  Social: [87.85, 86.58, 86.4, 87.0, 86.17, 87.74],
  SusEcFin: [56.88, 57.78, 61.29, 56.59, 50.09, 62.27],
})
const asemResults = {
  Index: [68.38, 64.82, 64.8, 64.47, 63.54, 63.0],
  Conn: [62.79, 61.94, 57.1, 57.44, 63.99, 53.87],
  Sust: [73.98, 67.7, 72.51, 71.5, 63.09, 72.12],
}
const asemMethod = {
  scale: [0, 100],
  indicators: [...asem.columns.keys()].map((id) => ({ id, direction: 1, normalise: { by: 'min-max', min: 0, max: 100 } })),
  groups: [
    { id: 'Index', parts: ['Conn', 'Sust'], mean: 'arithmetic' },
    { id: 'Conn', parts: ['Physical', 'ConEcFin', 'Political', 'Instit', 'P2P'], weights: [1, 1, 1, 1, 1], mean: 'arithmetic' },
    { id: 'Sust', parts: ['Environ', 'Social', 'SusEcFin'], mean: 'arithmetic' },
  ],
  top: 'Index',
  availability: 0.6667,
  robustness: { runs: 200, weightNoise: 0.25, leaveOneOut: [...asem.columns.keys(), 'Sust'] },
}

const two = table(['a', 'b', 'c', 'd'], { x: [1, 4, 9, 16], y: [10, 10, 20, 40] })
const single = (normalise: unknown, direction = 1): unknown => ({
  indicators: [{ id: 'x', direction, normalise }],
  groups: [],
  top: 'x',
})
const scoresOf = (source: IndexTable, method: unknown, id: string): (number | null)[] =>
  computeIndex(source, method as Record<string, unknown>).units.map((unit) => unit.scores[id] ?? null)
const refusal = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof AnalyticsRefusal) return error.code
    throw error
  }
  return 'accepted'
}
const grouped = (mean: string, extra: object = {}): Record<string, unknown> => ({
  indicators: ['x', 'y'].map((id) => ({ id, normalise: { by: 'none' } })),
  groups: [{ id: 'g', parts: ['x', 'y'], mean, ...extra }],
  top: 'g',
})

describe('composite index', () => {
  it('reproduces the published sub-indices and index of the ASEM Sustainable Connectivity Portal from its pillars', () => {
    const { units } = computeIndex(asem, asemMethod, { runs: 0 })
    for (const id of ['Conn', 'Sust', 'Index'] as const) {
      units.forEach((unit, row) => {
        // the printed pillars carry two decimals, so a mean of them may differ by half a unit in the second
        expect(Math.abs((unit.scores[id] ?? 0) - (asemResults[id][row] ?? 0))).toBeLessThanOrEqual(0.0101)
      })
    }
    expect(units.map((unit) => unit.rank)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('gives by hand the mean absolute rank change when a pillar’s weight is set to zero', () => {
    // Without Sust the ranking is that of Conn alone: BEL, CHE, NLD, NOR, DNK, SWE, changes 1, 1, 2, 0, 4, 0.
    const { leaveOneOut } = computeIndex(asem, asemMethod, { runs: 0 }).robustness
    expect(leaveOneOut.Sust).toBeCloseTo(8 / 6, 12)
    expect(Object.keys(leaveOneOut)).toHaveLength(9)
  })

  it('gives the means of 2 and 8 with weights 1 and 1: 5, 4 and 3.2, and the quadratic mean √34', () => {
    const source = table(['u'], { x: [2], y: [8] })
    expect(scoresOf(source, grouped('arithmetic'), 'g')).toEqual([5])
    expect(scoresOf(source, grouped('geometric'), 'g')[0]).toBeCloseTo(4, 13)
    expect(scoresOf(source, grouped('harmonic'), 'g')[0]).toBeCloseTo(3.2, 13)
    expect(scoresOf(source, grouped('power', { p: 2 }), 'g')[0]).toBeCloseTo(Math.sqrt(34), 13)
    expect(scoresOf(source, grouped('power', { p: 0 }), 'g')[0]).toBeCloseTo(4, 13)
    expect(scoresOf(source, grouped('power', { p: -1 }), 'g')[0]).toBeCloseTo(3.2, 13)
    expect(scoresOf(source, grouped('power', { p: 1 }), 'g')).toEqual([5])
    expect(scoresOf(source, grouped('geometric', { weights: [3, 1] }), 'g')[0]).toBeCloseTo(2 * 2 ** 0.5, 13)
  })

  it('normalises by min-max on the column, reversed for direction −1, onto another range on demand', () => {
    expect(scoresOf(two, single({ by: 'min-max' }), 'x')).toEqual([0, 20, (8 / 15) * 100, 100])
    expect(scoresOf(two, single({ by: 'min-max' }, -1), 'x')).toEqual([100, 80, (7 / 15) * 100, 0])
    expect(scoresOf(two, single({ by: 'min-max', to: [1, 100] }), 'x')[1]).toBeCloseTo(1 + 0.2 * 99, 12)
  })

  it('cuts values outside frozen goalposts to them and names them', () => {
    const found = computeIndex(two, single({ by: 'min-max', min: 4, max: 10 }) as Record<string, unknown>)
    expect(found.units.map((unit) => unit.scores.x)).toEqual([0, 0, (5 / 6) * 100, 100])
    expect(found.clipped).toEqual([
      { unit: 'a', indicator: 'x' },
      { unit: 'd', indicator: 'x' },
    ])
  })

  it('names parts that say the same, parts that pull apart, a part that decides alone, and columns that few units decide', () => {
    const source = table(['a', 'b', 'c', 'd', 'e'], {
      x: [1, 2, 3, 4, 5],
      twin: [2, 4, 6, 8, 10.1],
      against: [5, 4, 3, 2, 1],
      spike: [1, 2, 3, 4, 100],
      calm: [1, 2, 1, 2, 1],
      still: [2, 1, 1, 2, 2],
    })
    const method = {
      indicators: [...source.columns.keys()].map((id) => ({ id, normalise: { by: 'none' } })),
      groups: [
        { id: 'same', parts: ['x', 'twin'], mean: 'arithmetic' },
        { id: 'apart', parts: ['x', 'against'], mean: 'arithmetic' },
        { id: 'led', parts: ['spike', 'calm', 'still'], mean: 'arithmetic' },
      ],
      top: 'same',
    }
    const { coherence, outlying } = computeIndex(source, method, { runs: 0 })
    expect(outlying).toEqual(['spike'])
    expect(coherence.map(({ group }) => group)).toEqual(['same', 'apart', 'led'])
    const [same, apart, led] = coherence
    expect(same?.warnings).toEqual([{ kind: 'collinear', parts: ['x', 'twin'], value: expect.closeTo(1, 3) }])
    // k ÷ (k − 1) · (1 − Σ variances ÷ variance of the sum), by hand
    expect(same?.alpha).toBeCloseTo(2 * (1 - (2.5 + 10.202) / 22.802), 12)
    expect(apart?.warnings).toEqual([{ kind: 'trade-off', parts: ['x', 'against'], value: expect.closeTo(-1, 12) }])
    expect(apart?.alpha).toBeNull()
    expect(led?.warnings[0]).toEqual({ kind: 'dominates', parts: ['spike'], value: expect.any(Number) })
    expect(led?.warnings[0]?.value).toBeGreaterThan(0.5)
  })

  it('gives the income index of the Human Development Report: 1,000 dollars between 100 and 75,000', () => {
    const source = table(['u', 'v'], { x: [1000, 75_000] })
    const found = scoresOf(source, single({ by: 'goalpost-log', min: 100, max: 75_000, to: [0, 1] }), 'x')
    expect(found[0]).toBeCloseTo(Math.log(10) / Math.log(750), 13)
    expect(found[1]).toBe(1)
  })

  it('gives z-scores with the sample deviation, Borda ranks with tied minimum, and distance to a target as COINr does', () => {
    const z = scoresOf(two, single({ by: 'z-score', mean: 5, sd: 2 }), 'x')
    expect(z.reduce<number>((total, value) => total + (value ?? 0), 0) / 4).toBeCloseTo(5, 12)
    expect(z[0]).toBeCloseTo(((1 - 7.5) / Math.sqrt((6.5 ** 2 + 3.5 ** 2 + 1.5 ** 2 + 8.5 ** 2) / 3)) * 2 + 5, 12)
    const borda = { indicators: [{ id: 'y', direction: 1, normalise: { by: 'rank' } }], groups: [], top: 'y' }
    expect(scoresOf(two, borda, 'y')).toEqual([0, 0, 2, 3])
    expect(scoresOf(two, { ...borda, indicators: [{ id: 'y', direction: -1, normalise: { by: 'rank' } }] }, 'y')).toEqual([
      2, 2, 1, 0,
    ])
    const target = (values: number[], goal: number, direction: number, cap: boolean): (number | null)[] =>
      scoresOf(table(['p', 'q', 'r'], { x: values }), single({ by: 'target', target: goal, cap, to: [0, 1] }, direction), 'x')
    expect(target([0, 5, 11], 10, 1, false)).toEqual([0, 0.5, 1.1])
    expect(target([0, 5, 11], 10, 1, true)).toEqual([0, 0.5, 1])
    expect(target([-1, 1, 10], 0, -1, false)).toEqual([1.1, 0.9, 0])
  })

  it('lets a missing value drop out with its weight, and gives no score below the availability rule', () => {
    const source = table(['u', 'v', 'w'], { x: [null, 2, null], y: [8, 8, null] })
    expect(scoresOf(source, grouped('arithmetic', { weights: [3, 1] }), 'g')).toEqual([8, 3.5, null])
    expect(scoresOf(source, { ...grouped('arithmetic'), availability: 0.5 }, 'g')).toEqual([8, 5, null])
    expect(scoresOf(source, { ...grouped('arithmetic'), availability: 0.51 }, 'g')).toEqual([null, 5, null])
    expect(computeIndex(source, grouped('arithmetic')).units.map((unit) => unit.rank)).toEqual([1, 2, null])
  })

  it('ranks ties with the smallest rank', () => {
    expect(ranksFromTop([5, 9, 9, null, 1])).toEqual([3, 1, 1, null, 4])
  })

  it('varies weights to both sides: two equal ones of ±25 per cent give 41.5 to 58.5 between 0 and 100', () => {
    const source = table(['u'], { x: [0], y: [100] })
    const { low, high } = computeIndex(source, { ...grouped('arithmetic'), robustness: { runs: 4000, weightNoise: 0.25 } })
      .robustness.bands.u ?? { low: null, high: null }
    // 0.5 + (d₁ − d₂) ÷ 4 · 0.25, nearly; of the difference of two numbers within ±1, 5 per cent lie below −1.368
    expect(Math.abs((low ?? 0) - 41.5)).toBeLessThan(0.5)
    expect(Math.abs((high ?? 0) - 58.5)).toBeLessThan(0.5)
  })

  it('gives bands that hold the nominal score, the same for the same seed and others for another', () => {
    const one = computeIndex(asem, asemMethod, { seed: 3 })
    expect(computeIndex(asem, asemMethod, { seed: 3 })).toEqual(one)
    expect(computeIndex(asem, asemMethod, { seed: 4 }).robustness.bands).not.toEqual(one.robustness.bands)
    for (const unit of one.units) {
      const band = one.robustness.bands[unit.unit]
      expect(band?.low ?? 99).toBeLessThanOrEqual(band?.median ?? 0)
      expect(band?.median ?? 99).toBeLessThanOrEqual(band?.high ?? 0)
      expect(Math.abs((unit.scores.Index ?? 0) - (band?.median ?? 0))).toBeLessThan(1)
    }
  })

  it.each([
    ['zero-weights', grouped('arithmetic', { weights: [0, 0] })],
    ['bad-weight', grouped('arithmetic', { weights: [1, -1] })],
    ['bad-method', grouped('arithmetic', { weights: [1] })],
    ['bad-method', grouped('median')],
    ['bad-method', grouped('power')],
    ['bad-method', grouped('arithmetic', { weigths: [1, 1] })],
    ['bad-method', grouped('arithmetic', { parts: [] })],
    ['not-finite', grouped('arithmetic', { weights: [1, Number.NaN] })],
    ['not-finite', { ...grouped('arithmetic'), availability: Number.POSITIVE_INFINITY }],
    ['unknown-part', grouped('arithmetic', { parts: ['x', 'z'] })],
    ['unknown-part', { ...grouped('arithmetic'), top: 'z' }],
    ['unknown-part', { ...grouped('arithmetic'), robustness: { leaveOneOut: ['z'] } }],
    ['duplicate-id', grouped('arithmetic', { parts: ['x', 'x'] })],
    ['duplicate-id', grouped('arithmetic', { id: 'x' })],
    ['cycle', grouped('arithmetic', { parts: ['x', 'g'] })],
    ['bad-method', single({ by: 'min-max', min: 2, max: 2 })],
    ['bad-method', single({ by: 'percent' })],
    ['bad-method', single({ by: 'z-score', sd: 0 })],
    ['bad-method', []],
    ['bad-method', null],
    ['bad-method', { ...grouped('arithmetic'), robustness: { runs: 0.5 } }],
    ['bad-method', { ...grouped('arithmetic'), scale: [100, 0] }],
    ['unknown-indicator', { indicators: [{ id: 'q', normalise: { by: 'none' } }], groups: [], top: 'q' }],
  ])('refuses by name: %s (case %#)', (code, method) => {
    expect(refusal(() => computeIndex(two, method as Record<string, unknown>))).toBe(code)
  })

  it('refuses a larger circle of groups and names it', () => {
    const method = {
      indicators: [{ id: 'x', normalise: { by: 'none' } }],
      groups: [
        { id: 'A', parts: ['B'] },
        { id: 'B', parts: ['C', 'x'] },
        { id: 'C', parts: ['A'] },
      ],
      top: 'A',
    }
    expect(() => computeIndex(two, method)).toThrow('A → B → C → A')
  })

  it('refuses tables that no method can use, and means and logarithms of values that have none', () => {
    const geometric = grouped('geometric')
    expect(refusal(() => computeIndex(table(['u'], { x: [0], y: [1] }), geometric))).toBe('non-positive-value')
    expect(refusal(() => computeIndex(table(['u'], { x: [-1], y: [1] }), grouped('harmonic')))).toBe('non-positive-value')
    expect(() => computeIndex(table(['u'], { x: [0], y: [1] }), geometric)).toThrow(
      'the geometric mean of group g is not defined: x of u is 0',
    )
    expect(refusal(() => computeIndex(table([], {}), geometric))).toBe('empty-table')
    expect(refusal(() => computeIndex(table(['u', 'u'], { x: [1, 1], y: [1, 1] }), geometric))).toBe('duplicate-id')
    expect(refusal(() => computeIndex(table(['u'], { x: [Number.NaN], y: [1] }), geometric))).toBe('not-finite')
    expect(
      refusal(() => computeIndex(table(['u', 'v'], { x: [3, 3] }), single({ by: 'min-max' }) as Record<string, unknown>)),
    ).toBe('zero-range')
    expect(
      refusal(() => computeIndex(table(['u', 'v'], { x: [3, 3] }), single({ by: 'z-score' }) as Record<string, unknown>)),
    ).toBe('zero-range')
    expect(
      refusal(() => computeIndex(table(['u', 'v'], { x: [0, 3] }), single({ by: 'goalpost-log' }) as Record<string, unknown>)),
    ).toBe('non-positive-value')
  })

  const values = fc.array(fc.double({ min: 0.5, max: 100, noNaN: true }), { minLength: 2, maxLength: 12 })
  const weights = fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: 0.1, max: 10, noNaN: true }))

  it('orders the means as Hardy, Littlewood and Pólya prove: harmonic ≤ geometric ≤ arithmetic ≤ quadratic', () => {
    fc.assert(
      fc.property(values, weights, (x, w) => {
        const source = table(
          x.map((_, row) => `u${row}`),
          { x, y: [...x].reverse() },
        )
        const [h, g, a, q] = ['harmonic', 'geometric', 'arithmetic', 'power'].map((mean) =>
          scoresOf(source, grouped(mean, { weights: w, p: 2 }), 'g'),
        )
        x.forEach((_, row) => {
          expect(h?.[row] ?? 1e9).toBeLessThanOrEqual((g?.[row] ?? 0) * (1 + 1e-12))
          expect(g?.[row] ?? 1e9).toBeLessThanOrEqual((a?.[row] ?? 0) * (1 + 1e-12))
          expect(a?.[row] ?? 1e9).toBeLessThanOrEqual((q?.[row] ?? 0) * (1 + 1e-12))
        })
      }),
    )
  })

  it('does not change when all weights of a group are multiplied, nor when the units change places', () => {
    fc.assert(
      fc.property(values, weights, (x, w) => {
        const units = x.map((_, row) => `u${row}`)
        const y = x.map((value) => 101 - value)
        const base = computeIndex(table(units, { x, y }), grouped('arithmetic', { weights: w }))
        const scaled = computeIndex(table(units, { x, y }), grouped('arithmetic', { weights: w.map((weight) => weight * 8) }))
        expect(scaled.units).toEqual(base.units)
        const turned = computeIndex(
          table([...units].reverse(), { x: [...x].reverse(), y: [...y].reverse() }),
          grouped('arithmetic', { weights: w }),
        )
        expect([...turned.units].reverse()).toEqual(base.units)
      }),
    )
  })
})
