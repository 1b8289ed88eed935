// What governments and banks stated of gross inflows, their sums and their shares: single readings, beside the statistics and never joined to them.

import type { Reading } from '../../../electron/shared/contract/schema/readings.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { MILLIONS_PER_BILLION } from '../../charts/core/values.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { worded } from '../../language/wording.ts'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { InvestmentCardProps } from './cardProps.ts'
import { type PartnerStatements, statementsOf } from './prepare.ts'
import { readingLines, readingText, type Words } from './words.ts'

interface StatementsProps {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly statements: readonly PartnerStatements[]
  /** what one unit of the axis is in units of the figures */
  readonly factor: number
  readonly decimals: number
  readonly suffix?: string
  readonly words: Words
}

/** Single statements on rows of their own: dots, never a line, earlier years hollow. */
function StatementsCard({ id, title, subtitle, source, statements, factor, decimals, suffix = '', words }: StatementsProps) {
  const { t, names, formats } = words
  const openMark = useMarkEvidence()
  if (statements.length === 0) return null
  const largest = Math.max(...statements.flatMap(({ readings }) => readings.map(({ value }) => value * factor)))
  const step = largest > 100 ? 50 : largest > 40 ? 20 : largest > 20 ? 10 : largest > 8 ? 5 : largest > 3 ? 2 : 1
  const top = Math.ceil(largest / step) * step
  const wholeYear = ({ period }: Reading): boolean => /^\d{4}$/.test(period)
  const year = (reading: Reading): string => (wholeYear(reading) ? reading.period : `${reading.period.slice(0, 4)}*`)
  const starred = statements.some(({ readings }) => !readings.every(wholeYear))
  return (
    <FigureCard
      id={id}
      title={title}
      subtitle={subtitle}
      source={starred ? `${source} ${t('column.partOfYear')}` : source}
      twin={{
        columns: [
          { id: 'partner', label: t('column.partner'), kind: 'text' },
          { id: 'period', label: t('column.period'), kind: 'period' },
          { id: 'value', label: t('column.value'), kind: 'number', decimals },
          { id: 'note', label: t('column.note'), kind: 'text' },
        ],
        rows: statements.flatMap(({ partner, readings }) =>
          readings.map((reading) => ({
            id: `${partner} ${reading.cell.indicator} ${reading.period}`,
            cells: [names.area(partner), reading.period, reading.value * factor, worded(formats.language, reading.note)],
            refs: [null, null, reading.cell],
          })),
        ),
      }}
    >
      <RowsChart<CellRef>
        name={title}
        summary={subtitle}
        fill
        onPoint={openMark(title)}
        layout={{
          rowHeight: 36,
          labelWidth: 118,
          rows: statements.map(({ partner, readings }) => ({
            id: partner,
            label: names.area(partner),
            items: readings.map((reading, index) => ({
              key: `${reading.cell.indicator} ${reading.period}`,
              shape: 'dot' as const,
              from: reading.value * factor,
              to: reading.value * factor,
              ...(partner === WORLD ? {} : { partner }),
              hollow: index < readings.length - 1,
              openEnd: reading.bound === 'atLeast',
              label:
                index === readings.length - 1
                  ? `${readingText(words, reading, factor, decimals)}${suffix} · ${year(reading)}`
                  : year(reading),
              tip: {
                title: `${names.area(partner)}, ${formats.period(reading.period)}`,
                rows: [
                  { label: t('column.value'), value: `${readingText(words, reading, factor, decimals)}${suffix}`, active: true },
                ],
                lines: readingLines(words, reading, factor, decimals),
              },
              ref: reading.cell,
            })),
          })),
          axis: {
            domain: [0, top],
            ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step),
            format: (tick) => (tick === top ? `${tick}${suffix}` : String(tick)),
          },
        }}
      />
    </FigureCard>
  )
}

/** Statements of gross inflows in a period. */
export function GrossCard({ value, words }: InvestmentCardProps) {
  const { t } = words
  return (
    <StatementsCard
      id="investment.gross"
      title={t('gross.title')}
      subtitle={t('gross.subtitle')}
      source={t('gross.source')}
      statements={statementsOf(value.gross, ['fdi.inflow_gross_usd_m'])}
      factor={1 / MILLIONS_PER_BILLION}
      decimals={1}
      words={words}
    />
  )
}

/** Statements of inflows added up since a year. */
export function CumulativeCard({ value, words }: InvestmentCardProps) {
  const { t } = words
  return (
    <StatementsCard
      id="investment.cumulative"
      title={t('cumulative.title')}
      subtitle={t('cumulative.subtitle')}
      source={t('cumulative.source')}
      statements={statementsOf(value.cumulative, ['fdi.inflow_gross_cumulative_usd_m']).filter(
        ({ partner }) => partner !== WORLD,
      )}
      factor={1 / MILLIONS_PER_BILLION}
      decimals={1}
      words={words}
    />
  )
}

/** Shares in these mix loans and investment. */
const FIXED_CAPITAL = 'investment.foreign_fixed_capital'

/** Statements of a partner's share, in per cent. */
export function SharesCard({ value, words }: InvestmentCardProps) {
  const { t } = words
  const indicators = [...new Set(value.shares.map((line) => line.indicator))]
  return (
    <StatementsCard
      id="investment.shares"
      title={t('shares.title')}
      subtitle={t('shares.subtitle')}
      source={indicators.some((code) => code.startsWith(FIXED_CAPITAL)) ? t('shares.sourceMixed') : t('shares.source')}
      statements={statementsOf(value.shares, indicators)}
      factor={1}
      decimals={1}
      suffix="%"
      words={words}
    />
  )
}
