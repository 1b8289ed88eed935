import { progressOf } from '../../../electron/shared/findings/projects.ts'
import type { ChartSeries } from '../../charts/core/types.ts'
import { NUMBER } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { ProjectsCardProps } from './cardProps.ts'

const COUNT = { ...NUMBER, decimals: 0 }

/** Projects started and completed up to each year. */
export function ProgressCard({ projects, words }: ProjectsCardProps) {
  const { t } = words
  const progress = progressOf(projects)
  const last = progress.at(-1)
  if (!last || progress.length < 2) return null
  const undated = projects.filter(({ start, completed }) => start === '' && completed === '').length
  const title = t('progress.title', { started: last.started, completed: last.completed })
  const series = (['started', 'completed'] as const).map(
    (key): ChartSeries<never> => ({
      id: key,
      label: t(`progress.${key}`),
      ...(key === 'started' ? { role: 'second' as const } : {}),
      points: progress.map((point) => ({ period: String(point.year), value: point[key] })),
    }),
  )
  return (
    <FigureCard
      id="projects.progress"
      title={title}
      subtitle={t('progress.subtitle')}
      source={t('progress.source', { n: undated })}
      twin={{
        columns: [
          { id: 'year', label: t('column.year'), kind: 'period' },
          { id: 'started', label: t('progress.started'), kind: 'number', decimals: 0 },
          { id: 'completed', label: t('progress.completed'), kind: 'number', decimals: 0 },
        ],
        rows: progress
          .toReversed()
          .map((point) => ({ id: String(point.year), cells: [String(point.year), point.started, point.completed] })),
      }}
    >
      <LineChart<never> name={title} summary={t('progress.subtitle')} height="fill" unit={COUNT} zero series={series} />
    </FigureCard>
  )
}
