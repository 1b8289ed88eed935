import type { FigureSpec } from '../../contract/schema/briefingDocument.ts'
import { element, type Pen } from './pen.ts'
import { drawAnnotations, drawAxes, drawEndLabels, drawGaps, labelRoom, planYears, runsOf } from './years.ts'

/** Smallest and largest figure, ranges included; null when there is none. */
export function extentOf(spec: FigureSpec): readonly [number, number] | null {
  const all = spec.series
    .flatMap((one) => [...one.values, ...(one.low ?? []), ...(one.high ?? [])])
    .filter((value) => value !== null)
  return all.length === 0 ? null : [Math.min(...all), Math.max(...all)]
}

const at = (x: number, y: number): string => `${x.toFixed(2)} ${y.toFixed(2)}`

/** Names with last values of all series that have one. */
const ends = (pen: Pen) =>
  pen.spec.series.flatMap((one, index) => {
    const last = one.values.findLastIndex((value) => value !== null)
    return last < 0 ? [] : [{ index, last, text: one.label, value: pen.number(one.values[last] ?? null) }]
  })

/** Values at the base year are printed for so many lines; with more they would lie on each other. */
const MOST_CALLOUTS = 2

/** Lines with bands, hollow marks at the base year, filled ones at the end, names where lines end. A single figure is a dot. */
export function drawLines(pen: Pen): string {
  const { spec, px } = pen
  const extent = extentOf(spec) ?? [0, 1]
  const labels = ends(pen)
  const frame = planYears(pen, extent, { right: labelRoom(pen, labels) })
  const { plot, xs } = frame
  const bands = spec.series.map((one, index) => {
    if (!one.low || !one.high) return ''
    const { low, high } = one
    return runsOf(
      xs,
      low.map((value, place) => (high[place] === null ? null : value)),
    )
      .map((run) => {
        const points = (from: readonly (number | null)[], order: readonly number[]) =>
          order.map((place) => at(plot.x(xs[place] ?? 0), plot.y(from[place] ?? 0)))
        if (run.length === 1) {
          const [place = 0] = run
          const x = plot.x(xs[place] ?? 0)
          return pen.line(
            x,
            plot.y(low[place] ?? 0),
            x,
            plot.y(high[place] ?? 0),
            pen.series[index]?.fill ?? pen.inks.ink,
            px(1.5),
          )
        }
        const d = `M${[...points(high, run), ...points(low, [...run].reverse())].join('L')}Z`
        return element('path', { d, fill: pen.series[index]?.fill, 'fill-opacity': 0.14 })
      })
      .join('')
  })
  const lines = spec.series.map((one, index) => {
    const own = pen.series[index]
    return runsOf(xs, one.values)
      .map((run) => {
        const points = run.map((place) => at(plot.x(xs[place] ?? 0), plot.y(one.values[place] ?? 0)))
        const [first = 0] = run
        if (run.length === 1) return pen.mark(index, plot.x(xs[first] ?? 0), plot.y(one.values[first] ?? 0))
        return element('path', {
          d: `M${points.join('L')}`,
          fill: 'none',
          stroke: own?.fill,
          'stroke-width': own?.width,
          'stroke-dasharray': own?.dash === '' ? undefined : own?.dash,
          'stroke-linejoin': 'round',
          'stroke-linecap': own?.dash === '' ? 'round' : undefined,
        })
      })
      .join('')
  })
  const base = spec.periods.indexOf(String(spec.baseYear))
  const atBase =
    base < 0
      ? []
      : spec.series
          .map((one, index) => ({ index, value: one.values[base] ?? null }))
          .filter((one): one is { index: number; value: number } => one.value !== null)
          .sort((a, b) => b.value - a.value)
  const marks = [
    ...atBase.map(({ index, value }) => pen.mark(index, plot.x(xs[base] ?? 0), plot.y(value), true)),
    ...labels.map(({ index, last }) => pen.mark(index, plot.x(xs[last] ?? 0), plot.y(spec.series[index]?.values[last] ?? 0))),
  ]
  const lastShown = Math.max(...labels.map(({ last }) => last))
  const callouts =
    atBase.length > MOST_CALLOUTS || base >= lastShown
      ? []
      : atBase.map(({ index, value }, order) => {
          const above = order === 0
          const x = plot.x(xs[base] ?? 0) + px(8)
          const y = plot.y(value) + (above ? -px(10) : px(18))
          return pen.text(x, Math.min(y, plot.bottom - px(4)), pen.number(value), {
            size: px(12.5),
            weight: 650,
            fill: pen.series[index]?.text ?? pen.inks.ink,
            rim: true,
          })
        })
  const named = labels.map(({ index, last, text, value }) => ({
    text,
    value,
    colour: pen.series[index]?.text ?? pen.inks.ink,
    x: plot.x(xs[last] ?? 0),
    y: plot.y(spec.series[index]?.values[last] ?? 0),
  }))
  return [
    drawAxes(pen, frame),
    drawAnnotations(pen, frame),
    ...bands,
    drawGaps(pen, frame),
    ...lines,
    ...marks,
    ...callouts,
    drawEndLabels(pen, named, plot),
  ].join('')
}

/** Low to high per period: a capsule with both numbers. Only low: open at the top. Only a value: a dot. */
export function drawRanges(pen: Pen): string {
  const { spec, px } = pen
  const extent = extentOf(spec) ?? [0, 1]
  const many = spec.series.length > 1
  const frame = planYears(pen, extent, {
    right: many
      ? labelRoom(
          pen,
          spec.series.map((one) => ({ text: one.label, value: '' })),
        )
      : px(28),
    half: 0.6,
    headroom: true,
  })
  const { plot, xs } = frame
  const decimals = spec.unit.decimals
  const step =
    xs.length < 2 ? plot.right - plot.left : Math.min(...xs.slice(1).map((x, index) => plot.x(x) - plot.x(xs[index] ?? x)))
  const wide = Math.min(px(14), Math.max(px(3), (step * 0.6) / spec.series.length))
  const marks = spec.series.flatMap((one, index) => {
    const own = pen.series[index]
    const shift = (index - (spec.series.length - 1) / 2) * (wide + px(3))
    let written = Number.NEGATIVE_INFINITY
    const known = xs.map((_, place) => one.values[place] ?? one.low?.[place] ?? one.high?.[place] ?? null)
    const final = known.findLastIndex((value) => value !== null)
    return xs.map((position, place) => {
      const x = plot.x(position) + shift
      const [low, high, value] = [one.low?.[place] ?? null, one.high?.[place] ?? null, one.values[place] ?? null]
      const label = (text: string, top: number): string => {
        const width = text.length * px(7)
        // the last figure always has its numbers; others where they do not lie on each other
        const lastX = plot.x(xs[final] ?? 0) + shift
        if (x - width / 2 < written + px(4) || (place !== final && x + width / 2 + px(4) > lastX - px(22))) return ''
        written = x + width / 2
        const fill = own?.text ?? pen.inks.ink
        return pen.text(x, top - px(6), text, { anchor: 'middle', weight: 650, fill, size: px(12), rim: true })
      }
      if (low !== null && high !== null && high > low) {
        const [top, bottom] = [plot.y(high), plot.y(low)]
        const capsule = element('rect', {
          x: x - wide / 2,
          y: top,
          width: wide,
          height: Math.max(bottom - top, wide),
          rx: wide / 2,
          fill: own?.fill,
        })
        return capsule + label(pen.formats.range(low, high, decimals), top)
      }
      if (low !== null && high === null) {
        const y = plot.y(low)
        const d = `M${at(x - wide / 2, plot.top)}V${y - wide / 2}A${wide / 2} ${wide / 2} 0 0 0 ${at(x + wide / 2, y - wide / 2)}V${plot.top}`
        return (
          element('path', { d, fill: own?.fill, 'fill-opacity': 0.25, stroke: own?.fill }) +
          label(`> ${pen.number(low)}`, plot.top + px(4))
        )
      }
      const only = value ?? low
      if (only === null) return ''
      return pen.mark(index, x, plot.y(only)) + label(pen.number(only), plot.y(only) - px(2))
    })
  })
  const named = many
    ? spec.series.map((one, index) => {
        const last = one.values.findLastIndex((value, place) => value !== null || one.low?.[place] != null)
        const y = plot.y(one.values[last] ?? one.low?.[last] ?? 0)
        return { text: one.label, value: '', colour: pen.series[index]?.text ?? pen.inks.ink, x: plot.x(xs[last] ?? 0), y }
      })
    : []
  return [
    drawAxes(pen, frame),
    drawAnnotations(pen, frame),
    drawGaps(pen, frame),
    ...marks,
    drawEndLabels(pen, named, plot),
  ].join('')
}
