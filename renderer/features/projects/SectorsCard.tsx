import { sectorValues } from '../../../electron/shared/findings/projects.ts'
import { MILLIONS_PER_BILLION } from '../../charts/core/values.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { ProjectsCardProps } from './cardProps.ts'
import { rangeText, sectorName } from './words.ts'

/** A round top and four steps up to it. */
function axisOf(largest: number): { readonly top: number; readonly ticks: readonly number[] } {
  const step = [1, 2, 5, 10, 20, 25, 50, 100].find((one) => largest / one <= 5) ?? 200
  const top = Math.max(step, Math.ceil(largest / step) * step)
  return { top, ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step) }
}

/** Value of the projects by sector. */
export function SectorsCard({ projects, words }: ProjectsCardProps) {
  const { t } = words
  const rows = sectorValues(projects)
  if (rows.length === 0) return null
  const without = projects.filter(({ value }) => value === null).length
  const { top, ticks } = axisOf(Math.max(...rows.map(({ range }) => range.high / MILLIONS_PER_BILLION)))
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
            const label = rangeText(words, row.range, 1 / MILLIONS_PER_BILLION, 1)
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
          axis: { domain: [0, top], ticks, format: String },
        }}
      />
    </FigureCard>
  )
}
