import type { Opinion, PollQuestion } from '../../../electron/shared/contract/schema/opinion.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { answerOf } from '../../../electron/shared/findings/opinion.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { niceTicks } from '../../charts/core/geometry.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { worded } from '../../language/wording.ts'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { percentAxis, pollTwin, singleRows } from './pollRows.ts'
import type { Words } from './words.ts'

/** Gallup's question about a leadership, asked in the world and in several countries of the region together. */
export function BenchmarkCard({
  opinion,
  partner,
  words,
}: {
  readonly opinion: Opinion
  readonly partner: string
  readonly words: Words
}) {
  const { t, names } = words
  const openMark = useMarkEvidence()
  const rows = opinion.benchmarks.filter(
    (question) => question.partner === partner && answerOf(question.indicator) === 'leadership_approval',
  )
  if (rows.length === 0) return null
  const title = t('benchmark.title')
  const name = (question: PollQuestion): string =>
    question.reporter === WORLD
      ? t('benchmark.WLD')
      : worded(words.formats.language, question.points[0]?.note ?? '') || t('benchmark.OTH')
  return (
    <FigureCard
      id="opinion.benchmark"
      title={title}
      subtitle={t('benchmark.subtitle', areaWords(names, 'partner', partner))}
      twin={pollTwin(rows, words, name)}
    >
      <RowsChart<CellRef>
        name={title}
        onPoint={openMark(title)}
        fill
        layout={{
          rows: singleRows(rows, words, name, true),
          axis: { ...percentAxis(words), ticks: [...niceTicks(0, 100, { most: 2 })] },
          rowHeight: 46,
        }}
      />
    </FigureCard>
  )
}
