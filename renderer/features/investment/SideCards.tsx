// Sectors, statements on gross inflow, debt, and Chinese official finance: what stands beside stock and flow, never joined to them.
import type { Investment } from '../../../electron/shared/contract/schema/investment.ts'
import type { Reading } from '../../../electron/shared/contract/schema/readings.ts'
import { BarChart } from '../../charts/BarChart.tsx'
import { periodPosition } from '../../charts/core/periods.ts'
import type { ChartPoint, ChartSeries } from '../../charts/core/types.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { worded } from '../../language/wording.ts'
import { type CellRef, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import { useView } from '../../ui/view/useView.ts'
import classes from './investment.module.css'
import {
  conduits,
  intercompanyShare,
  lastYear,
  type PartnerStatements,
  sectorCell,
  sectorsOf,
  shareOf,
  statementsOf,
  WORLD,
  yearSums,
} from './prepare.ts'
import { bare, readingLines, readingText, sectionName, unitName, type Words } from './words.ts'

interface Props {
  readonly value: Investment
  readonly words: Words
}

/** Why the Netherlands stand first: only where such addresses are on record. */
export function ImmediateCard({ value, words }: Props) {
  const { t, names, formats } = words
  const { reporter } = useView()
  const block = value.stock
  if (!block) return null
  const year = lastYear(block)
  const found = conduits.flatMap((code) => {
    const share = shareOf(block, code, year)
    return share === null ? [] : [{ code, share }]
  })
  const most = found.filter(({ share }) => share >= 1)
  if (most.length === 0) return null
  return (
    <Card title={t('immediate.title')}>
      <p className={classes.text}>
        {t('immediate.text', {
          reporter: names.areaIn(reporter, 'nominative'),
          countries: formats.list(most.map(({ code }) => names.area(code))),
          value: formats.percent(most.reduce((sum, one) => sum + one.share, 0)),
          year,
        })}
      </p>
    </Card>
  )
}

export function SectorsCard({ value, words, measure }: Props & { readonly measure: 'stock' | 'flow' }) {
  const { t } = words
  const { open } = useEvidence()
  const { reporter } = useView()
  const block = measure === 'flow' ? value.sectorFlow : value.sectorStock
  if (!block) return null
  const year = lastYear(block)
  const title = measure === 'flow' ? t('sectors.flow', { year }) : t('sectors.stock')
  const rows = sectorsOf(block)
  return (
    <FigureCard
      id={`investment.sectors.${measure}`}
      title={title}
      subtitle={t('sectors.subtitle', { unit: unitName(words, block.unit), year })}
      source={t('sectors.source')}
      twin={{
        columns: [
          { id: 'sector', label: t('column.sector'), kind: 'text' },
          ...block.years.map((one) => ({ id: String(one), label: String(one), kind: 'number' as const, decimals: 0 })),
        ],
        rows: rows.map(({ key }) => ({
          id: key,
          cells: [
            sectionName(words, key),
            ...block.years.map((one) => block.rows.find((row) => row.key === key)?.values[block.years.indexOf(one)] ?? null),
          ],
          refs: [null, ...block.years.map((one) => sectorCell(block, reporter, key, one))],
        })),
      }}
    >
      <BarChart<CellRef>
        name={title}
        summary={rows
          .slice(0, 3)
          .map(({ key, value: amount }) => `${sectionName(words, key)}: ${words.formats.number(amount, 0)}`)
          .join('; ')}
        direction="lying"
        values
        unit={bare(0)}
        bars={rows.slice(0, 10).map(({ key, value: amount }, index) => ({
          id: key,
          label: sectionName(words, key),
          value: amount,
          strong: index === 0,
          lines: [words.names.source(block.rows.find((row) => row.key === key)?.source ?? '')],
          ref: sectorCell(block, reporter, key, year),
        }))}
        onPoint={(cell) => open({ cells: [cell], figure: '', sentence: title })}
      />
    </FigureCard>
  )
}

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
  const { open } = useEvidence()
  if (statements.length === 0) return null
  const largest = Math.max(...statements.flatMap(({ readings }) => readings.map(({ value }) => value * factor)))
  const step = largest > 100 ? 50 : largest > 40 ? 20 : largest > 20 ? 10 : largest > 8 ? 5 : largest > 3 ? 2 : 1
  const top = Math.ceil(largest / step) * step
  const year = (reading: Reading): string => (/^\d{4}$/.test(reading.period) ? reading.period : `${reading.period.slice(0, 4)}*`)
  return (
    <FigureCard
      id={id}
      title={title}
      subtitle={subtitle}
      source={source}
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
        onPoint={(cell) => open({ cells: [cell], figure: '', sentence: title })}
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

export function GrossCard({ value, words }: Props) {
  const { t } = words
  return (
    <StatementsCard
      id="investment.gross"
      title={t('gross.title')}
      subtitle={t('gross.subtitle')}
      source={t('gross.source')}
      statements={statementsOf(value.gross, ['fdi.inflow_gross_usd_m'])}
      factor={0.001}
      decimals={1}
      words={words}
    />
  )
}

export function CumulativeCard({ value, words }: Props) {
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
      factor={0.001}
      decimals={1}
      words={words}
    />
  )
}

export function SharesCard({ value, words }: Props) {
  const { t } = words
  return (
    <StatementsCard
      id="investment.shares"
      title={t('shares.title')}
      subtitle={t('shares.subtitle')}
      source={t('shares.source')}
      statements={statementsOf(value.shares, [...new Set(value.shares.map((line) => line.indicator))])}
      factor={1}
      decimals={1}
      suffix="%"
      words={words}
    />
  )
}

/** Gross against net: the two are never one line. */
export function NationalCard({ value, words }: Props) {
  const { t, formats } = words
  const { open } = useEvidence()
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
          gross: formats.number(both.value / 1000, 1),
          net: formats.number(same.value / 1000, 1),
        })
      : t('national.title')
  const series: readonly ChartSeries<readonly CellRef[]>[] = [
    {
      id: 'net',
      label: t('national.net'),
      points: net.map(({ year, value: sum, cells }) => ({
        period: String(year),
        value: sum / 1000,
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
          value: reading.value / 1000,
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
            cells: [String(year), sum / 1000, statement ? statement.value / 1000 : null],
            refs: [null, cells[0], statement?.cell],
          }
        }),
      }}
    >
      <LineChart<readonly CellRef[]>
        name={title}
        summary={t('national.subtitle')}
        height={230}
        unit={bare(1)}
        zero
        series={series}
        onPoint={(cells) => open({ cells, figure: '', sentence: title })}
      />
    </FigureCard>
  )
}

const debtLines = [
  ['debt.external_usd_m', 'debt.total', 'main'],
  ['debt.external_ex_intercompany_usd_m', 'debt.ex', 'main'],
  ['debt.external_general_government_usd_m', 'debt.government', 'second'],
] as const

export function DebtCard({ value, words }: Props) {
  const { t, formats } = words
  const { open } = useEvidence()
  const toPoint = (reading: Reading): ChartPoint<CellRef> => ({
    period: reading.period,
    value: reading.value / 1000,
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
  const periods = [...new Set(series.flatMap((one) => one.points.map(({ period }) => period)))].sort(
    (a, b) => periodPosition(b) - periodPosition(a),
  )
  return (
    <FigureCard
      id="investment.debt"
      title={title}
      subtitle={t('debt.subtitle')}
      source={t('debt.source')}
      twin={{
        columns: [
          { id: 'period', label: t('column.period'), kind: 'period' },
          ...series.map((one) => ({ id: one.id, label: one.label, kind: 'number' as const })),
        ],
        rows: periods.map((period) => {
          const found = series.map((one) => one.points.find((point) => point.period === period))
          return {
            id: period,
            cells: [period, ...found.map((point) => point?.value ?? null)],
            refs: [null, ...found.map((point) => point?.ref)],
          }
        }),
      }}
    >
      <LineChart<CellRef>
        name={title}
        summary={t('debt.subtitle')}
        height={230}
        unit={bare(1)}
        zero
        joins={[{ period: '2015-Q1', breaksLine: true }]}
        series={series}
        onPoint={(cell) => open({ cells: [cell], figure: '', sentence: title })}
      />
    </FigureCard>
  )
}

export function CreditorsCard({ value, words }: Props) {
  const { t, names, formats } = words
  const { open } = useEvidence()
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
        onPoint={(cell) => open({ cells: [cell], figure: '', sentence: title })}
      />
    </FigureCard>
  )
}

export function ChineseCard({ value, words }: Props) {
  const { t, names, formats } = words
  const { open } = useEvidence()
  const { reporter } = useView()
  const newest = (indicator: string) =>
    value.chinese
      .filter((line) => line.indicator === indicator)
      .flatMap((line) => {
        const reading = line.readings.at(-1)
        return reading ? [{ reporter: line.reporter, reading }] : []
      })
      .sort((a, b) => b.reading.value - a.reading.value)
  const rows = newest('gcdf.china_commitments_total_usd_m')
  const cgit = newest('cgit.china_total_usd_m').map(
    (row) => `${names.area(row.reporter)} ${formats.number(row.reading.value / 1000, 1)}`,
  )
  if (rows.length === 0) return null
  const title = t('chinese.title')
  return (
    <FigureCard
      id="investment.chinese"
      title={title}
      subtitle={t('chinese.subtitle')}
      source={cgit.length > 0 ? t('chinese.source', { cgit: cgit.join(', ') }) : t('chinese.sourcePlain')}
      twin={{
        columns: [
          { id: 'country', label: t('column.country'), kind: 'text' },
          { id: 'value', label: t('column.value'), kind: 'number', decimals: 1 },
        ],
        rows: rows.map((row) => ({
          id: row.reporter,
          cells: [names.area(row.reporter), row.reading.value / 1000],
          refs: [null, row.reading.cell],
        })),
      }}
    >
      <BarChart<CellRef>
        name={title}
        summary={t('chinese.subtitle')}
        direction="lying"
        values
        unit={bare(1)}
        bars={rows.map((row) => ({
          id: row.reporter,
          label: names.area(row.reporter),
          value: row.reading.value / 1000,
          strong: row.reporter === reporter,
          lines: readingLines(words, row.reading, 0.001, 1),
          ref: row.reading.cell,
        }))}
        onPoint={(cell) => open({ cells: [cell], figure: '', sentence: title })}
      />
    </FigureCard>
  )
}
