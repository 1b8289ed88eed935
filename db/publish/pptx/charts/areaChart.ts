import { layerOrder } from '../../../../electron/shared/briefing/draw/areas.ts'
import { nudge } from '../../../../electron/shared/briefing/scales.ts'
import type { FigureSpec } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { Formats } from '../../../../electron/shared/domain/formats.ts'
import type { Words } from '../../words.ts'
import { AXIS_IDS, axes, NO_LABELS, series } from '../chartXml.ts'
import { type Box, type Shapes, solid } from '../shapes.ts'
import { column, frameOf, inches, type NativeChart, run, sheetOf, timelineOf } from './frame.ts'
import { fillOf, type Look, looksOf } from './look.ts'
import { overYears } from './overYears.ts'

/** Stacked areas over periods; the names of the layers stand beside the last column. */
export function areaChart(spec: FigureSpec, box: Box, formats: Formats, words: Words): NativeChart {
  const looks = looksOf(spec)
  const timeline = timelineOf(spec, formats)
  const order = layerOrder(spec.series)
  const columns = spec.series.map((one) => column(timeline, one.values))
  const last = timeline.places.findLastIndex((_, place) => columns.some((cells) => cells[place] !== null))
  const name = (index: number): string =>
    `${spec.series[index]?.label ?? ''} ${formats.number(Number(columns[index]?.[last] ?? 0), spec.unit.decimals)}`
  const right = Math.min(Math.max(...order.map((index) => inches(name(index), 11, true))) + 0.25, box.w * 0.34)
  const sums = timeline.places.map((_, place) => columns.reduce((sum, cells) => sum + Number(cells[place] ?? 0), 0))
  const frame = frameOf(box, [0, ...sums], { right, zero: true })
  const sheet = sheetOf(
    words('period'),
    timeline.categories,
    order.map((index) => ({ name: spec.series[index]?.label ?? '', cells: columns[index] ?? [] })),
  )
  const layers = order.map((index, place) =>
    series(sheet, {
      column: place + 1,
      order: place,
      look: `<c:spPr>${fillOf(looks[index] as Look)}<a:ln w="6350">${solid('FFFFFF')}</a:ln></c:spPr>`,
    }),
  )
  const plot = `<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>${layers.join('')}${NO_LABELS}${AXIS_IDS}</c:areaChart>${axes(frame, { rows: false, hideNames: timeline.skip > 1, between: false, format: 'General' })}`
  const years = overYears(spec, frame, timeline, box.x + box.w, true)
  // an area has no label at its end: the names stand beside the last column as texts
  let level = 0
  const wishes = order.flatMap((index) => {
    const value = columns[index]?.[last]
    if (typeof value !== 'number') return []
    const middle = level + value / 2
    level += value
    return [{ item: index, wanted: frame.plot.y + frame.plot.h * (1 - (middle - frame.low) / (frame.high - frame.low)) }]
  })
  const over = (shapes: Shapes): void => {
    years(shapes)
    for (const { item, at } of nudge(wishes, 0.2, frame.plot.y + 0.05, frame.plot.y + frame.plot.h))
      shapes.text(
        'Label',
        { x: frame.plot.x + frame.plot.w + 0.12, y: at - 0.1, w: right - 0.12, h: 0.2 },
        [{ runs: [run(name(item), 11, looks[item]?.text ?? '14181F', true)] }],
        { anchor: 'ctr', wrap: false },
      )
  }
  return { frame, plot, sheet, over }
}
