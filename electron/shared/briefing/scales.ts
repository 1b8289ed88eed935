// Scales, ticks and places of labels: numbers in, numbers out.

export interface Scale {
  (value: number): number
  readonly domain: readonly [number, number]
  readonly range: readonly [number, number]
  invert(position: number): number
}

/** Linear scale. A domain of no length maps to the middle of the range. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [d0, d1] = domain
  const [r0, r1] = range
  const span = d1 - d0
  const scale = (value: number): number => (span === 0 ? (r0 + r1) / 2 : r0 + ((value - d0) / span) * (r1 - r0))
  return Object.assign(scale, {
    domain,
    range,
    invert: (position: number) => (r1 === r0 ? d0 : d0 + ((position - r0) / (r1 - r0)) * span),
  })
}

/** Round step of 1, 2, 2.5 or 5 times a power of ten that gives at most `most` intervals over the span. */
export function niceStep(span: number, most: number): number {
  if (!(span > 0) || !Number.isFinite(span)) return 1
  const rough = span / Math.max(1, most)
  const power = 10 ** Math.floor(Math.log10(rough))
  const unit = rough / power
  const factor = unit <= 1 ? 1 : unit <= 2 ? 2 : unit <= 2.5 ? 2.5 : unit <= 5 ? 5 : 10
  return factor * power
}

/**
 * Ticks at round values that cover [low, high], three to five intervals by default; the first and last tick are the axis' domain.
 *
 * @param zero true = the axis starts at zero (bars, areas, shares)
 */
export function niceTicks(
  low: number,
  high: number,
  options: { readonly zero?: boolean; readonly most?: number } = {},
): readonly number[] {
  const from = options.zero === true || (low >= 0 && low < high * 0.4) ? Math.min(0, low) : low
  const to = options.zero === true ? Math.max(0, high) : high
  if (from === to) return from === 0 ? [0, 1] : [Math.min(0, from), Math.max(0, from)]
  const step = niceStep(to - from, options.most ?? 4)
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil(to / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** px that a year below an axis takes with the air beside it */
const YEAR_ROOM = 48

/** How many years find room below a plot; two at least.
 *
 * @param width px of the plot
 * @param scale px of the page in one of the drawing
 */
export const yearsThatFit = (width: number, scale = 1): number => Math.max(2, Math.floor(width / (YEAR_ROOM * scale)) + 1)

/** Years worth a label between two years, at most `most`, at multiples of 1, 2, 5, 10, 20 or 50; the last year always has one. */
export function yearTicks(from: number, to: number, most: number): readonly number[] {
  const [a, b] = [Math.ceil(from - 1e-6), Math.floor(to + 1e-6)]
  const step = [1, 2, 5, 10, 20, 50, 100].find((one) => (b - a) / one <= Math.max(1, most - 1)) ?? 100
  const ticks: number[] = []
  for (let year = Math.ceil(a / step) * step; year <= b; year += step) ticks.push(year)
  if (ticks.length === 0 || (ticks[0] ?? a) - a >= step * 0.8) ticks.unshift(a)
  const last = ticks.at(-1) ?? a
  if (b !== last) {
    if (b - last < step * 0.6) ticks.pop()
    ticks.push(b)
  }
  // a small chart still says where it begins and ends
  return ticks.length === 1 && most >= 2 ? [...new Set([a, b])] : [...new Set(ticks)]
}

export interface Placed<T> {
  readonly item: T
  /** where the label wants to be */
  readonly wanted: number
  /** where it goes */
  readonly at: number
}

/**
 * Moves labels apart so that neighbours keep `gap` px, each as near to its wanted place as the others allow, all within [low, high].
 * Order is kept. When they do not fit, they are spread evenly over the room there is.
 */
export function nudge<T>(
  items: readonly { readonly item: T; readonly wanted: number }[],
  gap: number,
  low: number,
  high: number,
): readonly Placed<T>[] {
  const sorted = items.map((one, index) => ({ ...one, index })).sort((a, b) => a.wanted - b.wanted || a.index - b.index)
  const room = high - low
  if ((sorted.length - 1) * gap > room) {
    const step = sorted.length < 2 ? 0 : room / (sorted.length - 1)
    return sorted.map((one, index) => ({ item: one.item, wanted: one.wanted, at: low + index * step }))
  }
  // pool adjacent violators: labels that touch move as one block around the mean of their wishes
  const blocks: { start: number; members: { item: T; wanted: number }[] }[] = []
  const place = (members: readonly { readonly wanted: number }[]): number => {
    const mean = members.reduce((sum, one, index) => sum + one.wanted - index * gap, 0) / members.length
    return Math.min(Math.max(mean, low), high - (members.length - 1) * gap)
  }
  for (const one of sorted) {
    let block = { start: 0, members: [{ item: one.item, wanted: one.wanted }] }
    block.start = place(block.members)
    for (let before = blocks.at(-1); before && before.start + before.members.length * gap > block.start; before = blocks.at(-1)) {
      blocks.pop()
      block = { start: 0, members: [...before.members, ...block.members] }
      block.start = place(block.members)
    }
    blocks.push(block)
  }
  return blocks.flatMap((block) =>
    block.members.map((one, index) => ({ item: one.item, wanted: one.wanted, at: block.start + index * gap })),
  )
}

export interface Plot {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: Scale
  readonly y: Scale
}

export interface Margin {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The rectangle of a chart and its scales; y grows upwards. */
export function makePlot(
  width: number,
  height: number,
  margin: Margin,
  xDomain: readonly [number, number],
  yDomain: readonly [number, number],
): Plot {
  const right = Math.max(margin.left + 10, width - margin.right)
  const bottom = Math.max(margin.top + 10, height - margin.bottom)
  return {
    width,
    height,
    left: margin.left,
    right,
    top: margin.top,
    bottom,
    x: linearScale(xDomain, [margin.left, right]),
    y: linearScale(yDomain, [bottom, margin.top]),
  }
}

/**
 * Whether a line over these periods breaks between two of them: where they are further apart than half as much again as usual. Page and files
 * break at the same places.
 *
 * @param xs positions in order
 */
export function gapRule(xs: readonly number[]): (before: number, after: number) => boolean {
  const steps = xs
    .slice(1)
    .map((x, index) => x - (xs[index] ?? x))
    .filter((step) => step > 0)
    .sort((a, b) => a - b)
  const usual = steps[Math.floor((steps.length - 1) / 2)] ?? 1
  return (before, after) => after - before > usual * 1.5 + 1e-9
}

/**
 * Where a period stands on an axis of years: a year at its number (yearly values are points, not spans), a part of a year at its middle,
 * an interval at its last year.
 *
 * @returns NaN for a text that is no period: a bug in the caller, drawn nowhere
 */
export function periodPosition(text: string): number {
  const end = text.slice(text.indexOf('/') + 1)
  const found = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|([SQW])(\d{1,2})))?$/.exec(end)
  if (!found) return Number.NaN
  const year = Number(found[1])
  if (found[3] !== undefined) return year + (Number(found[2]) - 1) / 12 + (Number(found[3]) - 1) / 365
  if (found[2] !== undefined) return year + (Number(found[2]) - 0.5) / 12
  const n = Number(found[5])
  if (found[4] === 'Q') return year + (n - 0.5) / 4
  if (found[4] === 'S') return year + (n - 0.5) / 2
  if (found[4] === 'W') return year + (n - 0.5) / 52.2
  return year
}
