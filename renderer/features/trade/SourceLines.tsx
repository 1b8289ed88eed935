import { useTranslation } from 'react-i18next'
import type { TradeAnswer } from '../../../electron/shared/contract/schema/trade.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { type CellRef, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { useView } from '../../ui/view/useView.ts'
import { linesOf, widestGap } from './prepare.ts'
import classes from './trade.module.css'

const USD_M = { code: 'USD_M', short: { en: '', ru: '', kk: '' }, decimals: 0 } as const

/** Every source on one flow with one partner, and what the partner itself reports: the distance between them is a finding. */
export function SourceLines({
  answer,
  partner,
  flow,
}: {
  readonly answer: TradeAnswer
  readonly partner: string
  readonly flow: 'exports' | 'imports'
}) {
  const { t } = useTranslation('trade')
  const names = useNames()
  const formats = useFormats()
  const { open } = useEvidence()
  const { reporter } = useView()
  const lines = linesOf(answer, partner, flow)
  const name = names.areaIn(partner, 'nominative')
  const gap = widestGap(lines)
  const title =
    gap === null
      ? t('sources.title', { partner: name })
      : t('sources.titleGap', { partner: name, gap: formats.compact(gap.gap * 1e6), year: gap.year })
  const label = (line: (typeof lines)[number]): string =>
    line.mirror ? t('sources.mirror', { source: names.source(line.source), partner: name }) : names.source(line.source)
  const years = [...new Set(lines.flatMap((line) => line.years))].sort((a, b) => b - a)
  return (
    <FigureCard
      id={`trade.sources.${flow}`}
      title={title}
      subtitle={t('sources.subtitle', { flow: `${names.area(reporter)}, ${t(`flowName.${flow}`)}` })}
      source={t('asReported')}
      twin={{
        columns: [
          { id: 'year', label: '', kind: 'period' },
          ...lines.map((line) => ({
            id: `${line.source} ${line.mirror}`,
            label: label(line),
            kind: 'number' as const,
            decimals: 0,
          })),
        ],
        rows: years.map((year) => ({
          id: String(year),
          cells: [String(year), ...lines.map((line) => line.values[line.years.indexOf(year)] ?? null)],
        })),
      }}
    >
      {lines.length === 0 ? (
        <p className={classes.nothing}>{t('sources.empty', { partner: name })}</p>
      ) : (
        <LineChart
          name={title}
          height={200}
          unit={USD_M}
          zero
          series={lines.map((line, i) => ({
            id: `${line.source} ${line.mirror}`,
            label: line.mirror ? t('sources.mirrorShort', { source: names.source(line.source) }) : names.source(line.source),
            role: i === 0 ? ('main' as const) : ('second' as const),
            ...(i === 0 ? { partner } : {}),
            points: line.years.map((year, k) => ({
              period: String(year),
              value: line.values[k] ?? null,
              source: label(line),
              ref: {
                indicator: line.indicator,
                reporter: line.reporter,
                partner: line.mirror ? reporter : partner,
                period: String(year),
                source: line.source,
                value: line.values[k] ?? 0,
              },
            })),
          }))}
          onPoint={({ value, ...cell }: CellRef & { readonly value: number }) =>
            open({ cells: [cell], figure: formats.number(value, 0), sentence: `${title}, ${cell.period}` })
          }
        />
      )}
    </FigureCard>
  )
}
