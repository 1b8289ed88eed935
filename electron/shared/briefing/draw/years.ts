// The plot of a figure over periods: where periods stand, rules, years, events, base year, joins, and the reasons of gaps.
import { gapRule, makePlot, niceTicks, nudge, type Plot, periodPosition, yearsThatFit, yearTicks } from '../scales.ts'
import { cutToWidth, widthOf, wrapToWidth } from '../textWidth.ts'
import { tickFormat } from '../ticks.ts'
import { middle, type Pen } from './pen.ts'

/** Where the periods of a figure stand: at their years, or one after the other where one of them is no period. */
export function positionsOf(periods: readonly string[]): { readonly xs: readonly number[]; readonly timed: boolean } {
  const xs = periods.map(periodPosition)
  const timed = xs.length > 0 && xs.every(Number.isFinite)
  return { xs: timed ? xs : periods.map((_, index) => index), timed }
}

/** Unbroken stretches of a series, as indexes: a line breaks at a missing figure and where periods are further apart than usual. */
export function runsOf(xs: readonly number[], values: readonly (number | null)[]): readonly (readonly number[])[] {
  const isGap = gapRule(xs)
  const runs: number[][] = []
  values.forEach((value, index) => {
    if (value === null || value === undefined) return
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before === index - 1 && !isGap(xs[before] ?? 0, xs[index] ?? 0)) last.push(index)
    else runs.push([index])
  })
  return runs
}

export interface EndLabel {
  readonly text: string
  readonly value: string
  readonly colour: string
  /** where the series ends */
  readonly x: number
  readonly y: number
}

/** The widest a label at the right may be, as a part of the drawing. */
const MOST_LABEL = 0.3

/** Room at the right for names and values at the ends of series. */
export function labelRoom(pen: Pen, labels: readonly Pick<EndLabel, 'text' | 'value'>[]): number {
  if (labels.length === 0) return pen.px(16)
  const widest = Math.max(...labels.map(({ text, value }) => widthOf(`${text} ${value}`, pen.px(12.5), 650)))
  return Math.min(widest + pen.px(18), pen.look.width * MOST_LABEL)
}

/** Names and values at the ends, moved apart, with a leader where one had to move. A long name takes a second line before it is cut. */
export function drawEndLabels(pen: Pen, labels: readonly EndLabel[], plot: Plot): string {
  const size = pen.px(12.5)
  const x = plot.right + pen.px(12)
  const room = pen.look.width - x
  const wishes = labels.flatMap((label) => {
    const whole = label.value === '' ? label.text : `${label.text} ${label.value}`
    const lines = wrapToWidth(whole, room, size, 650, 2)
    // the value is what must stay whole: a name too long for two lines is cut before it
    const kept =
      label.value === '' || lines.at(-1)?.endsWith(label.value)
        ? lines
        : [cutToWidth(label.text, room, size, 650), label.value].filter((line) => line !== '')
    return kept.map((text, line) => ({
      item: { label, text, line },
      wanted: label.y + (line - (kept.length - 1) / 2) * pen.px(14),
    }))
  })
  return nudge(wishes, pen.px(15), plot.top + pen.px(2), plot.bottom)
    .map(({ item: { label, text, line }, at }) => {
      const moved = line === 0 && Math.abs(at - label.y) > pen.px(8)
      // across periods it is dotted and grey: no line of figures
      const [colour, dash] = x - label.x > pen.px(40) ? [pen.inks.axis, '1 3'] : [label.colour, undefined]
      const leader = moved ? pen.line(label.x + pen.px(6), label.y, x - pen.px(3), at, colour, pen.px(0.8), dash) : ''
      return leader + pen.text(x, middle(at, size), text, { size, weight: 650, fill: label.colour })
    })
    .join('')
}

export interface YearPlot {
  readonly plot: Plot
  readonly ticks: readonly number[]
  readonly timed: boolean
  readonly xs: readonly number[]
}

/**
 * The plot of a figure over periods.
 *
 * @param extent smallest and largest figure
 * @param headroom room for a number above the highest figure
 * @param half room left and right of the first and last period, in units of x (columns need half a step)
 */
export function planYears(
  pen: Pen,
  extent: readonly [number, number],
  {
    right,
    zero,
    half = 0,
    headroom = false,
  }: { readonly right: number; readonly zero?: boolean; readonly half?: number; readonly headroom?: boolean },
): YearPlot {
  const { spec, look } = pen
  const { xs, timed } = positionsOf(spec.periods)
  const share = spec.unit.code === 'PCT' && extent[1] > 99 && extent[1] < 101 && extent[0] >= 0
  const ticks = share ? [0, 25, 50, 75, 100] : niceTicks(extent[0], extent[1], zero === undefined ? {} : { zero })
  const format = tickFormat(pen.formats, spec.unit, ticks)
  const left = Math.max(...ticks.map((tick) => widthOf(format(tick), pen.size))) + pen.px(9)
  const annotated = spec.events.length > 0 || spec.baseYear !== null
  const first = Math.min(...xs) - half
  const last = Math.max(...xs) + half
  const margin = { left, right, top: pen.px((annotated ? 24 : 10) + (headroom ? 14 : 0)), bottom: pen.px(26) }
  const domain: readonly [number, number] = first === last ? [first - 0.5, last + 0.5] : [first, last]
  return { plot: makePlot(look.width, look.height, margin, domain, [ticks[0] ?? 0, ticks.at(-1) ?? 1]), ticks, timed, xs }
}

/** Rules with their values and the periods below. */
export function drawAxes(pen: Pen, { plot, ticks, timed, xs }: YearPlot): string {
  const format = tickFormat(pen.formats, pen.spec.unit, ticks)
  const rules = ticks.map(
    (tick) =>
      pen.line(plot.left, plot.y(tick), plot.right, plot.y(tick), tick === 0 ? pen.inks.axis : pen.inks.grid) +
      pen.text(plot.left - pen.px(7), middle(plot.y(tick), pen.size), format(tick), { anchor: 'end' }),
  )
  const y = plot.bottom + pen.px(18)
  const places = timed
    ? yearTicks(plot.x.domain[0], plot.x.domain[1], yearsThatFit(plot.right - plot.left, pen.px(1))).map((year) => ({
        at: plot.x(year),
        text: String(year),
      }))
    : xs.map((x, index) => ({
        at: plot.x(x),
        text: cutToWidth(pen.spec.periods[index] ?? '', (plot.right - plot.left) / Math.max(1, xs.length) - pen.px(6), pen.size),
      }))
  return [...rules, ...places.map(({ at, text }) => pen.text(at, y, text, { anchor: 'middle' }))].join('')
}

/** Events that get a line of their own. */
const MOST_EVENTS = 3

function drawEvents(pen: Pen, plot: Plot, taken: readonly [number, number] | null): string {
  const inside = pen.spec.events
    .map((event) => ({ at: periodPosition(event.date), label: event.label }))
    .filter(({ at }) => at >= plot.x.domain[0] - 1e-6 && at <= plot.x.domain[1] + 1e-6)
  const shown = inside.slice(0, MOST_EVENTS).sort((a, b) => a.at - b.at)
  const y = plot.top - pen.px(11)
  const lines = shown.map(({ at }) => pen.line(plot.x(at), plot.top - pen.px(8), plot.x(at), plot.bottom, pen.inks.axis))
  const ticks = inside
    .slice(MOST_EVENTS)
    .map(({ at }) => pen.line(plot.x(at), plot.bottom - pen.px(5), plot.x(at), plot.bottom, pen.inks.text2))
  // from the right: each label has the room up to the next one; those that find none share a label with it
  const labels: { text: string; at: number; from: number }[] = []
  for (const event of [...shown].reverse()) {
    const next = labels.at(-1)
    const from = plot.x(event.at) + pen.px(5)
    const room = (next ? next.from - pen.px(10) : pen.look.width) - from
    const wide = widthOf(event.label, pen.size)
    if (wide <= room) labels.push({ text: event.label, at: from, from })
    else if (!next) {
      const left = Math.max(taken ? taken[1] + pen.px(8) : 0, plot.x(event.at) - pen.px(5) - wide)
      const fits = plot.x(event.at) - pen.px(5) - left
      labels.push({ text: cutToWidth(event.label, Math.max(fits, room), pen.size), at: fits > room ? left : from, from: left })
    } else {
      next.text = cutToWidth(`${event.label}, ${next.text}`, pen.look.width - from, pen.size)
      next.at = from
      next.from = from
    }
  }
  return [...lines, ...ticks, ...labels.map(({ text, at }) => pen.text(at, y, text, { fill: pen.inks.text2 }))].join('')
}

/** Base year, events and joins: drawn under the figures. */
export function drawAnnotations(pen: Pen, { plot, timed }: YearPlot): string {
  if (!timed) return ''
  const { baseYear, joins } = pen.spec
  const shown = baseYear !== null && baseYear >= plot.x.domain[0] && baseYear <= plot.x.domain[1]
  const x = shown ? plot.x(baseYear) : 0
  const name = shown ? String(baseYear) : ''
  const wide = widthOf(name, pen.size, 700)
  const before = x - pen.px(6) - wide > 0
  const taken: readonly [number, number] | null = shown
    ? [before ? x - wide - pen.px(6) : x, before ? x : x + wide + pen.px(6)]
    : null
  const base = shown
    ? pen.line(x, plot.top - pen.px(16), x, plot.bottom, pen.inks.ink, pen.px(1.5), `${pen.px(3)} ${pen.px(3)}`) +
      pen.text(before ? x - pen.px(6) : x + pen.px(6), plot.top - pen.px(11), name, {
        weight: 700,
        fill: pen.inks.ink,
        anchor: before ? 'end' : 'start',
      })
    : ''
  const triangles = joins.map((join) => {
    const at = plot.x(periodPosition(join) - 0.5)
    if (!(at >= plot.left && at <= plot.right)) return ''
    const [w, top] = [pen.px(4), plot.bottom + pen.px(2)]
    return `<path d="M${at - w} ${top}H${at + w}L${at} ${top + w * 1.3}Z" fill="${pen.inks.text2}"/>`
  })
  return drawEvents(pen, plot, taken) + base + triangles.join('')
}

/** The reason of each gap, written in the empty column: upright where there is room, else turned. */
export function drawGaps(pen: Pen, { plot, timed }: YearPlot): string {
  if (!timed) return ''
  const size = pen.px(11)
  return pen.spec.gaps
    .map(({ from, to, reason }) => {
      const [a, b] = [periodPosition(from), periodPosition(to)]
      // a gap of one period reaches from its neighbour to its neighbour
      const [x1, x2] = a === b ? [plot.x(a - 1), plot.x(b + 1)] : [plot.x(a), plot.x(b)]
      if (!Number.isFinite(x1) || !Number.isFinite(x2) || x2 < plot.left || x1 > plot.right) return ''
      const at = (Math.max(x1, plot.left) + Math.min(x2, plot.right)) / 2
      const wide = x2 - x1
      const lines = wrapToWidth(reason, wide - pen.px(8), size, 400, 4)
      if (wide > pen.px(80) && !lines.some((line) => line.endsWith('…'))) {
        const top = plot.bottom - pen.px(10) - (lines.length - 1) * pen.px(14)
        return lines.map((line, index) => pen.text(at, top + index * pen.px(14), line, { size, anchor: 'middle' })).join('')
      }
      const text = cutToWidth(reason, plot.bottom - plot.top - pen.px(16), size)
      return pen.text(at + size * 0.36, plot.bottom - pen.px(8), text, { size, turned: -90 })
    })
    .join('')
}
