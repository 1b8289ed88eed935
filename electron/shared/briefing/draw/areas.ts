import { stackRank, UNALLOCATED } from '../palette.ts'
import { element, type Pen } from './pen.ts'
import { drawAnnotations, drawAxes, drawEndLabels, drawGaps, labelRoom, planYears, runsOf } from './years.ts'

/** Order of the layers, bottom first: the fixed order of partners. */
export const layerOrder = (series: readonly { readonly partner: string | null }[]): readonly number[] =>
  series
    .map((_, index) => index)
    .sort((a, b) => stackRank(series[a]?.partner ?? '') - stackRank(series[b]?.partner ?? '') || a - b)

/**
 * Layers over periods, Russia at the bottom. A period without any figure is an empty column; a series without a figure in a period that
 * others have adds nothing there.
 */
export function drawAreas(pen: Pen): string {
  const { spec, px } = pen
  const order = layerOrder(spec.series)
  const tops = spec.periods.map((_, place) => {
    let level = 0
    let any = false
    const layers = new Map<number, readonly [number, number]>()
    for (const index of order) {
      const value = spec.series[index]?.values[place] ?? null
      if (value !== null) any = true
      const high = level + Math.max(0, value ?? 0)
      layers.set(index, [level, high])
      level = high
    }
    return any ? { layers, top: level } : null
  })
  const last = tops.findLastIndex((one) => one !== null)
  const labels = order.flatMap((index) => {
    const value = spec.series[index]?.values[last] ?? null
    return value === null ? [] : [{ index, text: spec.series[index]?.label ?? '', value: pen.number(value) }]
  })
  const top = Math.max(0, ...tops.map((one) => one?.top ?? 0))
  const frame = planYears(pen, [0, top === 0 ? 1 : top], { right: labelRoom(pen, labels), zero: true })
  const { plot, xs } = frame
  const hatch = `hatch${pen.look.id ?? ''}`
  const pattern = element(
    'pattern',
    { id: hatch, width: px(5), height: px(5), patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: px(5), height: px(5), fill: pen.inks.surface }),
    element('rect', { width: px(1.4), height: px(5), fill: pen.inks.axis }),
  )
  const runs = runsOf(
    xs,
    tops.map((one) => one?.top ?? null),
  )
  const layers = order.map((index) => {
    const fill = spec.series[index]?.partner === UNALLOCATED ? `url(#${hatch})` : pen.series[index]?.fill
    return runs
      .map((run) => {
        const edge = (which: 0 | 1, places: readonly number[]) =>
          places.map(
            (place) => `${plot.x(xs[place] ?? 0).toFixed(2)} ${plot.y(tops[place]?.layers.get(index)?.[which] ?? 0).toFixed(2)}`,
          )
        if (run.length === 1) {
          const [place = 0] = run
          const [low, high] = tops[place]?.layers.get(index) ?? [0, 0]
          return element('rect', {
            x: plot.x(xs[place] ?? 0) - px(2),
            y: plot.y(high),
            width: px(4),
            height: plot.y(low) - plot.y(high),
            fill,
          })
        }
        const d = `M${[...edge(1, run), ...edge(0, [...run].reverse())].join('L')}Z`
        return element('path', { d, fill, stroke: pen.inks.surface, 'stroke-width': px(0.8), 'stroke-linejoin': 'round' })
      })
      .join('')
  })
  const named = labels.map(({ index, text, value }) => {
    const [low, high] = tops[last]?.layers.get(index) ?? [0, 0]
    return {
      text,
      value,
      colour: pen.series[index]?.text ?? pen.inks.ink,
      x: plot.x(xs[last] ?? 0) - px(4),
      y: plot.y((low + high) / 2),
    }
  })
  return [
    element('defs', {}, pattern),
    drawAxes(pen, frame),
    ...layers,
    drawAnnotations(pen, frame),
    drawGaps(pen, frame),
    drawEndLabels(pen, named, plot),
  ].join('')
}
