// A method small enough to compute by hand, and figures for it.
import {
  type ChannelFigures,
  type DependenceMethod,
  type DependenceReport,
  dependence,
  readDependenceMethod,
} from '../../../../../electron/shared/analytics/dependence/index.ts'

export const figures = (
  channel: string,
  values: Readonly<Record<number, number | readonly [number, number]>>,
): ChannelFigures => ({
  channel,
  figures: Object.entries(values).map(([year, value]) => {
    const [low, high] = typeof value === 'number' ? [value, value] : value
    return { year: Number(year), low, high, source: `${channel}_source` }
  }),
})

/** Two pillars of two channels and one of one: small enough to compute by hand. */
export const small = readDependenceMethod({
  id: 'small',
  version: '1',
  pillars: [
    { id: 'p', weight: 1 },
    { id: 'q', weight: 1 },
  ],
  channels: [
    { id: 'a', pillar: 'p', goalposts: { min: 0, max: 1 }, input: { kind: 'partner-share', indicator: 'x' } },
    { id: 'b', pillar: 'p', goalposts: { min: 0, max: 1 }, input: { kind: 'value', indicator: 'y' } },
    { id: 'c', pillar: 'q', direction: -1, goalposts: { min: 0, max: 2 }, input: { kind: 'value', indicator: 'z' } },
  ],
  scale: [1, 100],
  robustness: { runs: 300 },
})
export const smallInputs = [
  figures('a', { 2010: 0.5, 2011: 0.4, 2012: 0.2 }),
  figures('b', { 2010: 0.7, 2011: 0.7, 2012: 0.3 }),
  figures('c', { 2010: 0.5, 2011: 1, 2012: 1.5 }),
]
const ask = (from: number, to: number, extra: object = {}) => ({
  reporter: 'KAZ',
  on: 'RUS',
  from,
  to,
  seed: 1,
  compare: null,
  ...extra,
})
export const run = (
  method: DependenceMethod,
  inputs: readonly ChannelFigures[],
  from: number,
  to: number,
  extra: object = {},
): DependenceReport => dependence(method, inputs, ask(from, to, extra))
export const score = (part: number): number => 1 + 99 * part
export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
