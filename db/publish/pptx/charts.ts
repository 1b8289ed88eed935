// Longer than 300 lines: the kinds of native charts share one set of measures of their frame.
// Every number of a figure stands unrounded in the workbook of its chart; helper columns of a waterfall stand after it.
import { layerOrder } from '../../../electron/shared/briefing/draw/areas.ts'
import { type PartnerStyle, partnerStyles, UNALLOCATED } from '../../../electron/shared/briefing/palette.ts'
import { niceTicks, nudge, periodPosition } from '../../../electron/shared/briefing/scales.ts'
import { widthOf } from '../../../electron/shared/briefing/textWidth.ts'
import type { FigureSpec } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import { type Formats, formatsOf } from '../../../electron/shared/domain/formats.ts'
import type { Words } from '../words.ts'
import {
  AXIS_IDS,
  axes,
  type Frame,
  labels,
  NO_LABELS,
  NO_LINE,
  pointLabel,
  pointMarker,
  series,
  stroke,
  valueLabels,
} from './chartXml.ts'
import { type Box, type Language, type Shapes, solid } from './shapes.ts'
import type { Cell } from './workbook.ts'

export interface NativeChart {
  readonly frame: Frame
  /** the plot with its axes */
  readonly plot: string
  readonly sheet: readonly (readonly Cell[])[]
  /** what is written over the chart: base year, events, reasons of gaps */
  readonly over: (shapes: Shapes) => void
}

interface Look {
  readonly fill: string
  readonly text: string
  readonly dash: string | undefined
  readonly marker: string
  readonly width: number
  readonly hatched: boolean
}

/** px of a text to inches: texts of a chart are measured at 96 px to the inch */
const inches = (text: string, size: number, bold = false): number => widthOf(text, (size * 96) / 72, bold ? 650 : 400) / 96
const hex = (colour: string): string => colour.replace('#', '')

/** The nearest of Office's dashes. */
function dashOf(dash: string): string | undefined {
  const [on = 0, off = 0, , fourth] = dash.split(' ').map(Number)
  if (dash === '') return undefined
  if (fourth !== undefined) return on > 8 ? 'dashDot' : 'lgDashDot'
  if (on <= 2) return off > 3 ? 'sysDot' : 'sysDash'
  return on >= 12 ? 'lgDash' : 'dash'
}

function looksOf(spec: FigureSpec): readonly Look[] {
  const styles = partnerStyles(spec.series.flatMap(({ partner }) => (partner === null ? [] : [partner])))
  return spec.series.map(({ partner }): Look => {
    const style: PartnerStyle | undefined = partner === null ? undefined : styles.get(partner)
    if (!style) return { fill: '14181F', text: '14181F', dash: undefined, marker: 'circle', width: 2.25, hatched: false }
    return {
      fill: hex(style.light.fill),
      text: hex(style.light.text),
      dash: dashOf(style.dash),
      marker: style.marker,
      width: style.width < 1.5 ? 1.25 : 2.25,
      hatched: style.code === UNALLOCATED,
    }
  })
}

/** A fill; what no partner is named for is hatched. */
const fillOf = ({ fill, hatched }: Look): string =>
  hatched
    ? `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${fill}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`
    : solid(fill)

const numberFormat = (decimals: number, { language }: Formats): string =>
  `${LOCALES[language]}${decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`}`
/** The language of a number's marks, for programs that heed it in a format; others take the system's. */
const LOCALES: Readonly<Record<Language, string>> = { en: '', ru: '[$-419]', kk: '[$-43F]' }
const everyValue = (spec: FigureSpec): readonly number[] =>
  spec.series.flatMap((one) => [...one.values, ...(one.low ?? []), ...(one.high ?? [])]).filter((value) => value !== null)

function frameOf(
  box: Box,
  values: readonly number[],
  { left, right, top = 0.35, bottom = 0.3, zero }: { left?: number; right: number; top?: number; bottom?: number; zero: boolean },
): Frame {
  const all = values.length === 0 ? [0, 1] : values
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const ticks = zero && high > 99 && high < 101 && low >= 0 ? [0, 25, 50, 75, 100] : niceTicks(low, high, zero ? { zero } : {})
  const wide = left ?? Math.max(...ticks.map((tick) => inches(String(tick), 10))) + 0.14
  return {
    box,
    plot: { x: box.x + wide, y: box.y + top, w: box.w - wide - right, h: box.h - top - bottom },
    low: ticks[0] ?? 0,
    high: ticks.at(-1) ?? 1,
    step: (ticks[1] ?? 1) - (ticks[0] ?? 0),
  }
}

/** Periods with every year between the first and the last, so that years stand as far apart as they are; null where one is no year. */
function everyYear(periods: readonly string[]): readonly string[] | null {
  if (periods.length < 3 || !periods.every((period) => /^\d{4}$/.test(period))) return null
  const [first, last] = [Number(periods[0]), Number(periods.at(-1))]
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
}

interface Timeline {
  readonly categories: readonly string[]
  /** index of a category among the periods of the figure; -1 = a year without any figure */
  readonly places: readonly number[]
  readonly years: boolean
  readonly skip: number
}

function timelineOf(spec: FigureSpec, formats: Formats): Timeline {
  const years = everyYear(spec.periods)
  const categories = years ?? spec.periods.map((period) => formats.period(period))
  const places = (years ?? spec.periods).map((period) => spec.periods.indexOf(period))
  const most = years ? 8 : 12
  const steps = [1, 2, 5, 10, 20, 50]
  const exact = steps.find((step) => (categories.length - 1) % step === 0 && (categories.length - 1) / step < most)
  return { categories, places, years: years !== null, skip: exact ?? steps.find((step) => categories.length / step <= most) ?? 1 }
}

const column = (timeline: Timeline, values: readonly (number | null)[] | null | undefined): readonly Cell[] =>
  timeline.places.map((place) => values?.[place] ?? null)
/** A sheet from its first column and the others with their headings. */
const sheetOf = (
  head: string,
  categories: readonly string[],
  columns: readonly { readonly name: string; readonly cells: readonly Cell[] }[],
): readonly (readonly Cell[])[] => [
  [head, ...columns.map(({ name }) => name)],
  ...categories.map((category, row) => [category, ...columns.map(({ cells }) => cells[row] ?? null)]),
]

const GREY = '636C78'
const run = (text: string, size: number, colour: string, bold = false) => ({ text, size, colour, bold })

/** Every so many years below the axis: programs differ in how they thin out names, and some then show none. */
function drawYears(shapes: Shapes, { plot }: Frame, { categories, skip }: Timeline, between: boolean): void {
  if (skip <= 1) return
  const step = plot.w / Math.max(1, between ? categories.length : categories.length - 1)
  categories.forEach((category, index) => {
    if (index % skip !== 0) return
    const x = plot.x + step * (between ? index + 0.5 : index)
    shapes.text('Year', { x: x - 0.4, y: plot.y + plot.h + 0.06, w: 0.8, h: 0.2 }, [
      { runs: [run(category, 10, GREY)], align: 'ctr' },
    ])
  })
}

/** Base year, events and reasons of gaps over a plot of years. @param cover gaps are cut out of an area in white */
function overYears(spec: FigureSpec, frame: Frame, timeline: Timeline, edge: number, cover: boolean): (shapes: Shapes) => void {
  if (!timeline.years) return (shapes) => drawYears(shapes, frame, timeline, false)
  const { plot } = frame
  const [first, last] = [Number(timeline.categories[0]), Number(timeline.categories.at(-1))]
  const at = (position: number): number => plot.x + ((position - first) / Math.max(1, last - first)) * plot.w
  const within = (position: number): boolean => position >= first && position <= last
  return (shapes) => {
    drawYears(shapes, frame, timeline, false)
    for (const gap of spec.gaps) {
      const [from, to] =
        gap.from === gap.to
          ? [periodPosition(gap.from) - 1, periodPosition(gap.to) + 1]
          : [periodPosition(gap.from), periodPosition(gap.to)]
      if (!within((from + to) / 2)) continue
      const [x1, x2] = [Math.max(at(from), plot.x), Math.min(at(to), plot.x + plot.w)]
      const label = [{ runs: [run(gap.reason, 9, GREY)], align: 'l' as const }]
      if (cover) shapes.text('Gap', { x: x1, y: plot.y - 0.01, w: x2 - x1, h: plot.h }, [{ runs: [] }], { fill: 'FFFFFF' })
      // a text turned upwards is laid out along its own width and turned around its middle
      const wide = Math.min(plot.h - 0.1, inches(gap.reason, 9) * 1.1 + 0.1)
      const box = { x: (x1 + x2) / 2 - wide / 2, y: plot.y + plot.h - 0.06 - wide / 2 - 0.09, w: wide, h: 0.18 }
      shapes.text('Gap', box, label, { turned: 270, anchor: 'ctr' })
    }
    const events = spec.events
      .map((event) => ({ ...event, at: periodPosition(event.date) }))
      .filter((event) => within(event.at))
      .slice(0, 3)
    events.forEach((event, index) => {
      const x = at(event.at)
      shapes.line('Event', { x, y: plot.y - 0.06, w: 0, h: plot.h + 0.06 }, '8B94A0', 0.75)
      const next = events
        .map((other) => other.at)
        .filter((other) => other > event.at)
        .sort((a, b) => a - b)[0]
      const room = (next === undefined ? edge : at(next)) - x - 0.08
      const text = [{ runs: [run(event.label, 9, '454E5B')] }]
      if (inches(event.label, 9) <= room || next !== undefined)
        shapes.text(
          'Event',
          {
            x: x + 0.05,
            y: plot.y - 0.26 - (inches(event.label, 9) <= room ? 0 : 0.16 * (index % 2)),
            w: Math.max(room, 0.5),
            h: 0.2,
          },
          text,
          { anchor: 'ctr', wrap: false },
        )
      else
        shapes.text(
          'Event',
          { x: x - 3.05, y: plot.y - 0.26, w: 3, h: 0.2 },
          text.map((one) => ({ ...one, align: 'r' as const })),
          { anchor: 'ctr' },
        )
    })
    if (spec.baseYear !== null && within(spec.baseYear)) {
      const x = at(spec.baseYear)
      shapes.line('Base year', { x, y: plot.y - 0.12, w: 0, h: plot.h + 0.12 }, '14181F', 1.25, 'sysDash')
      const left = x - plot.x > 0.5
      shapes.text(
        'Base year',
        { x: left ? x - 0.66 : x + 0.06, y: plot.y - 0.26, w: 0.6, h: 0.2 },
        [{ runs: [run(String(spec.baseYear), 10, '14181F', true)], align: left ? 'r' : 'l' }],
        { anchor: 'ctr' },
      )
    }
  }
}

/** Least distance of two labels at the ends of lines, inches. */
const LABEL_GAP = 0.21

function lineChart(spec: FigureSpec, box: Box, formats: Formats, words: Words): NativeChart {
  const looks = looksOf(spec)
  const timeline = timelineOf(spec, formats)
  const ends = spec.series.map((one) => column(timeline, one.values).findLastIndex((value) => value !== null))
  const names = spec.series.map(
    (one, index) =>
      `${one.label} ${formats.number(Number(column(timeline, one.values)[ends[index] ?? 0] ?? 0), spec.unit.decimals)}`,
  )
  const right = Math.min(Math.max(...names.map((name) => inches(name, 12, true))) + 0.3, box.w * 0.34)
  const all = everyValue(spec)
  const frame = frameOf(box, all, {
    right,
    zero: all.length > 0 && Math.min(...all) >= 0 && Math.min(...all) < Math.max(...all) * 0.4,
  })
  const y = (value: number): number => frame.plot.y + frame.plot.h * (1 - (value - frame.low) / (frame.high - frame.low))
  const wishes = spec.series.flatMap((one, index) => {
    const last = column(timeline, one.values)[ends[index] ?? -1]
    return typeof last === 'number' ? [{ item: index, wanted: y(last) }] : []
  })
  const shift = new Map(
    nudge(wishes, LABEL_GAP, frame.plot.y, frame.plot.y + frame.plot.h).map(({ item, wanted, at }) => [
      item,
      (at - wanted) / box.h,
    ]),
  )
  const code = numberFormat(spec.unit.decimals, formats)
  const base = spec.baseYear === null ? -1 : timeline.categories.indexOf(String(spec.baseYear))
  const atBase = spec.series
    .map((one, index) => ({ index, value: base < 0 ? null : (column(timeline, one.values)[base] ?? null) }))
    .filter(({ value }) => value !== null)
  const highest = [...atBase].sort((a, b) => Number(b.value) - Number(a.value))[0]?.index
  const bands = spec.series.flatMap((one, index) =>
    one.low && one.high ? [{ index, low: one.low, high: one.high, label: one.label }] : [],
  )
  const sheet = sheetOf(words('period'), timeline.categories, [
    ...spec.series.map((one) => ({ name: one.label, cells: column(timeline, one.values) })),
    ...bands.flatMap(({ label, low, high }) => [
      { name: `${label}: min`, cells: column(timeline, low) },
      { name: `${label}: max`, cells: column(timeline, high) },
    ]),
  ])
  // beside the line of the base year, not across it
  const beside =
    (Math.max(0, ...atBase.map(({ value }) => inches(formats.number(Number(value), spec.unit.decimals), 12, true))) / 2 + 0.08) /
    box.w
  const main = spec.series.map((one, index) => {
    const look = looks[index] as Look
    const cells = column(timeline, one.values)
    const end = ends[index] ?? -1
    const called = base >= 0 && base !== end && cells[base] !== null && atBase.length <= 2
    const lonely = cells.flatMap((value, place) =>
      value !== null &&
      (cells[place - 1] ?? null) === null &&
      (cells[place + 1] ?? null) === null &&
      place !== end &&
      place !== base
        ? [place]
        : [],
    )
    const marked = [
      ...(base >= 0 && base !== end && cells[base] !== null ? [{ place: base, hollow: true }] : []),
      ...lonely.map((place) => ({ place, hollow: false })),
      ...(end >= 0 ? [{ place: end, hollow: false }] : []),
    ].sort((a, b) => a.place - b.place)
    const points = marked.map(({ place, hollow }) => pointMarker(place, look.marker, look.fill, hollow)).join('')
    const said =
      (called ? pointLabel(base, code, look.text, index === highest ? 't' : 'b', false, { right: beside }) : '') +
      (end >= 0 ? pointLabel(end, code, look.text, 'r', true, { down: shift.get(index) ?? 0 }) : '')
    return series(sheet, {
      column: index + 1,
      order: index,
      look: `<c:spPr>${stroke(look.fill, look.width, look.dash)}</c:spPr><c:marker><c:symbol val="none"/></c:marker>${points}${labels(said)}`,
      tail: '<c:smooth val="0"/>',
    })
  })
  const thin = bands.flatMap(({ index }, band) =>
    [0, 1].map((side) =>
      series(sheet, {
        column: spec.series.length + 1 + band * 2 + side,
        order: spec.series.length + band * 2 + side,
        look: `<c:spPr>${stroke(looks[index]?.fill ?? '14181F', 0.75, 'sysDot')}</c:spPr><c:marker><c:symbol val="none"/></c:marker>${NO_LABELS}`,
        tail: '<c:smooth val="0"/>',
      }),
    ),
  )
  const plot = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${[...main, ...thin].join('')}${NO_LABELS}<c:marker val="1"/>${AXIS_IDS}</c:lineChart>${axes(frame, { rows: false, hideNames: timeline.skip > 1, between: false, format: 'General' })}`
  return { frame, plot, sheet, over: overYears(spec, frame, timeline, box.x + box.w, false) }
}

function areaChart(spec: FigureSpec, box: Box, formats: Formats, words: Words): NativeChart {
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

const rowsLeft = (box: Box, names: readonly string[]): number =>
  Math.min(Math.max(...names.map((name) => inches(name, 11))) + 0.2, box.w * 0.4)
const bars = (
  content: string,
  { rows, grouping, gap, overlap }: { rows: boolean; grouping: string; gap: number; overlap: number },
): string =>
  `<c:barChart><c:barDir val="${rows ? 'bar' : 'col'}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${content}${NO_LABELS}<c:gapWidth val="${gap}"/><c:overlap val="${overlap}"/>${AXIS_IDS}</c:barChart>`
const INVERT = '<c:invertIfNegative val="0"/>'
const shaped = (fill: string, line = NO_LINE): string => `<c:spPr>${fill}${line}</c:spPr>${INVERT}`

/** The frame of rows keeps them together: at most so many inches each. */
const rowBox = (box: Box, count: number, most = 0.55): Box => ({ ...box, h: Math.min(box.h, count * most + 0.5) })

function barChart(spec: FigureSpec, whole: Box, formats: Formats, words: Words): NativeChart {
  const looks = looksOf(spec)
  const timeline = timelineOf(spec, formats)
  const rows = !timeline.years
  const box = rows ? rowBox(whole, timeline.categories.length * spec.series.length, 0.5) : whole
  const many = spec.series.length > 1
  const right = rows ? 0.7 : many ? 1.6 : 0.15
  const frame = frameOf(box, [0, ...everyValue(spec)], {
    ...(rows ? { left: rowsLeft(box, timeline.categories) } : {}),
    right,
    top: rows ? (many ? 0.35 : 0.1) : 0.35,
    zero: true,
  })
  const sheet = sheetOf(
    timeline.years ? words('period') : words('part'),
    timeline.categories,
    spec.series.map((one) => ({ name: one.label, cells: column(timeline, one.values) })),
  )
  const dense = !rows && timeline.categories.length * spec.series.length > 14
  const drawn = spec.series.map((_, index) =>
    series(sheet, {
      column: index + 1,
      order: index,
      look:
        shaped(fillOf(looks[index] as Look)) +
        (dense ? NO_LABELS : valueLabels(numberFormat(spec.unit.decimals, formats), '14181F', 'outEnd')),
    }),
  )
  const over = (shapes: Shapes): void => {
    if (!rows) drawYears(shapes, frame, timeline, true)
    if (!many) return
    spec.series.forEach((one, index) => {
      const y = rows ? box.y + 0.05 : frame.plot.y + index * 0.25
      const x = rows ? frame.plot.x + index * 1.8 : frame.plot.x + frame.plot.w + 0.15
      shapes.text('Label', { x, y, w: 1.7, h: 0.2 }, [{ runs: [run(one.label, 11, looks[index]?.text ?? '14181F', true)] }], {
        anchor: 'ctr',
      })
    })
  }
  const plot =
    bars(drawn.join(''), { rows, grouping: 'clustered', gap: 45, overlap: many ? -5 : 0 }) +
    axes(frame, { rows, hideNames: timeline.skip > 1, between: true, format: 'General', hideScale: rows })
  return { frame, plot, sheet, over }
}

/** @throws {RangeError} a step without a figure */
function waterfallChart(spec: FigureSpec, whole: Box, formats: Formats, words: Words): NativeChart {
  const look = looksOf(spec)[0] as Look
  const values = spec.series[0]?.values ?? []
  if (values.length < 2 || values.includes(null)) throw new RangeError('a waterfall needs every one of its steps')
  const numbers = values.map((value) => value ?? 0)
  const box = rowBox(whole, numbers.length)
  const rows: { base: number | null; up: number | null; down: number | null; below: number | null; end: number | null }[] = []
  let level = 0
  numbers.forEach((value, index) => {
    if (index === 0 || index === numbers.length - 1) {
      rows.push({ base: null, up: null, down: null, below: null, end: value })
      level = value
      return
    }
    const [low, high] = [Math.min(level, level + value), Math.max(level, level + value)]
    level += value
    const crossing = low < 0 && high > 0
    const size = crossing ? high : low >= 0 ? high - low : low - high
    rows.push({
      base: crossing ? null : low >= 0 ? low : high,
      up: value >= 0 ? size : null,
      down: value < 0 ? size : null,
      below: crossing ? low : null,
      end: null,
    })
  })
  const crossing = rows.some(({ below }) => below !== null)
  const label = (index: number): string => {
    const inside = index > 0 && index < numbers.length - 1
    const value = numbers[index] ?? 0
    return `${spec.periods[index] ?? ''}  ${inside ? formats.signed(value, spec.unit.decimals) : formats.number(value, spec.unit.decimals)}`
  }
  const categories = numbers.map((_, index) => label(index))
  const sheet = sheetOf(words('part'), categories, [
    { name: spec.series[0]?.label ?? '', cells: numbers },
    { name: '·', cells: rows.map(({ base }) => base) },
    { name: '+', cells: rows.map(({ up }) => up) },
    { name: '−', cells: rows.map(({ down }) => down) },
    { name: spec.unit.label, cells: rows.map(({ end }) => end) },
    ...(crossing ? [{ name: '· −', cells: rows.map(({ below }) => below) }] : []),
  ])
  const levels = rows.flatMap(({ base, up, down, end, below }) => [end ?? (base ?? 0) + (up ?? down ?? 0), below ?? 0])
  const frame = frameOf(box, [0, ...levels], { left: rowsLeft(box, categories), right: 0.3, top: 0.1, zero: true })
  const filled = shaped(solid(look.fill), stroke(look.fill, 1.25))
  // a fall is hollow: direction is never told by colour
  const hollow = shaped(solid('FFFFFF'), stroke(look.fill, 1.25))
  const shapes = [shaped('<a:noFill/>'), filled, hollow, shaped(solid('454E5B')), ...(crossing ? [hollow] : [])]
  const drawn = shapes.map((one, index) => series(sheet, { column: index + 2, order: index, look: one + NO_LABELS }))
  const plot =
    bars(drawn.join(''), { rows: true, grouping: 'stacked', gap: 55, overlap: 100 }) +
    axes(frame, { rows: true, between: true, format: 'General' })
  return { frame, plot, sheet, over: () => {} }
}

/** Base hollow, latest filled, a pair of bars per measure. */
function thenNowChart(spec: FigureSpec, whole: Box, formats: Formats, words: Words): NativeChart {
  const looks = looksOf(spec)
  const box = rowBox(whole, spec.series.length, 0.85)
  const names = spec.series.map(({ label }) => label)
  const frame = frameOf(box, [0, ...everyValue(spec)], { left: rowsLeft(box, names), right: 0.7, top: 0.3, zero: true })
  const sheet = sheetOf(
    words('part'),
    names,
    spec.periods.map((period, place) => ({
      name: formats.period(period),
      cells: spec.series.map((one) => one.values[place] ?? null),
    })),
  )
  const drawn = spec.periods.map((_, place) => {
    const points = looks.map(
      (look, index) =>
        `<c:dPt><c:idx val="${index}"/>${INVERT}<c:bubble3D val="0"/><c:spPr>${place === 0 ? solid('FFFFFF') : fillOf(look)}${stroke(look.fill, 1.25)}</c:spPr></c:dPt>`,
    )
    return series(sheet, {
      column: place + 1,
      order: place,
      look:
        shaped(place === 0 ? solid('FFFFFF') : solid('454E5B'), stroke('454E5B', 1.25)) +
        points.join('') +
        valueLabels(numberFormat(spec.unit.decimals, formats), place === 0 ? '636C78' : '14181F', 'outEnd'),
    })
  })
  const over = (shapes: Shapes): void => {
    const said = spec.periods.map((period, place) =>
      run(`${place === 0 ? '○' : '●'} ${formats.period(period)}     `, 10, '454E5B', place > 0),
    )
    shapes.text('Key', { x: frame.plot.x, y: box.y, w: 3, h: 0.22 }, [{ runs: said }], { anchor: 'ctr' })
  }
  const plot =
    bars(drawn.join(''), { rows: true, grouping: 'clustered', gap: 60, overlap: -5 }) +
    axes(frame, { rows: true, between: true, format: 'General', hideScale: true })
  return { frame, plot, sheet, over }
}

/** Low to high as floating bars; their numbers stand with the name of each. A single reading is a thin mark. */
function rangeChart(spec: FigureSpec, whole: Box, formats: Formats, words: Words): NativeChart {
  const looks = looksOf(spec)
  const entries = spec.series.flatMap((one, index) =>
    spec.periods.flatMap((period, place) => {
      const [value, low, high] = [one.values[place] ?? null, one.low?.[place] ?? null, one.high?.[place] ?? null]
      const from = low ?? value ?? high
      if (from === null) return []
      const to = low !== null && high !== null ? high : from
      const { decimals } = spec.unit
      const said =
        low !== null && high !== null
          ? formats.range(low, high, decimals)
          : low !== null
            ? words('moreThan', { value: formats.number(low, decimals) })
            : formats.number(from, decimals)
      const name =
        spec.series.length > 1 || spec.kind === 'then-now' ? `${one.label}, ${formats.period(period)}` : formats.period(period)
      return [{ index, name: `${name}  ${said}`, value, low, high, from, span: to - from }]
    }),
  )
  const box = rowBox(whole, entries.length)
  const names = entries.map(({ name }) => name)
  const frame = frameOf(box, [0, ...everyValue(spec)], { left: rowsLeft(box, names), right: 0.3, top: 0.1, zero: true })
  // a bar without a length is not drawn by every program: a single reading is a helper bar of this width around its place
  const thin = (frame.high - frame.low) * 0.008
  const sheet = sheetOf(words('part'), names, [
    { name: spec.unit.label, cells: entries.map(({ value }) => value) },
    { name: 'min', cells: entries.map(({ low }) => low) },
    { name: 'max', cells: entries.map(({ high }) => high) },
    { name: '·', cells: entries.map(({ from, span }) => (span === 0 ? Math.max(frame.low, from - thin / 2) : from)) },
    { name: '–', cells: entries.map(({ span }) => (span === 0 ? thin : span)) },
  ])
  const points = entries.map(({ index }, place) => {
    const look = looks[index] as Look
    return `<c:dPt><c:idx val="${place}"/>${INVERT}<c:bubble3D val="0"/><c:spPr>${fillOf(look)}${stroke(look.fill, 2.25)}</c:spPr></c:dPt>`
  })
  const drawn = [
    series(sheet, { column: 4, order: 0, look: shaped('<a:noFill/>') + NO_LABELS }),
    series(sheet, { column: 5, order: 1, look: shaped(solid('454E5B')) + points.join('') + NO_LABELS }),
  ]
  const plot =
    bars(drawn.join(''), { rows: true, grouping: 'stacked', gap: 90, overlap: 100 }) +
    axes(frame, { rows: true, between: true, format: 'General' })
  return { frame, plot, sheet, over: () => {} }
}

/**
 * A figure as a native chart that PowerPoint edits: its plot, its workbook, and what is written over it.
 *
 * @throws {RangeError} a waterfall with a missing step
 */
export function nativeChart(spec: FigureSpec, box: Box, language: Language, words: Words): NativeChart {
  const formats = formatsOf(language)
  const ranged = spec.series.some((one) => one.low?.some((low, place) => low !== null && low !== (one.high?.[place] ?? null)))
  if (spec.kind === 'line') return lineChart(spec, box, formats, words)
  if (spec.kind === 'stacked-area') return areaChart(spec, box, formats, words)
  if (spec.kind === 'waterfall') return waterfallChart(spec, box, formats, words)
  if (spec.kind === 'range' || (spec.kind === 'then-now' && ranged)) return rangeChart(spec, box, formats, words)
  return spec.kind === 'then-now' ? thenNowChart(spec, box, formats, words) : barChart(spec, box, formats, words)
}
