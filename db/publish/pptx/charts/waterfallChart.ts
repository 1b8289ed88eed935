import type { FigureSpec } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { Formats } from '../../../../electron/shared/domain/formats.ts'
import type { Words } from '../../words.ts'
import { axes, NO_LABELS, series, stroke } from '../chartXml.ts'
import { type Box, solid } from '../shapes.ts'
import { bars, rowBox, rowsLeft, shaped } from './barParts.ts'
import { frameOf, type NativeChart, sheetOf } from './frame.ts'
import { type Look, looksOf } from './look.ts'

/** @throws {RangeError} a step without a figure */
export function waterfallChart(spec: FigureSpec, whole: Box, formats: Formats, words: Words): NativeChart {
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
