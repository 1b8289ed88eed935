import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ImportPreview } from '../../../electron/shared/contract/schema/imports.ts'
import { useFailureText } from '../../ui/data/failureText.ts'
import { Card, WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { Effects } from './Effects.tsx'
import { GroupCards } from './GroupCards.tsx'
import classes from './import.module.css'
import { OpenGroup } from './OpenGroup.tsx'
import { figuresWritten, type GroupCounts, type GroupId, groupCounts, urgentGroup, writtenCounts } from './prepare.ts'
import { openQuestions, Questions } from './Questions.tsx'
import { RecognisedCard } from './RecognisedCard.tsx'
import { FileWarnings, Notices, SkippedCard } from './ReviewNotes.tsx'
import { SideCards } from './SideCards.tsx'
import type { Part } from './Stages.tsx'
import { confirmedBy, UndoButton } from './UndoButton.tsx'
import { decimalName, delimiterName, encodingName, formatName, type Words } from './words.ts'

function headlineOf(
  words: Words,
  { entry, report, counts }: Pick<Part, 'entry'> & { readonly report: ImportPreview; readonly counts: GroupCounts },
): string {
  const { t, formats } = words
  const number = (count: number): string => formats.number(count, 0)
  const { batch, rows } = report
  const { file } = entry
  const read = { count: rows.read, figures: number(rows.read), new: number(counts.new), revised: number(counts.revised) }
  if (entry.stage === 'undone') return t('undone.headline', { batch: batch ?? 0 })
  if (entry.result !== null) {
    const figures = figuresWritten(entry.result)
    return batch === null
      ? t('same.headline', { file: file.name })
      : t('written.headline', { count: figures, figures: number(figures), file: file.name, batch })
  }
  const asked = openQuestions(entry).length
  if (asked > 0) return t('question.headline', { count: asked, figures: number(rows.read) })
  if (counts.held > 0 && entry.choices.held === null)
    return rows.read === 1
      ? t('review.headlineHeldOne')
      : t('review.headlineHeld', { count: counts.held, figures: number(rows.read), held: number(counts.held) })
  return counts.new + counts.revised + counts.held + counts.older === 0
    ? t('review.headlineNothing', read)
    : t('review.headline', read)
}

/** What an import would do, or did: groups with their figures, questions, decisions, and what moves. */
export function Review({ entry, desk, words, report }: Part & { readonly report: ImportPreview }) {
  const failureText = useFailureText()
  const { t, formats } = words
  const preview = entry.preview ?? report
  const counts = groupCounts(preview)
  const written = entry.result !== null
  const shown = entry.result === null ? counts : writtenCounts(preview, entry.result, entry.choices)
  const [chosen, choose] = useState<GroupId | null>(null)
  const group = chosen ?? urgentGroup(written ? { ...shown, held: 0, rejected: 0 } : counts)
  const number = (count: number): string => formats.number(count, 0)
  const { batch, rows } = report
  const support = [
    entry.undone ? t('undone.support', { removed: number(entry.undone.removed), restored: number(entry.undone.restored) }) : '',
    entry.undone ? confirmedBy(words, entry.undone, []) : '',
    t('review.support', {
      file: entry.file.name,
      format: formatName(words, report.format),
      encoding: report.encoding === null ? '–' : encodingName(report.encoding),
      delimiter: delimiterName(words, report.delimiter),
      decimal: preview.review?.questions.some(({ kind }) => kind === 'decimal')
        ? t('decimal.open')
        : decimalName(words, report.decimal),
    }),
    rows.aggregates > 0 ? t('review.aggregates', { count: rows.aggregates, figures: number(rows.aggregates) }) : '',
    (rows.leftOut ?? 0) > 0 ? t('written.leftOut', { count: rows.leftOut ?? 0, figures: number(rows.leftOut ?? 0) }) : '',
  ]
  const part = { entry, desk, words }
  const inForce = written && batch !== null && entry.stage !== 'undone'
  return (
    <>
      <Headline support={support.filter((sentence) => sentence !== '').join(' ')}>
        {headlineOf(words, { entry, report, counts })}
      </Headline>
      {entry.failure ? <WarningNote>{failureText(entry.failure)}</WarningNote> : null}
      {inForce ? (
        <div className={classes.undoing}>
          <UndoButton batch={batch} desk={desk} words={words} />
          <span className={layout.small}>{t('written.hint')}</span>
        </div>
      ) : null}
      {inForce ? <Effects batch={batch} words={words} /> : null}
      {written ? null : <Questions {...part} />}
      <FileWarnings {...part} report={preview} />
      <GroupCards entry={entry} words={words} counts={shown} reviewed={counts} group={group} choose={choose} />
      <div className={classes.columns}>
        <div className={layout.side}>
          <OpenGroup key={`${entry.id} ${group}`} {...part} report={preview} counts={counts} group={group} />
          {written ? null : <Questions {...part} optional />}
          <Notices report={report} words={words} />
          <SkippedCard report={preview} words={words} />
        </div>
        <div className={layout.side}>
          {written ? null : <SideCards entry={entry} words={words} />}
          {written ? null : (
            <Card title={t('note.title')}>
              <TextInput
                size="xs"
                aria-label={t('note.title')}
                placeholder={t('note.placeholder')}
                maxLength={2000}
                value={entry.note}
                onChange={(event) => desk.take({ kind: 'note', id: entry.id, note: event.currentTarget.value })}
              />
            </Card>
          )}
          <RecognisedCard
            entry={entry}
            words={words}
            report={report}
            onRead={written ? null : (options) => desk.take({ kind: 'read', id: entry.id, options })}
            onMap={written ? null : () => desk.take({ kind: 'map', id: entry.id, mapping: true })}
          />
        </div>
      </div>
    </>
  )
}
