// External debt over the years, and who it is owed to.

import type { Reading } from '../../../electron/shared/contract/schema/readings.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { BarChart } from '../../charts/BarChart.tsx'
import { seriesTwin } from '../../charts/core/twin.ts'
import type { ChartPoint, ChartSeries } from '../../charts/core/types.ts'
import { MILLIONS_PER_BILLION } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { worded } from '../../language/wording.ts'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { InvestmentCardProps } from './cardProps.ts'
import { intercompanyShare } from './prepare.ts'
import { bare, readingLines } from './words.ts'

const debtLines = [
  ['debt.external_usd_m', 'debt.total', 'main'],
  ['debt.external_ex_intercompany_usd_m', 'debt.ex', 'main'],
  ['debt.external_general_government_usd_m', 'debt.government', 'second'],
] as const

/** External debt over the years in US$ billion. */
export function DebtCard({ value, words }: InvestmentCardProps) {
  const { t, formats } = words
  const openMark = useMarkEvidence()
  const toPoint = (reading: Reading): ChartPoint<CellRef> => ({
    period: reading.period,
    value: reading.value / MILLIONS_PER_BILLION,
    source: words.names.source(reading.cell.source),
    note: worded(formats.language, reading.note),
    ref: reading.cell,
  })
  const series = debtLines.flatMap(([indicator, key, role]): ChartSeries<CellRef>[] => {
    const line = value.debt.find((one) => one.indicator === indicator && one.partner === WORLD)
    return line ? [{ id: indicator, label: t(key), role, points: line.readings.map(toPoint) }] : []
  })
  const part = intercompanyShare(value.debt)
  if (series.length === 0) return null
  const title = part ? t('debt.title', { share: formats.percent(part.share, 0) }) : t('debt.titlePlain')
  return (
    <FigureCard
      id="investment.debt"
      title={title}
      subtitle={t('debt.subtitle')}
      source={t('debt.source')}
      twin={seriesTwin(series, { period: t('column.period') })}
    >
      <LineChart<CellRef>
        name={title}
        summary={t('debt.subtitle')}
        height={230}
        unit={bare(1)}
        zero
        joins={[{ period: '2015-Q1', breaksLine: true }]}
        series={series}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}

/** Whom external debt is owed to, by creditor, at the latest date that is known. */
export function CreditorsCard({ value, words }: InvestmentCardProps) {
  const { t, names, formats } = words
  const openMark = useMarkEvidence()
  const rows = value.debt
    .filter((line) => line.indicator === 'debt.external_usd_m' && line.partner !== WORLD)
    .flatMap((line) => {
      const reading = line.readings.at(-1)
      return reading ? [{ partner: line.partner, reading }] : []
    })
    .sort((a, b) => Number(a.partner === 'OTH') - Number(b.partner === 'OTH') || b.reading.value - a.reading.value)
  const [first] = rows
  if (!first) return null
  const title = t('creditors.title')
  return (
    <FigureCard
      id="investment.creditors"
      title={title}
      subtitle={t('creditors.subtitle', { period: formats.period(first.reading.period) })}
      source={t('creditors.source')}
      twin={{
        columns: [
          { id: 'partner', label: t('column.partner'), kind: 'text' },
          { id: 'value', label: t('column.value'), kind: 'number', decimals: 0 },
        ],
        rows: rows.map(({ partner, reading }) => ({
          id: partner,
          cells: [names.area(partner), reading.value],
          refs: [null, reading.cell],
        })),
      }}
    >
      <BarChart<CellRef>
        name={title}
        direction="lying"
        values
        unit={bare(0)}
        bars={rows.map(({ partner, reading }) => ({
          id: partner,
          label: names.area(partner),
          value: reading.value,
          partner,
          lines: readingLines(words, reading, 1, 0),
          ref: reading.cell,
        }))}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}
