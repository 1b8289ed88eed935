import { useTranslation } from 'react-i18next'
import type { CompareAnswer, CompareMeasure } from '../../../electron/shared/contract/schema/compare.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { niceTicks } from '../../charts/core/geometry.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { type EvidenceRequest, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { type Ranking, rankingOf, type Span } from './prepare.ts'
import { useMeasureFormat } from './useCompare.ts'

interface Props {
  readonly answer: CompareAnswer
  readonly measure: CompareMeasure
  readonly reporter: string
  readonly year: number
  readonly span: Span
}

/** Cells behind a reading: of the year's cell where the measure has one, else nothing (it rests on many). */
function evidenceOf(
  answer: CompareAnswer,
  measure: CompareMeasure,
  row: Ranking['rows'][number],
  figure: string,
  sentence: string,
): EvidenceRequest | null {
  if (measure.indicator === null) return null
  const source = row.source.includes('+') ? '' : row.source
  const isShare = measure.unit === 'PCT' && measure.indicator.startsWith('trade.')
  const partners = isShare ? [answer.on, WORLD] : [answer.on]
  return {
    cells: row.years.flatMap((year) =>
      partners.map((partner) => ({
        indicator: measure.indicator ?? '',
        reporter: row.reporter,
        partner,
        period: String(year),
        source,
      })),
    ),
    figure,
    sentence,
  }
}

/** Countries by one measure in one year, highest first, with what is uncertain about each; the median drawn. */
export function RankingCard({ answer, measure, reporter, year, span }: Props) {
  const { t } = useTranslation('compare')
  const names = useNames()
  const formats = useFormats()
  const { open } = useEvidence()
  const { text, decimals } = useMeasureFormat(measure.unit)
  const { rows, median, missing } = rankingOf(measure, answer.reporters, year, span)
  const when = span === 'year' ? String(year) : formats.years(year - 4, year)
  const ticks = niceTicks(Math.min(0, ...rows.map((row) => row.low)), Math.max(1e-6, ...rows.map((row) => row.high)), {
    zero: true,
  })
  const name = t(`measure.${measure.id}`)
  const [top] = rows
  const title = top
    ? t('ranking.titleFirst', { country: names.areaIn(top.reporter, 'nominative'), value: text(top.value) })
    : t('ranking.title', { measure: name, year: when })
  const banded = rows.some((row) => row.high - row.low > 1e-9)
  return (
    <FigureCard
      id={`compare.ranking.${measure.id}`}
      title={title}
      subtitle={`${t(`about.${measure.id}`, { partner: names.area(answer.on) })}, ${when}`}
      source={[
        t(measure.id === 'arms' || measure.id === 'votes' || measure.id === 'distance' ? 'source.one' : 'source.trade', {
          source: names.source(answer.tradeSource),
        }),
        missing.length > 0 ? t('source.missing', { list: formats.list(missing.map((code) => names.area(code))) }) : '',
      ].join(' ')}
      twin={{
        columns: [
          { id: 'rank', label: t('table.rank'), kind: 'number', decimals: 0 },
          { id: 'country', label: t('table.country'), kind: 'text' },
          { id: 'value', label: name, kind: 'number', decimals },
          { id: 'low', label: t('table.low'), kind: 'number', decimals },
          { id: 'high', label: t('table.high'), kind: 'number', decimals },
        ],
        rows: rows.map((row) => ({
          id: row.reporter,
          cells: [row.rank, names.area(row.reporter), row.value, row.low, row.high],
        })),
      }}
    >
      <RowsChart<EvidenceRequest>
        name={title}
        fill
        layout={{
          rowHeight: 24,
          labelWidth: 130,
          rows: rows.map((row) => {
            const figure = text(row.value)
            const sentence = `${names.area(row.reporter)}, ${name}, ${when}`
            const evidence = evidenceOf(answer, measure, row, figure, sentence)
            const own = row.reporter === reporter ? { partner: answer.on } : {}
            return {
              id: row.reporter,
              label: `${row.rank}. ${names.area(row.reporter)}`,
              items: [
                ...(row.high - row.low > 1e-9
                  ? [{ key: `${row.reporter} band`, shape: 'interval' as const, from: row.low, to: row.high, ...own }]
                  : []),
                {
                  key: row.reporter,
                  shape: 'dot' as const,
                  from: row.value,
                  to: row.value,
                  ...(banded ? {} : { label: figure }),
                  ...own,
                  tip: {
                    title: names.area(row.reporter),
                    rows: [
                      {
                        label: name,
                        value:
                          row.high - row.low > 1e-9
                            ? t('ranking.band', { value: figure, low: text(row.low), high: text(row.high) })
                            : figure,
                      },
                    ],
                    lines: [names.source(row.source)],
                  },
                  ...(evidence ? { ref: evidence } : {}),
                },
              ],
            }
          }),
          axis: {
            domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1],
            ticks,
            format: (tick) => formats.number(tick, measure.unit === 'INDEX_0_1' ? 2 : 0),
          },
          ...(median === null ? {} : { lines: [{ at: median, label: t('median', { value: text(median) }), dashed: true }] }),
        }}
        onPoint={open}
      />
    </FigureCard>
  )
}
