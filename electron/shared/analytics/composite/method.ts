import { AnalyticsRefusal } from '../refusal.ts'

/** How one indicator is brought to a common scale; see `normalise.ts` for the formulas. */
export type Normalisation =
  /** as it is (times the direction) */
  | { readonly by: 'none' }
  /** linear between goalposts; `min` and `max` given = frozen, and values outside are cut to them; left out = taken from the column */
  | { readonly by: 'min-max'; readonly min?: number; readonly max?: number; readonly to?: Scale }
  /** to a given mean and sample standard deviation; defaults 0 and 1 */
  | { readonly by: 'z-score'; readonly mean?: number; readonly sd?: number }
  /** Borda score: rank from below minus one, ties take the minimum */
  | { readonly by: 'rank' }
  /** linear in the logarithm between goalposts, as for income in the Human Development Index */
  | { readonly by: 'goalpost-log'; readonly min?: number; readonly max?: number; readonly to?: Scale }
  /** distance covered from the worst value to a target; above the target it goes on unless `cap` */
  | { readonly by: 'target'; readonly target: number; readonly cap?: boolean; readonly to?: Scale }

export type Scale = readonly [number, number]
export type Direction = 1 | -1

export interface IndexIndicator {
  readonly id: string
  /** 1: more is a higher score; −1: more is a lower score */
  readonly direction: Direction
  readonly normalise: Normalisation
}

export type MeanKind = 'arithmetic' | 'geometric' | 'harmonic' | 'power'

export interface IndexGroup {
  readonly id: string
  /** ids of indicators or of other groups, each once */
  readonly parts: readonly string[]
  /** one per part, ≥ 0, not all 0; only their ratio counts */
  readonly weights: readonly number[]
  readonly mean: MeanKind
  /** exponent of the power mean; 1 for the other kinds, which do not use it */
  readonly p: number
}

export interface IndexRobustness {
  /** Monte Carlo runs, 0 = none */
  readonly runs: number
  /** every weight is multiplied by 1 ± this, uniformly; in [0, 1] */
  readonly weightNoise: number
  /** indicators or groups to take away one at a time */
  readonly leaveOneOut: readonly string[]
}

/** A complete, checked method: every default filled in, groups in an order in which each follows its parts. */
export interface IndexMethod {
  readonly scale: Scale
  readonly indicators: readonly IndexIndicator[]
  readonly groups: readonly IndexGroup[]
  readonly top: string
  /** least share of a group's parts that must have a score; in [0, 1]. Compared as written: 2 of 3 parts are fewer than 0.6667 */
  readonly availability: number
  readonly robustness: IndexRobustness
}

type Json = Readonly<Record<string, unknown>>

const fail = (message: string, detail: Readonly<Record<string, string>> = {}): never => {
  throw new AnalyticsRefusal('bad-method', message, detail)
}

function record(value: unknown, where: string): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : fail(`${where} must be an object`, { where })
}

function list(value: unknown, where: string): readonly unknown[] {
  return Array.isArray(value) ? value : fail(`${where} must be a list`, { where })
}

function text(value: unknown, where: string): string {
  return typeof value === 'string' && value !== '' ? value : fail(`${where} must be a text that is not empty`, { where })
}

function finite(value: unknown, where: string): number {
  if (typeof value !== 'number') return fail(`${where} must be a number`, { where })
  if (!Number.isFinite(value)) throw new AnalyticsRefusal('not-finite', `${where} is not a finite number`, { where })
  return value
}

const optional = (value: unknown, where: string): number | undefined =>
  value === undefined || value === null ? undefined : finite(value, where)

/** What a method may say about itself and its parts without any effect on the figures. */
const remarks = [
  'id',
  'name',
  'title',
  'label',
  'description',
  'note',
  'comment',
  'version',
  'source',
  'unit',
  'pillar',
  '$schema',
]

/** Refuses entries that are neither known nor a remark: a misspelt option must not be ignored in silence. */
function onlyKeys(value: Json, known: readonly string[], where: string): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key) && !remarks.includes(key)) fail(`${where} has an unknown entry "${key}"`, { where, key })
  }
}

function readScale(value: unknown, where: string): Scale {
  const items = list(value, where)
  if (items.length !== 2) fail(`${where} must hold two numbers`, { where })
  const [low, high] = [finite(items[0], where), finite(items[1], where)]
  if (low >= high) fail(`${where} must rise from its first number to its second`, { where })
  return [low, high]
}

function readGoalposts(value: Json, where: string): { min?: number; max?: number } {
  const [min, max] = [optional(value.min, `${where}: min`), optional(value.max, `${where}: max`)]
  if (min !== undefined && max !== undefined && min >= max) fail(`${where}: min must lie below max`, { where })
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

function readNormalisation(value: unknown, id: string): Normalisation {
  const where = `normalise of ${id}`
  const spec = record(value, where)
  const to = spec.to === undefined ? {} : { to: readScale(spec.to, `${where}: to`) }
  switch (spec.by) {
    case 'none':
    case 'rank':
      onlyKeys(spec, ['by'], where)
      return { by: spec.by }
    case 'min-max':
    case 'goalpost-log':
      onlyKeys(spec, ['by', 'min', 'max', 'to'], where)
      return { by: spec.by, ...readGoalposts(spec, where), ...to }
    case 'z-score': {
      onlyKeys(spec, ['by', 'mean', 'sd'], where)
      const sd = optional(spec.sd, `${where}: sd`) ?? 1
      if (sd <= 0) fail(`${where}: sd must lie above 0`, { where })
      return { by: 'z-score', mean: optional(spec.mean, `${where}: mean`) ?? 0, sd }
    }
    case 'target': {
      onlyKeys(spec, ['by', 'target', 'cap', 'to'], where)
      if (spec.cap !== undefined && typeof spec.cap !== 'boolean') fail(`${where}: cap must be true or false`, { where })
      return { by: 'target', target: finite(spec.target, `${where}: target`), cap: spec.cap === true, ...to }
    }
    default:
      return fail(`${where} names no known way: ${String(spec.by)}`, { where, found: String(spec.by) })
  }
}

function readIndicator(value: unknown, index: number): IndexIndicator {
  const spec = record(value, `indicator ${index + 1}`)
  const id = text(spec.id, `id of indicator ${index + 1}`)
  onlyKeys(spec, ['direction', 'normalise'], `indicator ${id}`)
  const direction = spec.direction ?? 1
  if (direction !== 1 && direction !== -1) return fail(`direction of ${id} must be 1 or -1`, { indicator: id })
  return { id, direction, normalise: readNormalisation(spec.normalise ?? { by: 'none' }, id) }
}

const means: readonly MeanKind[] = ['arithmetic', 'geometric', 'harmonic', 'power']

function readWeights(value: unknown, parts: readonly string[], id: string): readonly number[] {
  if (value === undefined || value === null) return parts.map(() => 1)
  const weights = list(value, `weights of ${id}`).map((weight, index) =>
    finite(weight, `weight of ${parts[index] ?? index} in ${id}`),
  )
  if (weights.length !== parts.length) fail(`group ${id} has ${parts.length} parts and ${weights.length} weights`, { group: id })
  weights.forEach((weight, index) => {
    if (weight < 0) {
      const part = parts[index] ?? ''
      throw new AnalyticsRefusal('bad-weight', `the weight of ${part} in ${id} is negative`, { group: id, part })
    }
  })
  if (weights.every((weight) => weight === 0)) {
    throw new AnalyticsRefusal('zero-weights', `all weights of group ${id} are zero`, { group: id })
  }
  return weights
}

function readGroup(value: unknown, index: number): IndexGroup {
  const spec = record(value, `group ${index + 1}`)
  const id = text(spec.id, `id of group ${index + 1}`)
  onlyKeys(spec, ['parts', 'weights', 'mean', 'p'], `group ${id}`)
  const parts = list(spec.parts, `parts of ${id}`).map((part) => text(part, `a part of ${id}`))
  if (parts.length === 0) fail(`group ${id} has no parts`, { group: id })
  const twice = parts.find((part, at) => parts.indexOf(part) !== at)
  if (twice !== undefined)
    throw new AnalyticsRefusal('duplicate-id', `group ${id} lists ${twice} twice`, { group: id, part: twice })
  const mean = means.find((kind) => kind === (spec.mean ?? 'arithmetic'))
  if (mean === undefined) return fail(`mean of ${id} is not one of ${means.join(', ')}: ${String(spec.mean)}`, { group: id })
  if (mean === 'power' && spec.p === undefined) fail(`the power mean of ${id} needs its exponent p`, { group: id })
  return {
    id,
    parts,
    weights: readWeights(spec.weights, parts, id),
    mean,
    p: mean === 'power' ? finite(spec.p, `p of ${id}`) : 1,
  }
}

/** Groups in an order in which each follows the groups it is made of. @throws {AnalyticsRefusal} `cycle`, naming the circle */
function inOrder(groups: readonly IndexGroup[]): readonly IndexGroup[] {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const done = new Set<string>()
  const ordered: IndexGroup[] = []
  const visit = (group: IndexGroup, path: readonly string[]): void => {
    if (done.has(group.id)) return
    if (path.includes(group.id)) {
      const circle = [...path.slice(path.indexOf(group.id)), group.id].join(' → ')
      throw new AnalyticsRefusal('cycle', `groups contain each other in a circle: ${circle}`, { group: group.id, circle })
    }
    for (const part of group.parts) {
      const inner = byId.get(part)
      if (inner) visit(inner, [...path, group.id])
    }
    done.add(group.id)
    ordered.push(group)
  }
  for (const group of groups) visit(group, [])
  return ordered
}

function readRobustness(value: unknown, known: ReadonlySet<string>): IndexRobustness {
  if (value === undefined || value === null) return { runs: 0, weightNoise: 0.25, leaveOneOut: [] }
  const spec = record(value, 'robustness')
  onlyKeys(spec, ['runs', 'weightNoise', 'leaveOneOut'], 'robustness')
  const runs = optional(spec.runs, 'robustness: runs') ?? 0
  if (!Number.isInteger(runs) || runs < 0 || runs > 1_000_000) fail('robustness: runs must be a whole number from 0 to 1,000,000')
  const weightNoise = optional(spec.weightNoise, 'robustness: weightNoise') ?? 0.25
  if (weightNoise < 0 || weightNoise > 1) fail('robustness: weightNoise must lie between 0 and 1')
  const leaveOneOut = list(spec.leaveOneOut ?? [], 'robustness: leaveOneOut').map((part) => text(part, 'a part of leaveOneOut'))
  for (const part of leaveOneOut) {
    if (!known.has(part)) throw new AnalyticsRefusal('unknown-part', `leaveOneOut names an unknown part: ${part}`, { part })
  }
  return { runs, weightNoise, leaveOneOut }
}

/**
 * Checks a method file (the JSON of `multivector index`) and fills in its defaults: scale 0-100, direction 1, equal weights, arithmetic
 * mean, no availability rule, no robustness runs.
 *
 * @param value parsed JSON
 * @throws {AnalyticsRefusal} by name: `bad-method` (shape, range or misspelt entry), `not-finite`, `bad-weight`, `zero-weights`,
 *   `duplicate-id`, `unknown-part`, `cycle`
 */
export function readIndexMethod(value: unknown): IndexMethod {
  const spec = record(value, 'the method')
  onlyKeys(spec, ['scale', 'indicators', 'groups', 'top', 'availability', 'robustness'], 'the method')
  const indicators = list(spec.indicators, 'indicators').map(readIndicator)
  const groups = list(spec.groups, 'groups').map(readGroup)
  const ids = [...indicators, ...groups].map((part) => part.id)
  const known = new Set<string>()
  for (const id of ids) {
    if (known.has(id)) throw new AnalyticsRefusal('duplicate-id', `the id ${id} is used twice`, { id })
    known.add(id)
  }
  for (const group of groups) {
    for (const part of group.parts) {
      if (!known.has(part)) {
        throw new AnalyticsRefusal('unknown-part', `group ${group.id} names an unknown part: ${part}`, { group: group.id, part })
      }
    }
  }
  const top = text(spec.top, 'top')
  if (!known.has(top)) throw new AnalyticsRefusal('unknown-part', `top names an unknown part: ${top}`, { part: top })
  const availability = optional(spec.availability, 'availability') ?? 0
  if (availability < 0 || availability > 1) fail('availability must lie between 0 and 1')
  const scale = spec.scale === undefined ? ([0, 100] as const) : readScale(spec.scale, 'scale')
  return { scale, indicators, groups: inOrder(groups), top, availability, robustness: readRobustness(spec.robustness, known) }
}
