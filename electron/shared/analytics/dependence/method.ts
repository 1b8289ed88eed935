import { AnalyticsRefusal } from '../refusal.ts'
import type { ChannelInput } from './inputs.ts'
import { readChannelInput } from './inputs.ts'
import { choiceOf, fail, inRange, itemsOf, objectOf, textOf, textsOf } from './read.ts'

/** How scores are brought to the scale in a robustness run: frozen min-max, or percentile ranks over the years. */
export type NormalisationChoice = 'min-max' | 'percentile-rank'
export type AggregationChoice = 'geometric' | 'arithmetic'

export interface DependencePillar {
  readonly id: string
  /** 0-10 as the reader sets it; only the ratio counts, 0 leaves the pillar out */
  readonly weight: number
  /**
   * true: figures exist for scattered years only. The yearly index leaves the pillar out, so that its line rests on the same pillars in
   * every year; years that have it carry a second index with it, and two such years are compared with it
   */
  readonly occasional: boolean
}

/** One way of depending: what is measured, how it is read and what it weighs. */
export interface DependenceChannel {
  readonly id: string
  readonly pillar: string
  /** 0-10 inside the pillar; 0 leaves the channel out */
  readonly weight: number
  /** 1: more is more dependence; −1: more is less */
  readonly direction: 1 | -1
  /** frozen: natural ones for shares, pooled over years and countries otherwise */
  readonly goalposts: { readonly min: number; readonly max: number }
  /** how the figure comes from the store; computed by the caller */
  readonly input: ChannelInput
  /** only for these reporters or partners; empty = all. Elsewhere the channel does not exist, which is not the same as missing */
  readonly reporters: readonly string[]
  readonly partners: readonly string[]
}

export interface DependenceMethod {
  readonly id: string
  readonly version: string
  readonly pillars: readonly DependencePillar[]
  readonly channels: readonly DependenceChannel[]
  /** across pillars; inside a pillar the mean is arithmetic. The other one is always computed beside it */
  readonly aggregation: AggregationChoice
  /** both ends above 0, so that the geometric mean is defined */
  readonly scale: readonly [number, number]
  /** least shares, 0-1: of pillars with a score, of channels with a value, and of a pillar's channels for the pillar to have a score */
  readonly coverage: { readonly pillars: number; readonly channels: number; readonly within: number }
  /** a missing value may be the channel's last one of at most this many years ago; 0 = never. Marked wherever shown */
  readonly carryForwardYears: number
  readonly robustness: {
    readonly runs: number
    /** weights × (1 ± this), uniformly */
    readonly weightNoise: number
    /** each goalpost ± this × the distance between them, uniformly */
    readonly goalpostNoise: number
    /** drawn with equal chance in each run */
    readonly normalisations: readonly NormalisationChoice[]
    readonly aggregations: readonly AggregationChoice[]
    /** true: half of the runs do without carried values */
    readonly varyCarryForward: boolean
  }
}

function weight(value: unknown, where: string): number {
  const found = inRange(value ?? 1, 0, 10, where)
  return found
}

function readPillar(value: unknown, index: number): DependencePillar {
  const spec = objectOf(value, `pillar ${index + 1}`, ['id', 'weight', 'occasional'])
  const id = textOf(spec.id, `id of pillar ${index + 1}`)
  if (spec.occasional !== undefined && typeof spec.occasional !== 'boolean')
    fail(`occasional of pillar ${id} must be true or false`)
  return { id, weight: weight(spec.weight, `weight of pillar ${id}`), occasional: spec.occasional === true }
}

function readChannel(value: unknown, index: number): DependenceChannel {
  const known = ['id', 'pillar', 'weight', 'direction', 'goalposts', 'input', 'reporters', 'partners']
  const spec = objectOf(value, `channel ${index + 1}`, known)
  const id = textOf(spec.id, `id of channel ${index + 1}`)
  const posts = objectOf(spec.goalposts, `goalposts of ${id}`, ['min', 'max'])
  const [min, max] = [inRange(posts.min, -1e15, 1e15, `min of ${id}`), inRange(posts.max, -1e15, 1e15, `max of ${id}`)]
  if (min >= max) return fail(`the goalposts of ${id} leave no range`, { channel: id })
  const direction = spec.direction ?? 1
  if (direction !== 1 && direction !== -1) return fail(`the direction of ${id} must be 1 or -1`, { channel: id })
  return {
    id,
    pillar: textOf(spec.pillar, `pillar of ${id}`),
    weight: weight(spec.weight, `weight of ${id}`),
    direction,
    goalposts: { min, max },
    input: readChannelInput(spec.input, id),
    reporters: textsOf(spec.reporters ?? [], `reporters of ${id}`),
    partners: textsOf(spec.partners ?? [], `partners of ${id}`),
  }
}

function unique(ids: readonly string[], what: string): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new AnalyticsRefusal('duplicate-id', `the ${what} ${twice} is defined twice`, { id: twice })
}

function readRobustness(value: unknown): DependenceMethod['robustness'] {
  const known = ['runs', 'weightNoise', 'goalpostNoise', 'normalisations', 'aggregations', 'varyCarryForward']
  const spec = objectOf(value ?? {}, 'robustness', known)
  const runs = inRange(spec.runs ?? 1000, 0, 100_000, 'robustness: runs')
  if (!Number.isInteger(runs)) fail('robustness: runs must be a whole number')
  if (spec.varyCarryForward !== undefined && typeof spec.varyCarryForward !== 'boolean') {
    fail('robustness: varyCarryForward must be true or false')
  }
  const choices = <T extends string>(items: unknown, allowed: readonly T[], where: string): readonly T[] =>
    itemsOf(items ?? allowed, where).map((item) => choiceOf(item, allowed, where))
  return {
    runs,
    weightNoise: inRange(spec.weightNoise ?? 0.25, 0, 1, 'robustness: weightNoise'),
    goalpostNoise: inRange(spec.goalpostNoise ?? 0.1, 0, 0.5, 'robustness: goalpostNoise'),
    normalisations: choices(spec.normalisations, ['min-max', 'percentile-rank'], 'robustness: normalisations'),
    aggregations: choices(spec.aggregations, ['geometric', 'arithmetic'], 'robustness: aggregations'),
    varyCarryForward: spec.varyCarryForward !== false,
  }
}

/**
 * Checks a method of the dependence index (parsed JSON) and fills in defaults: weight 1, direction 1, geometric across pillars, scale
 * 1-100, coverage 2/3 of pillars, 65 % of channels and 2/3 inside a pillar, no carrying forward, 1,000 runs.
 *
 * @throws {AnalyticsRefusal} by name: `bad-method`, `not-finite`, `duplicate-id`, `unknown-part` (a channel's pillar), `zero-weights`
 */
export function readDependenceMethod(value: unknown): DependenceMethod {
  const known = ['id', 'version', 'pillars', 'channels', 'aggregation', 'scale', 'coverage', 'carryForwardYears', 'robustness']
  const spec = objectOf(value, 'the method', known)
  const pillars = itemsOf(spec.pillars, 'pillars').map(readPillar)
  const channels = itemsOf(spec.channels, 'channels').map(readChannel)
  unique(
    pillars.map((pillar) => pillar.id),
    'pillar',
  )
  unique(
    channels.map((channel) => channel.id),
    'channel',
  )
  const byId = new Map(pillars.map((pillar) => [pillar.id, pillar]))
  for (const channel of channels) {
    if (!byId.has(channel.pillar)) {
      const detail = { channel: channel.id, part: channel.pillar }
      throw new AnalyticsRefusal('unknown-part', `channel ${channel.id} names an unknown pillar: ${channel.pillar}`, detail)
    }
  }
  if (!channels.some((channel) => channel.weight > 0 && (byId.get(channel.pillar)?.weight ?? 0) > 0)) {
    throw new AnalyticsRefusal('zero-weights', 'all weights are zero')
  }
  if (pillars.every((pillar) => pillar.occasional || pillar.weight === 0)) {
    throw new AnalyticsRefusal('bad-method', 'no pillar with a weight is measured every year')
  }
  const scale = itemsOf(spec.scale ?? [1, 100], 'scale')
  const [low, high] = [
    inRange(scale[0], Number.MIN_VALUE, 1e9, 'low end of the scale'),
    inRange(scale[1], 0, 1e9, 'high end of the scale'),
  ]
  if (scale.length !== 2 || low >= high) fail('the scale must be two numbers above 0, rising')
  const coverage = objectOf(spec.coverage ?? {}, 'coverage', ['pillars', 'channels', 'within'])
  const carryForwardYears = inRange(spec.carryForwardYears ?? 0, 0, 2, 'carryForwardYears')
  if (!Number.isInteger(carryForwardYears)) fail('carryForwardYears must be 0, 1 or 2')
  return {
    id: textOf(spec.id, 'id of the method'),
    version: textOf(spec.version, 'version of the method'),
    pillars,
    channels,
    aggregation: choiceOf(spec.aggregation ?? 'geometric', ['geometric', 'arithmetic'], 'aggregation'),
    scale: [low, high],
    coverage: {
      pillars: inRange(coverage.pillars ?? 2 / 3, 0, 1, 'coverage: pillars'),
      channels: inRange(coverage.channels ?? 0.65, 0, 1, 'coverage: channels'),
      within: inRange(coverage.within ?? 2 / 3, 0, 1, 'coverage: within'),
    },
    carryForwardYears,
    robustness: readRobustness(spec.robustness),
  }
}

/** The channels that exist for a reporter and a partner and weigh something, in the order of the method. */
export function applicableChannels(method: DependenceMethod, reporter: string, partner: string): readonly DependenceChannel[] {
  const weights = new Map(method.pillars.map((pillar) => [pillar.id, pillar.weight]))
  const listed = (codes: readonly string[], code: string): boolean => codes.length === 0 || codes.includes(code)
  return method.channels.filter(
    (channel) =>
      channel.weight > 0 &&
      (weights.get(channel.pillar) ?? 0) > 0 &&
      listed(channel.reporters, reporter) &&
      listed(channel.partners, partner),
  )
}

/** The reader's own weights on top of a method; pillars and channels not named keep theirs. */
export interface WeightSetting {
  readonly pillars?: Readonly<Record<string, number>>
  readonly channels?: Readonly<Record<string, number>>
}

/**
 * A method with other weights (0-10), checked anew.
 *
 * @throws {AnalyticsRefusal} `unknown-part` for a pillar or channel that the method does not have, `bad-method` for a weight outside
 *   0-10, `zero-weights` when nothing is left
 */
export function withWeights(method: DependenceMethod, setting: WeightSetting): DependenceMethod {
  const [pillars, channels] = [setting.pillars ?? {}, setting.channels ?? {}]
  const known = new Set([...method.pillars, ...method.channels].map((part) => part.id))
  for (const id of [...Object.keys(pillars), ...Object.keys(channels)]) {
    if (!known.has(id)) throw new AnalyticsRefusal('unknown-part', `the method has no part ${id}`, { part: id })
  }
  return readDependenceMethod({
    ...method,
    pillars: method.pillars.map((pillar) => ({ ...pillar, weight: pillars[pillar.id] ?? pillar.weight })),
    channels: method.channels.map((channel) => ({ ...channel, weight: channels[channel.id] ?? channel.weight })),
  })
}
