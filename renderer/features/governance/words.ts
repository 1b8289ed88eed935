import type { ScorePoint } from '../../../electron/shared/contract/schema/governance.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import type { ChartPoint } from '../../charts/core/types.ts'
import type { Formats } from '../../language/formats.ts'
import type { Say } from '../../language/useSay.ts'
import type { CellRef } from '../../ui/evidence/evidence.tsx'
import type { Twin } from '../../ui/figure/TwinTable.tsx'
import { intervalOf } from './prepare.ts'

export interface Words {
  readonly t: Say<'governance'>
  readonly formats: Formats
  readonly names: Names
}

/** A score with its band; a press figure without a standard error is hollow. */
export function scorePoint(
  { t, formats, names }: Words,
  point: ScorePoint,
  decimals: number,
  hollowWithoutError: boolean,
): ChartPoint<CellRef> {
  const { low, high } = intervalOf(point)
  const others = point.others.map((other) => `${formats.number(other.value, decimals)} (${names.source(other.source)})`)
  const notes = [
    low === null || high === null
      ? hollowWithoutError
        ? t('tip.noError')
        : ''
      : t('tip.interval', { range: formats.range(low, high, decimals) }),
    others.length > 0 ? t('tip.others', { values: others.join(', ') }) : '',
  ].filter((line) => line !== '')
  return {
    period: String(point.year),
    value: point.value,
    ...(low === null ? {} : { low, high }),
    ...(point.error === null && hollowWithoutError ? { kind: 'estimated' as const } : {}),
    source: names.source(point.cell.source),
    note: notes.join('; '),
    ref: point.cell,
  }
}

/** The table behind a chart of scores. */
export function scoreTwin({ t }: Words, points: readonly ScorePoint[], label: string, decimals: number): Twin {
  return {
    columns: [
      { id: 'year', label: t('column.year'), kind: 'period' },
      { id: 'score', label, kind: 'number', decimals },
      { id: 'error', label: t('column.error'), kind: 'number', decimals: 2 },
    ],
    rows: points.toReversed().map((point) => ({
      id: String(point.year),
      cells: [String(point.year), point.value, point.error],
      refs: [null, point.cell],
    })),
  }
}
