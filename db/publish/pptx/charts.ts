// A figure as a native chart. Every number stands unrounded in the workbook of its chart; helper columns of a waterfall stand after it.
import type { FigureSpec } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import { formatsOf } from '../../../electron/shared/domain/formats.ts'
import type { Words } from '../words.ts'
import { areaChart } from './charts/areaChart.ts'
import { barChart, thenNowChart } from './charts/barChart.ts'
import type { NativeChart } from './charts/frame.ts'
import { lineChart } from './charts/lineChart.ts'
import { rangeChart } from './charts/rangeChart.ts'
import { waterfallChart } from './charts/waterfallChart.ts'
import type { Box, Language } from './shapes.ts'

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
