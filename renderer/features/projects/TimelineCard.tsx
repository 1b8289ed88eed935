import { type Project, timelineOf } from '../../../electron/shared/findings/projects.ts'
import { periodPosition } from '../../charts/core/periods.ts'
import { type RowItem, RowsChart } from '../../charts/RowsChart.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { ProjectsCardProps } from './cardProps.ts'
import { rangeText, statusName } from './words.ts'

const MOST_BARS = 18
/** Up to so many bars there is room to say below each name what the project costs and how it stands. */
const FEW_BARS = 8

/** Projects as bars from start to completion. */
export function TimelineCard({ projects, words, onChoose }: ProjectsCardProps & { readonly onChoose: (stem: string) => void }) {
  const { t, formats } = words
  const rows = timelineOf(projects, MOST_BARS)
  if (rows.length === 0) return null
  const start = (project: Project): number => periodPosition(project.start)
  const end = (project: Project): number => (project.completed === '' ? to : periodPosition(project.completed))
  const dates = rows.flatMap((project) => [
    start(project),
    ...(project.completed === '' ? [] : [periodPosition(project.completed)]),
  ])
  const [from, to] = [Math.floor(Math.min(...dates)), Math.ceil(Math.max(...dates, 2026))]
  const step = to - from > 16 ? 5 : 2
  const ticks = Array.from(
    { length: Math.floor(to / step) - Math.ceil(from / step) + 1 },
    (_, i) => (Math.ceil(from / step) + i) * step,
  )
  const title = t('timeline.title')
  return (
    <FigureCard
      id="projects.timeline"
      title={title}
      subtitle={t('timeline.subtitle', { n: rows.length })}
      source={t('timeline.source')}
      twin={{
        columns: [
          { id: 'name', label: t('column.name'), kind: 'text' },
          { id: 'start', label: t('column.start'), kind: 'period' },
          { id: 'completed', label: t('column.completed'), kind: 'period' },
          { id: 'status', label: t('column.status'), kind: 'text' },
        ],
        rows: timelineOf(projects, projects.length).map((project) => ({
          id: project.stem,
          cells: [
            project.name,
            project.start,
            project.completed === '' ? null : project.completed,
            statusName(words, project.status),
          ],
        })),
      }}
    >
      <RowsChart<string>
        name={title}
        summary={t('timeline.subtitle', { n: rows.length })}
        onPoint={onChoose}
        fill
        layout={{
          rowHeight: 26,
          labelWidth: 210,
          rows: rows.map((project) => {
            const tip = {
              title: project.name,
              rows: [
                { label: t('column.start'), value: formats.period(project.start) },
                { label: t('column.completed'), value: project.completed === '' ? '–' : formats.period(project.completed) },
                ...(project.value
                  ? [{ label: t('column.value'), value: t('life.value', { value: rangeText(words, project.value) }) }]
                  : []),
              ],
              lines: [statusName(words, project.status)],
            }
            const done = project.completed !== '' && end(project) > start(project)
            const item: RowItem<string> = done
              ? { key: 'span', shape: 'span', from: start(project), to: end(project), tip, ref: project.stem }
              : {
                  key: 'span',
                  shape: 'span',
                  from: start(project),
                  to: end(project),
                  hollow: true,
                  openEnd: project.completed === '',
                  tip,
                  ref: project.stem,
                }
            const said = [
              ...(project.value ? [t('life.value', { value: rangeText(words, project.value) })] : []),
              statusName(words, project.status),
            ]
            return {
              id: project.stem,
              label: project.name,
              items: [item],
              ...(rows.length <= FEW_BARS ? { note: said.join(' · ') } : {}),
            }
          }),
          axis: { domain: [from, to], ticks, format: String },
        }}
      />
    </FigureCard>
  )
}
