// Longer than 300 lines: three drawings over one set of measures.
// Figures that read from left to right, one row each: categories, parts of a change, then and now.
import { makePlot, niceTicks, type Plot } from '../scales.ts'
import { cutToWidth, widthOf, wrapToWidth } from '../textWidth.ts'
import { tickFormat } from '../ticks.ts'
import { extentOf } from './lines.ts'
import { element, middle, type Pen } from './pen.ts'
import { drawAnnotations, drawAxes, drawGaps, labelRoom, planYears, positionsOf } from './years.ts'

/** A part of the width that names of rows may take. */
const MOST_NAME = 0.38

interface RowPlan {
  readonly plot: Plot
  readonly ticks: readonly number[]
  readonly row: number
  /** between names and the plot, px */
  readonly gap: number
  y(row: number): number
}

function planRows(
  pen: Pen,
  names: readonly string[],
  extent: readonly [number, number],
  right: number,
  zero: boolean,
  head = 0,
  gap = 0,
): RowPlan {
  const { look, px } = pen
  const ticks = niceTicks(extent[0], extent[1], { zero })
  const widest = Math.max(...names.map((name) => widthOf(name, pen.size, 600)))
  const left = Math.min(widest + px(14), look.width * MOST_NAME) + px(gap)
  const margin = { left, right, top: px(6 + head), bottom: px(26) }
  const plot = makePlot(look.width, look.height, margin, [ticks[0] ?? 0, ticks.at(-1) ?? 1], [0, 1])
  // few rows keep together at the top instead of floating apart
  const row = Math.min((plot.bottom - plot.top) / Math.max(1, names.length), px(46))
  return {
    plot: { ...plot, bottom: plot.top + row * names.length },
    ticks,
    row,
    gap: px(gap),
    y: (index) => plot.top + row * (index + 0.5),
  }
}

function drawRules(pen: Pen, { plot, ticks }: RowPlan): string {
  const format = tickFormat(pen.formats, pen.spec.unit, ticks)
  return ticks
    .map(
      (tick) =>
        pen.line(plot.x(tick), plot.top, plot.x(tick), plot.bottom, tick === 0 ? pen.inks.axis : pen.inks.grid) +
        pen.text(plot.x(tick), plot.bottom + pen.px(17), format(tick), { anchor: 'middle' }),
    )
    .join('')
}

function drawName(pen: Pen, plan: RowPlan, index: number, name: string, strong = false): string {
  const room = plan.plot.left - plan.gap - pen.px(14)
  const weight = strong ? 650 : 400
  const lines = plan.row >= pen.px(28) ? wrapToWidth(name, room, pen.size, weight) : [cutToWidth(name, room, pen.size, weight)]
  return lines
    .map((line, at) =>
      pen.text(
        plan.plot.left - plan.gap - pen.px(10),
        middle(plan.y(index) + (at - (lines.length - 1) / 2) * pen.px(14), pen.size),
        line,
        {
          anchor: 'end',
          fill: pen.inks.ink,
          weight,
        },
      ),
    )
    .join('')
}

/** A bar per period: columns over years, else rows with names. Bars start at zero; no figure, no bar. */
export function drawBars(pen: Pen): string {
  const { spec, px } = pen
  const extent = extentOf(spec) ?? [0, 1]
  const count = Math.max(1, spec.series.length)
  if (positionsOf(spec.periods).timed && spec.periods.length > 2) {
    const frame = planYears(pen, [Math.min(0, extent[0]), extent[1]], {
      right:
        count > 1
          ? labelRoom(
              pen,
              spec.series.map((one) => ({ text: one.label, value: '' })),
            )
          : px(16),
      zero: true,
      half: 0.6,
    })
    const { plot, xs } = frame
    const step = Math.min(...xs.slice(1).map((x, index) => plot.x(x) - plot.x(xs[index] ?? x)))
    const wide = Math.max(px(1.5), (step * 0.72) / count)
    const bars = spec.series.flatMap((one, index) =>
      xs.map((x, place) => {
        const value = one.values[place] ?? null
        if (value === null) return ''
        const left = plot.x(x) - (wide * count) / 2 + index * wide
        const [top, bottom] = [plot.y(Math.max(0, value)), plot.y(Math.min(0, value))]
        const text =
          count === 1 && step > px(34)
            ? pen.text(left + wide / 2, top - px(5), pen.number(value), { anchor: 'middle', weight: 650, fill: pen.inks.ink })
            : ''
        return (
          element('rect', {
            x: left,
            y: top,
            width: Math.max(1, wide - px(1)),
            height: Math.max(px(0.75), bottom - top),
            fill: pen.series[index]?.fill,
          }) + text
        )
      }),
    )
    const legend =
      count === 1
        ? []
        : spec.series.map((one, index) => key(pen, plot.right + px(12), plot.top + px(6) + index * px(18), index, one.label))
    return [drawAxes(pen, frame), drawAnnotations(pen, frame), drawGaps(pen, frame), ...bars, ...legend].join('')
  }
  const labels = spec.series.flatMap((one) => one.values.map((value) => widthOf(pen.number(value), px(12.5), 650)))
  const plan = planRows(
    pen,
    spec.periods,
    [Math.min(0, extent[0]), Math.max(0, extent[1])],
    Math.max(...labels) + px(14),
    true,
    count > 1 ? 22 : 0,
  )
  const { plot } = plan
  const high = Math.min(px(22), (plan.row * 0.72) / count)
  const bars = spec.periods.flatMap((name, place) => [
    drawName(pen, plan, place, name),
    ...spec.series.map((one, index) => {
      const value = one.values[place] ?? null
      const y = plan.y(place) - (high * count) / 2 + index * high
      const [a, b] = [plot.x(Math.min(0, value ?? 0)), plot.x(Math.max(0, value ?? 0))]
      const bar =
        value === null
          ? ''
          : element('rect', {
              x: a,
              y,
              width: Math.max(px(0.75), b - a),
              height: Math.max(1, high - px(1)),
              fill: pen.series[index]?.fill,
            })
      return (
        bar +
        pen.text(b + px(7), middle(y + high / 2, px(12.5)), pen.number(value), {
          size: px(12.5),
          weight: 650,
          fill: value === null ? pen.inks.text3 : pen.inks.ink,
        })
      )
    }),
  ])
  let x = plot.left
  const legend =
    count === 1
      ? []
      : spec.series.map((one, index) => {
          const drawn = key(pen, x, px(9), index, one.label)
          x += widthOf(one.label, pen.size, 600) + px(32)
          return drawn
        })
  return [drawRules(pen, plan), ...bars, ...legend].join('')
}

/** A name beside its colour: only where nothing can be named at its own mark. */
const key = (pen: Pen, x: number, y: number, index: number, label: string): string =>
  element('rect', { x, y: y - pen.px(5), width: pen.px(10), height: pen.px(10), fill: pen.series[index]?.fill }) +
  pen.text(x + pen.px(15), middle(y, pen.size), cutToWidth(label, pen.look.width - x - pen.px(15), pen.size, 600), {
    weight: 600,
    fill: pen.inks.ink,
  })

/**
 * From the first level to the last by the changes between, which add up. The axis may be cut, so both levels are dots; a fall is hollow.
 *
 * @throws {RangeError} when the changes do not add up, or one is missing: a drawing of them would mislead
 */
export function drawWaterfall(pen: Pen): string {
  const { spec, px } = pen
  const values = spec.series[0]?.values ?? []
  const [first, last] = [values[0] ?? null, values.at(-1) ?? null]
  if (first === null || last === null || values.length < 2 || values.includes(null))
    throw new RangeError('a waterfall needs every one of its steps')
  const changes = values.slice(1, -1).map((value) => value ?? 0)
  let level = first
  const steps = changes.map((value) => {
    const from = level
    level += value
    return { from, to: level, value }
  })
  if (Math.abs(level - last) > 1e-6 * Math.max(1, Math.abs(first), Math.abs(last)))
    throw new RangeError(`the parts add up to ${level}, not to ${last}`)
  const levels = [first, last, ...steps.map(({ to }) => to)]
  const plan = planRows(pen, spec.periods, [Math.min(...levels), Math.max(...levels)], px(64), false)
  const { plot } = plan
  const own = pen.series[0]
  const high = Math.min(px(20), plan.row * 0.62)
  const label = (x: number, row: number, text: string): string =>
    pen.text(x, middle(plan.y(row), px(12.5)), text, { size: px(12.5), weight: 650, fill: pen.inks.ink })
  const end = (row: number, value: number, hollow: boolean): string =>
    pen.mark(0, plot.x(value), plan.y(row), hollow) + label(plot.x(value) + px(11), row, pen.number(value))
  const parts = steps.map(({ from, to, value }, index) => {
    const row = index + 1
    const [a, b] = [plot.x(Math.min(from, to)), plot.x(Math.max(from, to))]
    const bar = element('rect', {
      x: a,
      y: plan.y(row) - high / 2,
      width: Math.max(px(1.5), b - a),
      height: high,
      fill: value >= 0 ? own?.fill : pen.inks.surface,
      stroke: own?.fill,
      'stroke-width': px(1.4),
    })
    const link = pen.line(
      plot.x(from),
      plan.y(row - 1) + (index === 0 ? px(5) : high / 2),
      plot.x(from),
      plan.y(row) - high / 2,
      pen.inks.axis,
    )
    return link + bar + label(b + px(8), row, pen.signed(value))
  })
  const tail = pen.line(
    plot.x(last),
    plan.y(values.length - 2) + high / 2,
    plot.x(last),
    plan.y(values.length - 1) - px(5),
    pen.inks.axis,
  )
  return [
    drawRules(pen, plan),
    ...spec.periods.map((name, index) => drawName(pen, plan, index, name, index === 0 || index === values.length - 1)),
    ...parts,
    tail,
    end(0, first, true),
    end(values.length - 1, last, false),
  ].join('')
}

/** Then (hollow) and now (filled) of each measure on one axis, an arrow between; a range is a capsule, its numbers beside it. */
export function drawThenNow(pen: Pen): string {
  const { spec, px } = pen
  const extent = extentOf(spec) ?? [0, 1]
  const names = spec.series.map((one) => one.label)
  const plan = planRows(pen, names, [Math.min(0, extent[0]), extent[1]], px(70), extent[0] >= 0, 24, 36)
  const { plot } = plan
  const size = px(12.5)
  const reading = (index: number, place: 0 | 1) => {
    const one = spec.series[index]
    const [low, high, value] = [one?.low?.[place] ?? null, one?.high?.[place] ?? null, one?.values[place] ?? null]
    if (low !== null && high !== null && high > low) return { low, high, text: pen.formats.range(low, high, spec.unit.decimals) }
    return value === null ? null : { low: value, high: value, text: pen.number(value) }
  }
  const rows = spec.series.map((_, index) => {
    const y = plan.y(index)
    const own = pen.series[index]
    const [then, now] = [reading(index, 0), reading(index, 1)]
    const spot = (one: NonNullable<typeof then>, hollow: boolean): string =>
      one.low === one.high
        ? pen.mark(index, plot.x(one.low), y, hollow)
        : element('rect', {
            x: plot.x(one.low),
            y: y - px(4.5),
            width: plot.x(one.high) - plot.x(one.low),
            height: px(9),
            rx: px(4.5),
            fill: hollow ? pen.inks.surface : own?.fill,
            stroke: own?.fill,
            'stroke-width': px(1.6),
          })
    const centre = (one: NonNullable<typeof then>): number => plot.x((one.low + one.high) / 2)
    const rising = then && now ? centre(now) >= centre(then) : true
    const [a, b] = then && now ? (rising ? [plot.x(then.high), plot.x(now.low)] : [plot.x(then.low), plot.x(now.high)]) : [0, 0]
    const sign = rising ? 1 : -1
    const arrow =
      then && now && (b - a) * sign > px(16)
        ? pen.line(a + sign * px(6), y, b - sign * px(7), y, own?.fill ?? pen.inks.ink, px(1.4)) +
          `<path d="M${b - sign * px(12)} ${y - px(3.5)}L${b - sign * px(6)} ${y}L${b - sign * px(12)} ${y + px(3.5)}" fill="none" stroke="${own?.fill ?? pen.inks.ink}" stroke-width="${px(1.4)}"/>`
        : ''
    const left = rising ? then : now
    const right = rising ? now : then
    const numbers = [
      left &&
        pen.text(plot.x(left.low) - px(9), middle(y, size), left.text, {
          size,
          anchor: 'end',
          weight: left === now ? 650 : 400,
          fill: left === now ? pen.inks.ink : pen.inks.text2,
        }),
      right &&
        pen.text(plot.x(right.high) + px(9), middle(y, size), right.text, {
          size,
          weight: right === now ? 650 : 400,
          fill: right === now ? pen.inks.ink : pen.inks.text2,
        }),
    ]
    return [
      drawName(pen, plan, index, names[index] ?? ''),
      arrow,
      then ? spot(then, true) : '',
      now ? spot(now, false) : '',
      ...numbers.map((text) => text ?? ''),
    ].join('')
  })
  const [then = '', now = ''] = spec.periods.map((period) => pen.formats.period(period))
  const head = px(12)
  const second = plot.left + px(14) + widthOf(then, pen.size) + px(22)
  const legend =
    element('circle', {
      cx: plot.left + px(4),
      cy: head,
      r: px(3.6),
      fill: pen.inks.surface,
      stroke: pen.inks.text2,
      'stroke-width': px(1.6),
    }) +
    pen.text(plot.left + px(13), middle(head, pen.size), then, { fill: pen.inks.text2 }) +
    element('circle', { cx: second, cy: head, r: px(4), fill: pen.inks.text2 }) +
    pen.text(second + px(9), middle(head, pen.size), now, { fill: pen.inks.text2, weight: 600 })
  return [drawRules(pen, plan), legend, ...rows].join('')
}
