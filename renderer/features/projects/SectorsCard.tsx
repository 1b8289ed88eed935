import { sectorValues } from '../../../electron/shared/findings/projects.ts'
import { niceTicks } from '../../charts/core/geometry.ts'
import { MILLIONS_PER_BILLION, NUMBER, tickFormat } from '../../charts/core/values.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { ProjectsCardProps } from './cardProps.ts'
import { rangeText, sectorName } from './words.ts'

/** Value of the projects by sector. */
export function SectorsCard({ projects, words }: ProjectsCardProps) {
  const { t, formats } = words
  const rows = sectorValues(projects)
  if (rows.length === 0) return null
  const without = projects.filter(({ value }) => value === null).length
  const largest = Math.max(...rows.map(({ range }) => range.high / MILLIONS_PER_BILLION))
  const ticks = niceTicks(0, largest, { zero: true, most: 5 })
  // sums of some hundred millions are not all 0.2
  const decimals = largest < 2 ? 2 : 1
  const title = t('sectors.title')
  return (
    <FigureCard
      id="projects.sectors"
      title={title}
      subtitle={t('sectors.subtitle')}
      source={t('sectors.source', { without, all: projects.length })}
      twin={{
        columns: [
          { id: 'sector', label: t('column.sector'), kind: 'text' },
          { id: 'low', label: t('column.low'), kind: 'number', decimals: 2 },
          { id: 'high', label: t('column.high'), kind: 'number', decimals: 2 },
          { id: 'n', label: t('column.n'), kind: 'number', decimals: 0 },
        ],
        rows: rows.map((row) => ({
          id: row.sector,
          cells: [
            sectorName(words, row.sector),
            row.range.low / MILLIONS_PER_BILLION,
            row.range.high / MILLIONS_PER_BILLION,
            row.projects,
          ],
        })),
      }}
    >
      <RowsChart
        name={title}
        summary={t('sectors.subtitle')}
        layout={{
          rowHeight: 30,
          rows: rows.slice(0, 14).map((row) => {
            const [low, high] = [row.range.low / MILLIONS_PER_BILLION, row.range.high / MILLIONS_PER_BILLION]
            const label = rangeText(words, row.range, 1 / MILLIONS_PER_BILLION, decimals)
            return {
              id: row.sector,
              label: sectorName(words, row.sector),
              items: [
                ...(high - low > 0.05 ? [{ key: 'range', shape: 'interval' as const, from: low, to: high }] : []),
                {
                  key: 'high',
                  shape: 'dot' as const,
                  from: high,
                  to: high,
                  label,
                  tip: {
                    title: sectorName(words, row.sector),
                    rows: [{ label: t('column.value2'), value: label, active: true }],
                    lines: [`${t('column.n')}: ${row.withValue} / ${row.projects}`],
                  },
                },
              ],
            }
          }),
          axis: { domain: [0, ticks.at(-1) ?? 1], ticks, format: tickFormat(formats, NUMBER, ticks) },
        }}
      />
    </FigureCard>
  )
}
