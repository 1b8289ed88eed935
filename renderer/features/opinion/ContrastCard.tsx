import type { PollQuestion } from '../../../electron/shared/contract/schema/opinion.ts'
import type { Contrast } from '../../../electron/shared/findings/opinion.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import classes from './opinion.module.css'
import { percentAxis, pollTwin, singleRows } from './pollRows.ts'
import { questionName, type Words } from './words.ts'

/** Favour for a country and approval of its leadership in one year: why nothing joins them. */
export function ContrastCard({
  contrast,
  reporter,
  partner,
  words,
}: {
  readonly contrast: Contrast
  readonly reporter: string
  readonly partner: string
  readonly words: Words
}) {
  const { t, formats, names } = words
  const openMark = useMarkEvidence()
  const values = { ...areaWords(names, 'reporter', reporter), ...areaWords(names, 'partner', partner), year: contrast.year }
  const title = t('contrast.title')
  const two = [contrast.country, contrast.leadership].map(({ question, point }) => ({ ...question, points: [point] }))
  const name = (question: PollQuestion): string => questionName(words, question)
  return (
    <FigureCard id="opinion.contrast" title={title} subtitle={t('contrast.subtitle', values)} twin={pollTwin(two, words, name)}>
      <RowsChart<CellRef>
        name={title}
        onPoint={openMark(title)}
        layout={{ rows: singleRows(two, words, name), axis: percentAxis(words), rowHeight: 46 }}
      />
      <p className={classes.text}>{t('contrast.text', { gap: formats.number(Math.abs(contrast.gap), 0) })}</p>
    </FigureCard>
  )
}
