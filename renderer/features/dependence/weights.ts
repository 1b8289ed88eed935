// The reader's weights on top of a method: which part weighs what, which named set is on screen. Pure.
import {
  type DependenceMethod,
  dependenceWeightSets,
  readDependenceMethod,
  type WeightSetting,
  withWeights,
} from '../../../electron/shared/analytics/dependence/index.ts'
import type { WeightChoice, WeightSet } from '../../../electron/shared/contract/schema/dependence.ts'
import { type Refusal, refusalOf } from './refusals.ts'

/** Sets that come with the program, by id. */
export const bundledSets = Object.keys(dependenceWeightSets) as readonly (keyof typeof dependenceWeightSets)[]

/** A set as it applies to a method: parts that the method lacks are left out. */
function applicable(setting: WeightSetting, method: DependenceMethod): WeightChoice {
  const pillars = new Set(method.pillars.map((pillar) => pillar.id))
  const channels = new Set(method.channels.map((channel) => channel.id))
  const keep = (weights: Readonly<Record<string, number>> | undefined, known: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(weights ?? {}).filter(([id]) => known.has(id)))
  return { pillars: keep(setting.pillars, pillars), channels: keep(setting.channels, channels) }
}

/**
 * The same weights where a slider from 0 to 10 has room to both sides: all multiplied by one number, so that no ratio changes.
 *
 * @param weights in [0, 10]
 */
function roomy(weights: Readonly<Record<string, number>>): Record<string, number> {
  const largest = Math.max(0, ...Object.values(weights))
  const factor = largest > 0 && largest <= 3 ? Math.min(5, Math.floor(10 / largest)) : 1
  return Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, weight * factor]))
}

/** Every weight of a method under a set, with room on the sliders. */
export function startingWeights(method: DependenceMethod, set: WeightSetting = {}): WeightChoice {
  const { pillars, channels } = applicable(set, method)
  const of = (parts: readonly { readonly id: string; readonly weight: number }[], own: Readonly<Record<string, number>>) =>
    roomy(Object.fromEntries(parts.map(({ id, weight }) => [id, own[id] ?? weight])))
  return { pillars: of(method.pillars, pillars), channels: of(method.channels, channels) }
}

export interface Weighed {
  readonly method: DependenceMethod
  /** why the weights cannot be used; the method then stands without them */
  readonly refusal: Refusal | null
}

/** The method under the reader's weights. Weights that leave nothing are refused by name, and the method's own stay. */
export function weigh(method: DependenceMethod, weights: WeightChoice): Weighed {
  try {
    return { method: withWeights(method, applicable(weights, method)), refusal: null }
  } catch (error) {
    return { method, refusal: refusalOf(error) }
  }
}

export interface PillarShare {
  readonly id: string
  /** 0-10 as set */
  readonly weight: number
  /** of the pillars of the yearly line, 0-1; of no meaning for an occasional one */
  readonly share: number
  readonly occasional: boolean
  readonly channels: readonly { readonly id: string; readonly weight: number; readonly share: number }[]
}

/** Pillars that exist for the pair, with their part of the whole; an occasional pillar counts in the years that have it. */
export function pillarShares(method: DependenceMethod, present: readonly string[]): readonly PillarShare[] {
  const channels = method.channels.filter((channel) => present.includes(channel.id))
  const pillars = method.pillars.filter((pillar) => channels.some((channel) => channel.pillar === pillar.id))
  // the yearly line rests on the other pillars alone
  const total = pillars.reduce((sum, pillar) => sum + (pillar.occasional ? 0 : pillar.weight), 0)
  return pillars.map(({ id, weight, occasional }) => {
    const own = channels.filter((channel) => channel.pillar === id)
    const inside = own.reduce((sum, channel) => sum + channel.weight, 0)
    return {
      id,
      weight,
      occasional,
      share: total > 0 ? weight / total : 0,
      channels: own.map((channel) => ({
        id: channel.id,
        weight: channel.weight,
        share: inside > 0 ? channel.weight / inside : 0,
      })),
    }
  })
}

/** True when two settings say the same of every part of a method. */
function sameWeights(a: WeightChoice, b: WeightChoice, method: DependenceMethod): boolean {
  const of = (choice: WeightChoice): string => {
    const { method: weighed } = weigh(method, choice)
    const parts = (list: readonly { readonly weight: number }[]): readonly string[] => {
      const whole = list.reduce((sum, part) => sum + part.weight, 0) || 1
      return list.map((part) => (part.weight / whole).toFixed(9))
    }
    const inside = weighed.pillars.map((pillar) => parts(weighed.channels.filter((channel) => channel.pillar === pillar.id)))
    return JSON.stringify([parts(weighed.pillars), inside])
  }
  return of(a) === of(b)
}

/** Name of the set on screen: bundled id, the user's own name, or null for weights without a name. */
export function setOnScreen(
  weights: WeightChoice,
  method: DependenceMethod,
  own: readonly WeightSet[],
): { readonly kind: 'bundled' | 'own'; readonly name: string } | null {
  const bundled = bundledSets.find((id) => sameWeights(weights, applicable(dependenceWeightSets[id], method), method))
  if (bundled) return { kind: 'bundled', name: bundled }
  const mine = own.find((set) => sameWeights(weights, set.weights, method))
  return mine ? { kind: 'own', name: mine.name } : null
}

export type MethodFile =
  | { readonly method: DependenceMethod; readonly refusal: null }
  | { readonly method: null; readonly refusal: Refusal }

/** A method file as text: parsed and checked, or what is wrong with it. */
export function readMethodText(text: string): MethodFile {
  try {
    return { method: readDependenceMethod(JSON.parse(text.replace(/^\ufeff/, ''))), refusal: null }
  } catch (error) {
    return { method: null, refusal: refusalOf(error) }
  }
}
