import { RowsChart } from '../../charts/RowsChart.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { ProjectsCardProps } from './cardProps.ts'

/** How much of a project's finance is local. */
export function LocalCard({ projects, words, onChoose }: ProjectsCardProps & { readonly onChoose: (stem: string) => void }) {
  const { t, formats } = words
  const rows = projects
    .flatMap((project) => (project.localShare ? [{ project, share: project.localShare }] : []))
    .sort((a, b) => b.share.high - a.share.high)
  if (rows.length === 0) return null
  const title = t('local.title')
  return (
    <FigureCard
      id="projects.local"
      title={title}
      subtitle={t('local.subtitle')}
      source={t('local.source', { n: rows.length, all: projects.length })}
      twin={{
        columns: [
          { id: 'name', label: t('column.name'), kind: 'text' },
          { id: 'low', label: t('column.low'), kind: 'number' },
          { id: 'high', label: t('column.high'), kind: 'number' },
          { id: 'financing', label: t('column.financing'), kind: 'text' },
        ],
        rows: rows.map(({ project, share }) => ({
          id: project.stem,
          cells: [
            project.name,
            share.low,
            share.high,
            project.rows
              .map((row) => row.financing)
              .filter((text) => text !== '')
              .join('; '),
          ],
        })),
      }}
    >
      <RowsChart<string>
        name={title}
        summary={t('local.subtitle')}
        onPoint={onChoose}
        layout={{
          rowHeight: 28,
          labelWidth: 190,
          rows: rows.map(({ project, share }) => ({
            id: project.stem,
            label: project.name,
            items: [
              ...(share.high > share.low ? [{ key: 'range', shape: 'interval' as const, from: share.low, to: share.high }] : []),
              {
                key: 'dot',
                shape: 'dot' as const,
                from: share.high,
                to: share.high,
                label: formats.percentRange(share.low, share.high),
                tip: {
                  title: project.name,
                  rows: [{ label: t('column.share'), value: formats.range(share.low, share.high, 1), active: true }],
                  lines: project.rows.filter((row) => row.localShare !== null).map((row) => row.financing),
                },
                ref: project.stem,
              },
            ],
          })),
          axis: {
            domain: [0, 100],
            ticks: [0, 25, 50, 75, 100],
            format: (tick) => (tick === 100 ? formats.percent(tick, 0) : String(tick)),
          },
        }}
      />
    </FigureCard>
  )
}
