import type { BriefingDocument, FigureSpec } from '../../electron/shared/contract/schema/briefingDocument.ts'
import { formatsOf } from '../../electron/shared/domain/formats.ts'
import type { Words } from './words.ts'

type Table = NonNullable<BriefingDocument['slides'][number]['table']>

/** A figure as a table: a row per period (or measure of then-and-now), numbers as the language prints them, a dash where there is none. */
export function figureTable(spec: FigureSpec, language: BriefingDocument['language'], words: Words): Table {
  const formats = formatsOf(language)
  const cell = (index: number, place: number): string => {
    const one = spec.series[index]
    const [value, low, high] = [one?.values[place] ?? null, one?.low?.[place] ?? null, one?.high?.[place] ?? null]
    const { decimals } = spec.unit
    if (low !== null && high !== null) {
      const range = formats.range(low, high, decimals)
      return value === null ? range : `${formats.number(value, decimals)} (${range})`
    }
    if (low !== null) return words('moreThan', { value: formats.number(low, decimals) })
    return formats.number(value, decimals)
  }
  const head = (label: string, align: 'left' | 'right') => ({ label, align })
  if (spec.kind === 'then-now') {
    return {
      columns: [head(words('part'), 'left'), ...spec.periods.map((period) => head(formats.period(period), 'right'))],
      rows: spec.series.map((one, index) => [one.label, ...spec.periods.map((_, place) => cell(index, place))]),
    }
  }
  const timed = spec.kind !== 'waterfall' && spec.periods.every((period) => /^\d{4}/.test(period))
  return {
    columns: [head(timed ? words('period') : words('part'), 'left'), ...spec.series.map((one) => head(one.label, 'right'))],
    rows: spec.periods.map((period, place) => [
      timed ? formats.period(period) : period,
      ...spec.series.map((_, index) => cell(index, place)),
    ]),
  }
}
