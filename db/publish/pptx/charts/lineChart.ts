import { nudge } from '../../../../electron/shared/briefing/scales.ts'
import type { FigureSpec } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { Formats } from '../../../../electron/shared/domain/formats.ts'
import type { Words } from '../../words.ts'
import { AXIS_IDS, axes, labels, NO_LABELS, pointLabel, pointMarker, series, stroke } from '../chartXml.ts'
import type { Box } from '../shapes.ts'
import { column, everyValue, frameOf, inches, type NativeChart, numberFormat, sheetOf, timelineOf } from './frame.ts'
import { type Look, looksOf } from './look.ts'
import { overYears } from './overYears.ts'

/** Least distance of two labels at the ends of lines, inches. */
const LABEL_GAP = 0.21

/** Lines over periods with a label at each end; bands are thin dotted lines. */
export function lineChart(spec: FigureSpec, box: Box, formats: Formats, words: Words): NativeChart {
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
