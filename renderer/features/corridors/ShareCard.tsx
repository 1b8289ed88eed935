// Per cent of oil exports that crosses a country.
import { longestGap, ticksOf } from '../../../electron/shared/findings/corridors.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { PERCENT } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { useView } from '../../ui/view/useView.ts'
import type { CorridorsCardProps } from './cardProps.ts'

/** Per cent of oil exports that crosses a country, a capsule per year. */
export function ShareCard({ value, words, partner }: CorridorsCardProps & { readonly partner: string }) {
  const { t, names, formats } = words
  const openMark = useMarkEvidence()
  const { baseYear } = useView()
  const points = value.oil.crossing.find((one) => one.partner === partner)?.points ?? []
  if (points.length === 0) return null
  const title = t('share.title', areaWords(names, 'partner', partner))
  const gap = longestGap(ticksOf(value))
  return (
    <FigureCard
      id="corridors.share"
      title={title}
      subtitle={t('share.subtitle')}
      source={t('share.source')}
      twin={{
        columns: [
          { id: 'period', label: t('column.period'), kind: 'period' },
          { id: 'low', label: t('column.low'), kind: 'number' },
          { id: 'high', label: t('column.high'), kind: 'number' },
        ],
        rows: points.map((point) => ({
          id: point.period,
          cells: [point.period, point.low, point.high],
          refs: [null, point.cells[0], point.cells[0]],
        })),
      }}
    >
      <LineChart<readonly CellRef[]>
        name={title}
        summary={points
          .map((point) => `${formats.period(point.period)}: ${formats.percentRange(point.low, point.high)}`)
          .join('; ')}
        height={210}
        unit={{ ...PERCENT, decimals: 0 }}
        zero
        top={100}
        baseYear={baseYear}
        {...(gap ? { gaps: [{ from: String(gap.from), to: String(gap.to), reason: t('share.gap') }] } : {})}
        onPoint={openMark(title)}
        series={[
          {
            id: partner,
            label: names.area(partner),
            partner,
            role: 'ranges',
            points: points.map((point) => ({
              period: String(point.year),
              value: point.value,
              low: point.low,
              high: point.high,
              source: point.sources.join(', '),
              note: point.period === String(point.year) ? '' : formats.period(point.period),
              ref: point.cells,
            })),
          },
        ]}
      />
    </FigureCard>
  )
}
