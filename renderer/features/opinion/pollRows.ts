// Rows and tables of single poll answers, for cards that set questions side by side.
import type { PollQuestion } from '../../../electron/shared/contract/schema/opinion.ts'
import type { RowOf } from '../../charts/RowsChart.tsx'
import type { CellRef } from '../../ui/evidence/evidence.tsx'
import { percentText, pointLines, sampleLine, type Words } from './words.ts'

/** An axis from 0 to 100 per cent; only its end carries the sign. */
export const percentAxis = ({ formats }: Words) => ({
  domain: [0, 100] as const,
  ticks: [0, 50, 100],
  format: (tick: number) => (tick === 100 ? formats.percent(tick, 0) : String(tick)),
})

/**
 * A row of dots per question, one dot per wave; all but the newest are hollow.
 *
 * @param dated true = the newest says its year too, where the card does not
 */
export function singleRows(
  questions: readonly PollQuestion[],
  words: Words,
  name: (question: PollQuestion) => string,
  dated = false,
): readonly RowOf<CellRef>[] {
  return questions.map((question) => ({
    id: question.id,
    label: name(question),
    note: sampleLine(words, question),
    items: question.points.map((point, index) => ({
      key: point.period,
      shape: 'dot' as const,
      from: point.value,
      to: point.value,
      partner: question.partner,
      hollow: index < question.points.length - 1,
      openEnd: point.bound === 'atLeast',
      label:
        index < question.points.length - 1
          ? point.period.slice(0, 4)
          : dated
            ? `${percentText(words, point)} · ${words.formats.period(point.period)}`
            : percentText(words, point),
      tip: {
        title: words.formats.period(point.period),
        rows: [{ label: name(question), value: percentText(words, point), active: true }],
        lines: pointLines(words, point),
      },
      ref: point.cell,
    })),
  }))
}

/** The table behind rows of questions. */
export const pollTwin = (questions: readonly PollQuestion[], words: Words, name: (question: PollQuestion) => string) => ({
  columns: [
    { id: 'question', label: words.t('column.question'), kind: 'text' as const },
    { id: 'period', label: words.t('column.period'), kind: 'period' as const },
    { id: 'value', label: words.t('column.value'), kind: 'number' as const },
  ],
  rows: questions.flatMap((question) =>
    question.points.map((point) => ({
      id: `${question.id} ${point.period}`,
      cells: [name(question), point.period, point.value],
      refs: [null, null, point.cell],
    })),
  ),
})
