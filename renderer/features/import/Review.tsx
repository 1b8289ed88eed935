// What an import would do, or did: groups with their figures, questions, decisions, and what moves.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ImportPreview, ImportReportAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { Card, WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { DecideGroup, DecideHeld } from './Decide.tsx'
import { DifferencesTable } from './DifferencesTable.tsx'
import { Effects } from './Effects.tsx'
import classes from './import.module.css'
import {
  concernsFile,
  figuresWritten,
  type GroupCounts,
  type GroupId,
  groupCounts,
  groups,
  isCell,
  isNotice,
  turnOver,
  urgentGroup,
  writtenCounts,
} from './prepare.ts'
import { Questions } from './Questions.tsx'
import { RecognisedCard } from './RecognisedCard.tsx'
import { RejectedCard } from './RejectedCard.tsx'
import { SideCards } from './SideCards.tsx'
import type { Part } from './Stages.tsx'
import { warningText } from './saidOf.ts'
import { UndoButton } from './UndoButton.tsx'
import { VirtualTable } from './VirtualTable.tsx'
import { decimalName, delimiterName, formatName, shownText, skipReason, type Words } from './words.ts'

const glyphs: Readonly<Record<GroupId, string>> = {
  held: 'M10 3.5l7 12.5H3zM10 8v4M10 14v.01',
  revised: 'M4 7h11l-3-3M16 13H5l3 3',
  new: 'M10 4v12M4 10h12',
  older: 'M10 3.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0 -13M10 6.5V10l-2.5 2',
  unchanged: 'M4 8h12M4 12h12',
  rejected: 'M5 5l10 10M15 5L5 15',
  kept: 'M10 3.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0 -13',
}

/** Two headings that the reader decides on carry their decision. */
function decisionText({ t, formats }: Words, entry: Part['entry'], id: GroupId): string | null {
  if (id === 'held' && entry.choices.held !== null) {
    if (entry.choices.except.length > 0) return t('decision.mixed')
    return t(entry.choices.held === 'take' ? 'decision.take' : 'decision.leave')
  }
  if (id !== 'revised' && id !== 'new') return null
  const decision = entry.choices[id]
  if (decision === 'take') return null
  return decision === 'leave'
    ? t('decision.leave')
    : t('decision.only', { figures: formats.number(entry.choices.matched[id], 0) })
}

/** What became of a group: written whole, in part, or not at all. */
function outcomeText({ t, formats }: Words, id: GroupId, { written, reviewed }: { written: number; reviewed: number }): string {
  if ((id !== 'held' && id !== 'revised' && id !== 'new') || reviewed === 0) return t(`reason.${id}`)
  const left = reviewed - written
  return left > 0 ? t('outcome.left', { count: left, figures: formats.number(left, 0) }) : t('outcome.all')
}

function GroupCards({
  entry,
  words,
  counts,
  reviewed,
  group,
  choose,
}: {
  readonly entry: Part['entry']
  readonly words: Words
  /** figures to show: what was found, and after writing what was written */
  readonly counts: GroupCounts
  readonly reviewed: GroupCounts
  readonly group: GroupId
  readonly choose: (group: GroupId) => void
}) {
  const { t, formats } = words
  const waits = (id: GroupId): boolean => id === 'held' && counts.held > 0 && entry.choices.held === null && entry.result === null
  return (
    <div className={classes.groups}>
      {groups
        .filter((id) => id !== 'older' || counts.older > 0)
        .map((id) => (
          <button
            key={id}
            type="button"
            className={classes.group}
            data-open={id === group || undefined}
            data-held={waits(id) || undefined}
            data-none={counts[id] === 0 || undefined}
            aria-pressed={id === group}
            onClick={() => choose(id)}
          >
            <span className={classes.groupName}>
              <svg
                width="16"
                height="16"
                viewBox="0 0 20 20"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.7"
                aria-hidden="true"
              >
                <path
                  d={glyphs[id]}
                  strokeLinecap="round"
                  strokeLinejoin="round"
                  strokeDasharray={id === 'kept' ? '2.2 2.2' : undefined}
                />
              </svg>
              {id === 'held' && entry.result !== null ? t('outcome.held') : t(`group.${id}`)}
            </span>
            <span className={classes.groupCount}>{formats.number(counts[id], 0)}</span>
            <span className={classes.small}>
              {entry.result === null
                ? (decisionText(words, entry, id) ?? t(`reason.${id}`))
                : outcomeText(words, id, { written: counts[id], reviewed: reviewed[id] })}
            </span>
          </button>
        ))}
    </div>
  )
}

/** The figures of the open group, with what can be decided about them. */
function OpenGroup({
  entry,
  desk,
  words,
  report,
  counts,
  group,
}: Part & {
  readonly report: ImportReportAnswer
  readonly counts: GroupCounts
  readonly group: GroupId
}) {
  const { t } = words
  const [oneByOne, setOneByOne] = useState(false)
  const { choices } = entry
  const open = entry.result === null
  if (counts[group] === 0)
    return (
      <Card title={t(`group.${group}`)}>
        <p className={classes.text}>{t(`none.${group}`)}</p>
      </Card>
    )
  if (group === 'rejected') return <RejectedCard entry={entry} words={words} report={report} />
  const part = { entry, desk, words }
  if (group === 'held') {
    const pick = {
      taken: (row: Parameters<typeof isCell>[1]) => (choices.held === 'take') !== choices.except.some((one) => isCell(one, row)),
      turn: (row: Parameters<typeof isCell>[1]) =>
        desk.take({
          kind: 'choose',
          id: entry.id,
          choices: { held: choices.held ?? 'leave', except: turnOver(choices.except, row) },
        }),
    }
    return (
      <DifferencesTable
        {...part}
        group="held"
        title={open && choices.held === null ? t('held.title') : t('held.titleDecided')}
        subtitle={t('held.subtitle')}
        {...(open && oneByOne ? { pick } : {})}
      >
        {open
          ? () => (
              <DecideHeld
                {...part}
                oneByOne={oneByOne}
                onOneByOne={() => {
                  setOneByOne(true)
                  if (choices.held === null) desk.take({ kind: 'choose', id: entry.id, choices: { held: 'leave', except: [] } })
                }}
              />
            )
          : undefined}
      </DifferencesTable>
    )
  }
  return (
    <DifferencesTable {...part} group={group} title={t(`heading.${group}`)} subtitle={t(`about.${group}`)}>
      {open && (group === 'revised' || group === 'new')
        ? ({ words: filter, differences }) => (
            <DecideGroup
              {...part}
              group={group}
              filter={filter}
              shown={differences.total}
              countable={differences.ready && differences.listed === differences.all}
            />
          )
        : undefined}
    </DifferencesTable>
  )
}

/** What concerns the file as a whole and holds everything up until it was seen. */
function FileWarnings({ entry, desk, words, report }: Part & { readonly report: ImportReportAnswer }) {
  const { t } = words
  const warnings = report.warnings.filter(concernsFile)
  if (warnings.length === 0 || entry.choices.confirmed || entry.result !== null) return null
  return (
    <Card title={t('file.title')}>
      {warnings.map((warning) => (
        <WarningNote key={warning.message}>{warningText(words, warning)}</WarningNote>
      ))}
      <div className={classes.decide}>
        <Button
          size="xs"
          variant="default"
          onClick={() => desk.take({ kind: 'choose', id: entry.id, choices: { confirmed: true } })}
        >
          {t('file.confirm')}
        </Button>
      </div>
    </Card>
  )
}

const MOST_NOTES = 5

function Notices({ report, words }: { readonly report: ImportReportAnswer; readonly words: Words }) {
  const { t } = words
  const notes = [...new Set(report.warnings.filter(isNotice).map((warning) => warningText(words, warning)))]
  const [all, setAll] = useState(false)
  if (notes.length === 0) return null
  return (
    <Card title={t('warnings.notes')}>
      <ul className={classes.notes}>
        {(all ? notes : notes.slice(0, MOST_NOTES)).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      {notes.length > MOST_NOTES && !all ? (
        <Button size="compact-xs" variant="default" onClick={() => setAll(true)}>
          {t('warnings.all', { count: notes.length })}
        </Button>
      ) : null}
    </Card>
  )
}

/** Lines that are no records: listed, so that nothing is passed over in silence. */
function SkippedCard({ report, words }: { readonly report: ImportReportAnswer; readonly words: Words }) {
  const { t } = words
  const rows = report.skipped
  const all = rows.length + (report.cut?.skipped ?? 0)
  if (all === 0) return null
  return (
    <Card title={t('skipped.title')} subtitle={`${t('skipped.subtitle')} ${shownText(words, rows.length, all)}`}>
      <VirtualTable
        name={t('skipped.title')}
        columns={[
          { id: 'line', label: t('column.line'), width: '72px', right: true, cell: (row) => String(row.line) },
          { id: 'reason', label: t('column.reason'), width: 'minmax(120px, 1fr)', cell: (row) => skipReason(words, row.reason) },
        ]}
        count={rows.length}
        rowAt={(index: number) => rows[index]}
        keyOf={(_, index) => String(index)}
        height={150}
      />
    </Card>
  )
}

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
  const asked = (report.review?.questions ?? []).filter(({ needed }) => needed).length
  if (asked > 0) return t('question.headline', { count: asked, figures: number(rows.read) })
  if (counts.held > 0 && entry.choices.held === null)
    return rows.read === 1
      ? t('review.headlineHeldOne')
      : t('review.headlineHeld', { count: counts.held, figures: number(rows.read), held: number(counts.held) })
  return counts.new + counts.revised + counts.held === 0 ? t('review.headlineNothing', read) : t('review.headline', read)
}

export function Review({ entry, desk, words, report }: Part & { readonly report: ImportPreview }) {
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
    t('review.support', {
      file: entry.file.name,
      format: formatName(words, report.format),
      encoding: report.encoding ?? '–',
      delimiter: delimiterName(words, report.delimiter),
      decimal: decimalName(words, report.decimal),
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
      {entry.failure ? <WarningNote>{entry.failure.message}</WarningNote> : null}
      {inForce ? (
        <div className={classes.after}>
          <UndoButton batch={batch} desk={desk} words={words} />
          <span className={classes.small}>{t('written.hint')}</span>
        </div>
      ) : null}
      {inForce ? <Effects batch={batch} words={words} /> : null}
      {written ? null : <Questions {...part} />}
      <FileWarnings {...part} report={preview} />
      <GroupCards entry={entry} words={words} counts={shown} reviewed={counts} group={group} choose={choose} />
      <div className={classes.columns}>
        <OpenGroup key={`${entry.id} ${group}`} {...part} report={preview} counts={counts} group={group} />
        <div className={classes.stack}>
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
          {written ? null : <Questions {...part} optional />}
          <Notices report={report} words={words} />
          <SkippedCard report={preview} words={words} />
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
