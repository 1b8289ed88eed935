import { useTranslation } from 'react-i18next'
import type { DependenceReport } from '../../../electron/shared/analytics/dependence/index.ts'
import type { DependenceInput } from '../../../electron/shared/contract/schema/dependence.ts'
import type { ChartSeries } from '../../charts/core/types.ts'
import { NUMBER, PERCENT } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { type EvidenceRequest, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { channelMoves, shareUnit, smallCharts } from './prepare.ts'
import { usePartNames } from './words.tsx'

interface Props {
  readonly reports: readonly DependenceReport[]
  readonly inputs: readonly (readonly DependenceInput[])[]
  readonly baseYear: number
}

/** The channels that say most, each with its own small chart: both partners, ranges as bars. */
export function ChannelCards({ reports, inputs, baseYear }: Props) {
  const [report] = reports
  if (!report) return null
  return smallCharts(report).map((channel) => (
    <ChannelCard key={channel} channel={channel} reports={reports} inputs={inputs} baseYear={baseYear} />
  ))
}

function ChannelCard({ channel, reports, inputs, baseYear }: Props & { readonly channel: string }) {
  const { t } = useTranslation('dependence')
  const names = useNames()
  const formats = useFormats()
  const parts = usePartNames()
  const { open } = useEvidence()
  const [report] = reports
  if (!report) return null
  const spec = report.method.channels.find((one) => one.id === channel)
  const unit = shareUnit(spec?.goalposts ?? { min: 0, max: 1 })
  const factor = unit === 'share' ? 100 : 1
  const first = report.years[0]?.year ?? 1995
  const series = reports.flatMap((one, at): ChartSeries<EvidenceRequest>[] => {
    const figures = inputs[at]?.find((input) => input.channel === channel)?.figures ?? []
    const own = figures.filter((figure) => figure.year >= first)
    const ranged = own.some((figure) => figure.high - figure.low > 0.005)
    if (own.length === 0) return []
    return [
      {
        id: one.on,
        label: names.area(one.on),
        partner: one.on,
        role: ranged ? 'ranges' : own.length < 4 ? 'dots' : 'main',
        points: own.map((figure) => ({
          period: String(figure.year),
          value: ranged ? null : figure.low * factor,
          ...(ranged ? { low: figure.low * factor, high: figure.high * factor } : {}),
          source: names.source(figure.source),
          ref: {
            cells: figure.cells,
            figure: ranged ? formats.range(figure.low * factor, figure.high * factor) : formats.number(figure.low * factor),
            sentence: `${parts.channel(channel)}, ${names.area(one.on)}, ${formats.period(figure.period)}`,
          },
        })),
      },
    ]
  })
  const move = channelMoves(report).find((one) => one.channel === channel)
  const word = move === undefined || move.movement === 'none' ? 'none' : move.movement
  const title = t(`small.${word}`, { channel: parts.channel(channel) })
  const years = [...new Set(series.flatMap((one) => one.points.map((point) => point.period)))].sort().reverse()
  return (
    <FigureCard
      id={`dependence.channel.${channel}`}
      title={title}
      subtitle={parts.channel(`${channel}-measure`)}
      twin={{
        columns: [
          { id: 'year', label: t('table.year'), kind: 'period' },
          ...series.map((one) => ({ id: one.id, label: one.label, kind: 'text' as const })),
        ],
        rows: years.map((year) => ({
          id: year,
          cells: [year, ...series.map((one) => one.points.find((point) => point.period === year)?.ref?.figure ?? null)],
        })),
      }}
    >
      <LineChart
        name={title}
        height="fill"
        unit={unit === 'share' ? PERCENT : NUMBER}
        zero
        series={series}
        baseYear={baseYear}
        onPoint={open}
      />
    </FigureCard>
  )
}
