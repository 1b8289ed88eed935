import type { Coverage, CoverageRow } from '../../../electron/shared/contract/schema/coverage.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { yearTicks } from '../../charts/core/geometry.ts'
import { HeatGrid, type HeatRow, shadeOpacity } from '../../charts/HeatGrid.tsx'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { Picker } from '../../ui/pickers/Picker.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import { coverageGrid, rowValues } from './prepare.ts'
import classes from './sources.module.css'
import { channelName, topicName, type Words } from './words.ts'

interface Props {
  readonly coverage: Coverage
  readonly words: Words
}

/** Upper bounds of the shades: figures of one indicator, and of a whole topic, in a year. */
const indicatorSteps = [1, 5, 20, 60] as const
const topicSteps = [2, 20, 100, 400] as const
/** Indicators shown under each topic while all topics are on screen: those with most figures. */
const LEADING = 5

function Legend({ steps, words }: { readonly steps: readonly number[]; readonly words: Words }) {
  const { t, formats } = words
  const entry = (shade: number, label: string) => (
    <li key={label}>
      <svg width="12" height="12" aria-hidden="true">
        {shade < 0 ? (
          <rect x="0.5" y="0.5" width="11" height="11" fill="none" stroke="var(--mv-border)" />
        ) : (
          <rect width="12" height="12" fill="var(--mv-text-2)" opacity={shadeOpacity(shade)} />
        )}
      </svg>
      {label}
    </li>
  )
  return (
    <ul className={classes.legend}>
      {entry(-1, t('grid.legendNone'))}
      {steps.map((step, shade) => entry(shade, t('grid.legend', { count: formats.number(step, 0) })))}
      {entry(steps.length, t('grid.legendMore'))}
    </ul>
  )
}

function GridCard({ coverage, words }: Props) {
  const { t, names } = words
  const { reporter } = useView()
  const [topic, setTopic] = useViewParam('topic', '')
  const grid = coverageGrid(coverage)
  const group = grid.groups.find((one) => one.topic === topic)
  const steps = group ? indicatorSteps : topicSteps
  const title = t('grid.title')
  const row = (
    id: string,
    label: string,
    values: readonly number[],
    lines: readonly string[],
    strong: boolean,
  ): HeatRow<string> => ({
    id,
    label,
    strong,
    values,
    tip: (index) => ({
      title: String(grid.years[index] ?? ''),
      rows: [{ label, value: t('grid.figures', { count: values[index] ?? 0 }), active: true }],
      lines,
    }),
    ref: id,
  })
  const indicatorRow = (one: CoverageRow, indent: boolean) =>
    row(
      one.indicator,
      `${indent ? '\u2003' : ''}${names.indicator(one.indicator)}`,
      rowValues(one, grid.years),
      [t('grid.sources', { count: one.sources })],
      false,
    )
  const rows = group
    ? group.rows.map((one) => indicatorRow(one, false))
    : grid.groups.flatMap((one) => [
        row(one.topic, topicName(words, one.topic), one.values, [t('grid.indicators', { count: one.rows.length })], true),
        ...one.rows.slice(0, LEADING).map((leading) => indicatorRow(leading, true)),
      ])
  const openTopic = (id: string): void =>
    setTopic(grid.groups.find((one) => one.topic === id || one.rows.some((row) => row.indicator === id))?.topic ?? '')
  return (
    <FigureCard
      id="sources.coverage"
      title={title}
      subtitle={t('grid.subtitle', { reporter: names.area(reporter) })}
      actions={
        <Picker
          label={t('grid.open')}
          text={group ? topicName(words, group.topic) : t('grid.allTopics')}
          options={[
            { value: 'all', label: t('grid.allTopics') },
            ...grid.groups.map((one) => ({ value: one.topic, label: topicName(words, one.topic) })),
          ]}
          chosen={[group?.topic ?? 'all']}
          onPick={(value) => setTopic(value === 'all' ? '' : value)}
        />
      }
      twin={{
        columns: [
          { id: 'indicator', label: t('column.indicator'), kind: 'text' },
          ...grid.years.map((year) => ({ id: String(year), label: String(year), kind: 'number' as const, decimals: 0 })),
        ],
        rows: rows.map((one) => ({ id: one.id, cells: [one.label, ...one.values] })),
      }}
    >
      <Legend steps={steps} words={words} />
      <HeatGrid<string>
        name={title}
        summary={t('grid.subtitle', { reporter: names.area(reporter) })}
        years={grid.years}
        rows={rows}
        steps={steps}
        {...(group ? {} : { onPoint: openTopic })}
      />
    </FigureCard>
  )
}

function AgesCard({ coverage, words }: Props) {
  const { t, formats, names } = words
  const { partners } = useView()
  const partner = partners[0] ?? 'RUS'
  const title = t('ages.title')
  const now = Number(coverage.vintage.slice(0, 4))
  const years = coverage.ages.flatMap((age) => (age.year === null ? [] : [age.year]))
  const from = Math.min(now - 8, ...years)
  const label = (age: Coverage['ages'][number]): string =>
    age.period === null ? t('ages.none') : t('ages.years', { period: formats.period(age.period), count: age.ageYears ?? 0 })
  return (
    <FigureCard
      id="sources.ages"
      title={title}
      subtitle={t('ages.subtitle', { date: formats.day(coverage.vintage), partner: names.area(partner) })}
      twin={{
        columns: [
          { id: 'channel', label: t('column.indicator'), kind: 'text' },
          { id: 'period', label: t('column.period'), kind: 'period' },
        ],
        rows: coverage.ages.map((age) => ({ id: age.id, cells: [channelName(words, age.id), age.period] })),
      }}
    >
      <RowsChart
        name={title}
        layout={{
          rowHeight: 34,
          labelWidth: 136,
          rows: coverage.ages.map((age) => ({
            id: age.id,
            label: capital(channelName(words, age.id)),
            note: label(age),
            items:
              age.year === null
                ? []
                : [
                    {
                      key: 'year',
                      shape: 'dot' as const,
                      from: age.year,
                      to: age.year,
                      hollow: (age.ageYears ?? 0) > 3,
                      tip: {
                        title: channelName(words, age.id),
                        rows: [{ label: label(age), value: '', active: true }],
                        lines: [],
                      },
                    },
                  ],
          })),
          axis: { domain: [from, now], ticks: yearTicks(from, now, 5), format: String },
        }}
      />
    </FigureCard>
  )
}

/** What is known of which indicator in which year, and where the holes are. */
export function CoverageTab(props: Props) {
  return (
    <div className={classes.columns}>
      <GridCard {...props} />
      <AgesCard {...props} />
    </div>
  )
}
