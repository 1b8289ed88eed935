// What the projects add up to: value by sector, progress over the years, a timeline, local finance, the joint list.
import type { Projects } from '../../../electron/shared/contract/schema/projects.ts'
import type { Reading } from '../../../electron/shared/contract/schema/readings.ts'
import { jointList, type Project, progressOf, sectorValues, timelineOf } from '../../../electron/shared/findings/projects.ts'
import { periodPosition } from '../../charts/core/periods.ts'
import type { ChartSeries } from '../../charts/core/types.ts'
import { NUMBER } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { type RowItem, RowsChart } from '../../charts/RowsChart.tsx'
import type { Language } from '../../language/languages.ts'
import { worded } from '../../language/wording.ts'
import { type CellRef, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { rangeText, sectorName, statusName, type Words } from './words.ts'

interface Props {
  readonly projects: readonly Project[]
  readonly words: Words
}

const COUNT = { ...NUMBER, decimals: 0 }

/** A round top and four steps up to it. */
function axisOf(largest: number): { readonly top: number; readonly ticks: readonly number[] } {
  const step = [1, 2, 5, 10, 20, 25, 50, 100].find((one) => largest / one <= 5) ?? 200
  const top = Math.max(step, Math.ceil(largest / step) * step)
  return { top, ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step) }
}

export function SectorsCard({ projects, words }: Props) {
  const { t } = words
  const rows = sectorValues(projects)
  if (rows.length === 0) return null
  const without = projects.filter(({ value }) => value === null).length
  const { top, ticks } = axisOf(Math.max(...rows.map(({ range }) => range.high / 1000)))
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
          cells: [sectorName(words, row.sector), row.range.low / 1000, row.range.high / 1000, row.projects],
        })),
      }}
    >
      <RowsChart
        name={title}
        summary={t('sectors.subtitle')}
        layout={{
          rowHeight: 30,
          rows: rows.slice(0, 14).map((row) => {
            const [low, high] = [row.range.low / 1000, row.range.high / 1000]
            const label = rangeText(words, row.range, 0.001, 1)
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

export function ProgressCard({ projects, words }: Props) {
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
      <LineChart<never> name={title} summary={t('progress.subtitle')} height={220} unit={COUNT} zero series={series} />
    </FigureCard>
  )
}

const MOST_BARS = 18

export function TimelineCard({ projects, words, onChoose }: Props & { readonly onChoose: (stem: string) => void }) {
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
            return { id: project.stem, label: project.name, items: [item] }
          }),
          axis: { domain: [from, to], ticks, format: String },
        }}
      />
    </FigureCard>
  )
}

export function LocalCard({ projects, words, onChoose }: Props & { readonly onChoose: (stem: string) => void }) {
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

interface ListProps {
  readonly value: Projects
  readonly words: Words
}

function ListChart({
  id,
  title,
  subtitle,
  series,
  decimals,
  words,
}: {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly series: readonly ChartSeries<CellRef>[]
  readonly decimals: number
  readonly words: Words
}) {
  const { t } = words
  const { open } = useEvidence()
  const periods = [...new Set(series.flatMap((one) => one.points.map(({ period }) => period)))].sort().reverse()
  return (
    <FigureCard
      id={id}
      title={title}
      subtitle={subtitle}
      source={t('list.source')}
      twin={{
        columns: [
          { id: 'period', label: t('column.period'), kind: 'period' },
          ...series.map((one) => ({ id: one.id, label: one.label, kind: 'number' as const, decimals })),
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
        summary={subtitle}
        height={220}
        unit={{ ...NUMBER, decimals }}
        zero
        series={series}
        onPoint={(cell) => open({ cells: [cell], figure: '', sentence: title })}
      />
    </FigureCard>
  )
}

const dots = (
  id: string,
  label: string,
  readings: readonly Reading[],
  factor: number,
  language: Language,
): readonly ChartSeries<CellRef>[] =>
  readings.length === 0
    ? []
    : [
        {
          id,
          label,
          role: 'dots',
          points: readings.map((reading) => ({
            period: reading.period,
            value: reading.value * factor,
            source: reading.cell.source,
            note: worded(language, reading.note),
            ref: reading.cell,
          })),
        },
      ]

/** The list that both governments speak of, at its dated statements. */
export function ListCards({ value, words }: ListProps) {
  const { t, formats } = words
  const list = jointList(value)
  if (list.all.length === 0) return null
  const { latest, latestValue } = list
  return (
    <>
      <ListChart
        id="projects.list"
        title={
          latest
            ? t('list.title', { done: latest.done.value, all: latest.all.value, period: formats.period(latest.done.period) })
            : t('list.titlePlain')
        }
        subtitle={t('list.subtitle')}
        series={[
          ...dots('all', t('list.all'), list.all, 1, formats.language),
          ...dots('done', t('list.done'), list.done, 1, formats.language),
        ]}
        decimals={0}
        words={words}
      />
      <ListChart
        id="projects.listValue"
        title={
          latestValue
            ? t('list.valueTitle', {
                share: formats.percent((100 * latestValue.done.value) / latestValue.all.value, 0),
                period: formats.period(latestValue.done.period),
              })
            : t('list.valueTitlePlain')
        }
        subtitle={t('list.valueSubtitle')}
        series={[
          ...dots('value', t('list.all'), list.value, 0.001, formats.language),
          ...dots('valueDone', t('list.done'), list.valueDone, 0.001, formats.language),
        ]}
        decimals={1}
        words={words}
      />
    </>
  )
}
