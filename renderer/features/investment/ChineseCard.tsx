import { BarChart } from '../../charts/BarChart.tsx'
import { MILLIONS_PER_BILLION } from '../../charts/core/values.ts'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { useView } from '../../ui/view/useView.ts'
import type { InvestmentCardProps } from './cardProps.ts'
import { bare, readingLines } from './words.ts'

/** Chinese official finance as two trackers count it: a count of their own, no statistic of investment. */
export function ChineseCard({ value, words }: InvestmentCardProps) {
  const { t, names, formats } = words
  const openMark = useMarkEvidence()
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
    (row) => `${names.area(row.reporter)} ${formats.number(row.reading.value / MILLIONS_PER_BILLION, 1)}`,
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
          cells: [names.area(row.reporter), row.reading.value / MILLIONS_PER_BILLION],
          refs: [null, row.reading.cell],
        })),
      }}
    >
      <BarChart<CellRef>
        name={title}
        summary={t('chinese.subtitle')}
        direction="lying"
        height="fill"
        values
        unit={bare(1)}
        bars={rows.map((row) => ({
          id: row.reporter,
          label: names.area(row.reporter),
          value: row.reading.value / MILLIONS_PER_BILLION,
          strong: row.reporter === reporter,
          lines: readingLines(words, row.reading, 1 / MILLIONS_PER_BILLION, 1),
          ref: row.reading.cell,
        }))}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}
