// The joint list that both governments speak of, at its dated statements.
import type { Projects } from '../../../electron/shared/contract/schema/projects.ts'
import type { Reading } from '../../../electron/shared/contract/schema/readings.ts'
import { jointList } from '../../../electron/shared/findings/projects.ts'
import { seriesTwin } from '../../charts/core/twin.ts'
import type { ChartSeries } from '../../charts/core/types.ts'
import { MILLIONS_PER_BILLION, NUMBER } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import type { Language } from '../../language/languages.ts'
import { worded } from '../../language/wording.ts'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { Words } from './words.ts'

/** The dated statements of one measure of the list: all projects and those that are done. */
function StatementsChart({
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
  const openMark = useMarkEvidence()
  return (
    <FigureCard
      id={id}
      title={title}
      subtitle={subtitle}
      source={t('list.source')}
      twin={seriesTwin(series, { period: t('column.period') }, decimals)}
    >
      <LineChart<CellRef>
        name={title}
        summary={subtitle}
        height="fill"
        unit={{ ...NUMBER, decimals }}
        zero
        series={series}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}

/** Statements as single dots; a list without any leaves no series. */
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
export function JointListCards({ value, words }: { readonly value: Projects; readonly words: Words }) {
  const { t, formats } = words
  const list = jointList(value)
  if (list.all.length === 0) return null
  const { latest, latestValue } = list
  return (
    <>
      <StatementsChart
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
      <StatementsChart
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
          ...dots('value', t('list.all'), list.value, 1 / MILLIONS_PER_BILLION, formats.language),
          ...dots('valueDone', t('list.done'), list.valueDone, 1 / MILLIONS_PER_BILLION, formats.language),
        ]}
        decimals={1}
        words={words}
      />
    </>
  )
}
