import type { PollPoint } from '../../../electron/shared/contract/schema/opinion.ts'
import type { QuestionRow } from '../../../electron/shared/findings/opinion.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { type RowItem, RowsChart } from '../../charts/RowsChart.tsx'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { askerName, percentText, pointLines, questionName, sampleLine, type Words } from './words.ts'

interface Props {
  readonly rows: readonly QuestionRow[]
  readonly reporter: string
  readonly partner: string
  readonly words: Words
}

const year = (period: string): string => period.slice(0, 4)

/** Marks of one question: the interval of each wave, an arrow from the first to the last, dots with their years. */
function itemsOf(row: QuestionRow, partner: string, words: Words): readonly RowItem<CellRef>[] {
  const { points } = row.question
  const last = points.length - 1
  const intervals = points.flatMap((point, index): RowItem<CellRef>[] =>
    point.low === null || point.high === null || (index !== 0 && index !== last)
      ? []
      : [{ key: `${point.period} error`, shape: 'interval', from: point.low, to: point.high, partner }],
  )
  const change: RowItem<CellRef>[] = row.first
    ? [{ key: 'change', shape: 'change', from: row.first.value, to: row.last.value, partner }]
    : []
  const dot = (point: PollPoint, index: number): RowItem<CellRef> => ({
    key: point.period,
    shape: 'dot',
    from: point.value,
    to: point.value,
    partner,
    hollow: index < last,
    openEnd: point.bound === 'atLeast',
    label: index === last ? `${percentText(words, point)} · ${year(point.period)}` : year(point.period),
    tip: {
      title: words.formats.period(point.period),
      rows: [{ label: questionName(words, row.question), value: percentText(words, point), active: true }],
      lines: pointLines(words, point),
    },
    ref: point.cell,
  })
  return [...intervals, ...change, ...points.map(dot)]
}

/** Every question about one country on a row of its own. */
export function QuestionsCard({ rows, reporter, partner, words }: Props) {
  const { t, names } = words
  const openMark = useMarkEvidence()
  const values = { ...areaWords(names, 'reporter', reporter), ...areaWords(names, 'partner', partner) }
  const again = rows.filter((row) => row.movement !== null)
  const count = (movement: string): number => again.filter((row) => row.movement === movement).length
  const title =
    again.length === 0
      ? t('questions.title')
      : t('questions.found', { count: rows.length, again: again.length, up: count('up'), down: count('down') })
  return (
    <FigureCard
      id="opinion.questions"
      title={title}
      subtitle={t('questions.subtitle', values)}
      source={t('questions.source')}
      twin={{
        columns: [
          { id: 'question', label: t('column.question'), kind: 'text' },
          { id: 'pollster', label: t('column.pollster'), kind: 'text' },
          { id: 'period', label: t('column.period'), kind: 'period' },
          { id: 'value', label: t('column.value'), kind: 'number' },
          { id: 'low', label: t('column.low'), kind: 'number' },
          { id: 'high', label: t('column.high'), kind: 'number' },
          { id: 'n', label: t('column.n'), kind: 'number', decimals: 0 },
        ],
        rows: rows.flatMap((row) =>
          row.question.points.map((point) => ({
            id: `${row.question.id} ${point.period}`,
            cells: [
              questionName(words, row.question),
              askerName(words, row.question.pollster),
              point.period,
              point.value,
              point.low,
              point.high,
              point.sample?.n ?? null,
            ],
            refs: [null, null, null, point.cell],
          })),
        ),
      }}
    >
      <RowsChart<CellRef>
        name={title}
        summary={t('questions.subtitle', values)}
        onPoint={openMark(title)}
        layout={{
          rows: rows.map((row) => ({
            id: row.question.id,
            label: questionName(words, row.question),
            note: sampleLine(words, row.question),
            group: t(`theme.${row.theme}`),
            items: itemsOf(row, partner, words),
          })),
          axis: {
            domain: [0, 100],
            ticks: [0, 25, 50, 75, 100],
            format: (tick) => (tick === 100 ? words.formats.percent(tick, 0) : String(tick)),
          },
        }}
      />
    </FigureCard>
  )
}
