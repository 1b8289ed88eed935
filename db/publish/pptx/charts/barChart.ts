import type { FigureSpec } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { Formats } from '../../../../electron/shared/domain/formats.ts'
import type { Words } from '../../words.ts'
import { axes, NO_LABELS, series, stroke, valueLabels } from '../chartXml.ts'
import { type Box, type Shapes, solid } from '../shapes.ts'
import { bars, INVERT, rowBox, rowsLeft, shaped } from './barParts.ts'
import { column, everyValue, frameOf, type NativeChart, numberFormat, run, sheetOf, timelineOf } from './frame.ts'
import { fillOf, type Look, looksOf } from './look.ts'
import { drawYears } from './overYears.ts'

/** Bars from zero: columns over years, rows where the periods are no years. */
export function barChart(spec: FigureSpec, whole: Box, formats: Formats, words: Words): NativeChart {
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

/** Base hollow, latest filled, a pair of bars per measure. */
export function thenNowChart(spec: FigureSpec, whole: Box, formats: Formats, words: Words): NativeChart {
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
