import type { FigureSpec } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { Formats } from '../../../../electron/shared/domain/formats.ts'
import type { Words } from '../../words.ts'
import { axes, NO_LABELS, series, stroke } from '../chartXml.ts'
import { type Box, solid } from '../shapes.ts'
import { bars, INVERT, rowBox, rowsLeft, shaped } from './barParts.ts'
import { everyValue, frameOf, type NativeChart, sheetOf } from './frame.ts'
import { fillOf, type Look, looksOf } from './look.ts'

/** Low to high as floating bars; their numbers stand with the name of each. A single reading is a thin mark. */
export function rangeChart(spec: FigureSpec, whole: Box, formats: Formats, words: Words): NativeChart {
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
