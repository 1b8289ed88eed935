// Net inflow of the balance of payments with the gross inflow beside it.

import { WORLD } from '../../../electron/shared/domain/observation.ts'
import type { ChartSeries } from '../../charts/core/types.ts'
import { MILLIONS_PER_BILLION } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { worded } from '../../language/wording.ts'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { InvestmentCardProps } from './cardProps.ts'
import { statementsOf, yearSums } from './prepare.ts'
import { bare } from './words.ts'

/** Gross against net: the two are never one line. */
export function NationalCard({ value, words }: InvestmentCardProps) {
  const { t, formats } = words
  const openMark = useMarkEvidence()
  const net = yearSums(value.national.find((line) => line.indicator === 'fdi.inflow_net_usd_m' && line.partner === WORLD))
  const gross = statementsOf(value.gross, ['fdi.inflow_gross_usd_m']).find(({ partner }) => partner === WORLD)?.readings ?? []
  if (net.length < 2) return null
  const both = gross
    .filter(({ period }) => net.some(({ year }) => String(year) === period))
    .toSorted((a, b) => b.value - a.value)[0]
  const same = both ? net.find(({ year }) => year === both.year) : undefined
  const title =
    both && same
      ? t('national.titleBoth', {
          year: both.year,
          gross: formats.number(both.value / MILLIONS_PER_BILLION, 1),
          net: formats.number(same.value / MILLIONS_PER_BILLION, 1),
        })
      : t('national.title')
  const series: readonly ChartSeries<readonly CellRef[]>[] = [
    {
      id: 'net',
      label: t('national.net'),
      points: net.map(({ year, value: sum, cells }) => ({
        period: String(year),
        value: sum / MILLIONS_PER_BILLION,
        source: words.names.source(cells[0]?.source ?? ''),
        ref: cells,
      })),
    },
    {
      id: 'gross',
      label: t('national.gross'),
      role: 'dots',
      points: gross
        .filter(({ period }) => /^\d{4}$/.test(period))
        .map((reading) => ({
          period: reading.period,
          value: reading.value / MILLIONS_PER_BILLION,
          source: words.names.source(reading.cell.source),
          note: worded(formats.language, reading.note),
          ref: [reading.cell],
        })),
    },
  ]
  return (
    <FigureCard
      id="investment.national"
      title={title}
      subtitle={t('national.subtitle')}
      source={t('national.source')}
      twin={{
        columns: [
          { id: 'year', label: t('column.year'), kind: 'period' },
          { id: 'net', label: t('national.net'), kind: 'number' },
          { id: 'gross', label: t('national.gross'), kind: 'number' },
        ],
        rows: net.toReversed().map(({ year, value: sum, cells }) => {
          const statement = gross.find(({ period }) => period === String(year))
          return {
            id: String(year),
            cells: [String(year), sum / MILLIONS_PER_BILLION, statement ? statement.value / MILLIONS_PER_BILLION : null],
            refs: [null, cells[0], statement?.cell],
          }
        }),
      }}
    >
      <LineChart<readonly CellRef[]>
        name={title}
        summary={t('national.subtitle')}
        height="fill"
        unit={bare(1)}
        zero
        series={series}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}
