import type { CompareAnswer } from '../../../electron/shared/contract/schema/compare.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useCall } from '../../ui/data/client.tsx'
import type { Loadable } from '../../ui/loadable.ts'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import { isMeasure, type MeasureId, type Span } from './prepare.ts'

export interface CompareState {
  readonly answer: Loadable<CompareAnswer>
  readonly on: string
  readonly measure: MeasureId
  readonly setMeasure: (id: string) => void
  readonly span: Span
  readonly setSpan: (span: string) => void
  /** '' = the latest usable year */
  readonly to: string
  readonly setTo: (year: string) => void
  readonly other: string
  readonly setOther: (reporter: string) => void
}

/** The comparison of countries; measure, span, second year and second country are this screen's own parameters. */
export function useCompare(): CompareState {
  const { partners, asOf } = useView()
  const [measureText, setMeasure] = useViewParam('m', 'index')
  const [spanText, setSpan] = useViewParam('span', 'year')
  const [to, setTo] = useViewParam('to', '')
  const [other, setOther] = useViewParam('with', 'UZB')
  const on = partners[0] ?? 'RUS'
  return {
    answer: useCall('compare.get', { on, asOf }),
    on,
    measure: isMeasure(measureText) ? measureText : 'index',
    setMeasure,
    span: spanText === 'period' ? 'period' : 'year',
    setSpan,
    to,
    setTo,
    other,
    setOther,
  }
}

/** Values of a measure as text and as a chart's unit. */
export function useMeasureFormat(unit: string) {
  const formats = useFormats()
  const percent = unit === 'PCT'
  const decimals = unit === 'INDEX_0_1' ? 3 : unit === 'DISTANCE' ? 2 : 1
  const short = percent ? '%' : ''
  return {
    text: (value: number | null): string => (percent ? formats.percent(value) : formats.number(value, decimals)),
    unit: { code: percent ? 'PCT' : '', short: { en: short, ru: short, kk: short }, decimals },
    decimals,
  }
}
