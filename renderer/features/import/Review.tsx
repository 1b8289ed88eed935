// One file on screen: being read, refused, under review, being written, written.
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ImportReportAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { Histogram } from '../../charts/Histogram.tsx'
import { Card, WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import type { ImportDesk } from './desk.ts'
import { GroupTable, WarningList } from './GroupTables.tsx'
import classes from './import.module.css'
import {
  figuresToWrite,
  type GroupId,
  groupCounts,
  groups,
  isHolding,
  revisionRows,
  revisionSpread,
  urgentGroup,
} from './prepare.ts'
import { type Entry, timeLeftMs } from './queue.ts'
import { RecognisedCard } from './RecognisedCard.tsx'
import { UndoButton } from './UndoButton.tsx'
import { bytesText, decimalName, delimiterName, fileReason, formatName, timeLeft, type Words } from './words.ts'

const glyphs: Readonly<Record<GroupId, string>> = {
  held: 'M10 3.5l7 12.5H3zM10 8v4M10 14v.01',
  revised: 'M4 7h11l-3-3M16 13H5l3 3',
  new: 'M10 4v12M4 10h12',
  unchanged: 'M4 8h12M4 12h12',
  rejected: 'M5 5l10 10M15 5L5 15',
  skipped: 'M5 10h.01M10 10h.01M15 10h.01',
}

interface Part {
  readonly entry: Entry
  readonly desk: ImportDesk
  readonly words: Words
}

/** Progress by bytes and rows with the time left, and a way to stop. */
export function Working({ entry, desk, words }: Part) {
  const { t, formats } = words
  const { progress, stage, file } = entry
  const share = progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0
  const left = progress ? timeLeftMs(progress) : null
  const phase = progress?.phase === 'comparing' ? t('progress.comparing') : t('progress.reading')
  return (
    <>
      <Headline support={stage === 'writing' ? t('writing.support') : t('reading.support')}>
        {stage === 'writing' ? t('writing.headline', { file: file.name }) : t('reading.headline', { file: file.name })}
      </Headline>
      <Card title={stage === 'writing' ? t('step.write') : t('step.recognise')} subtitle={phase}>
        <progress className={classes.progress} max={1} value={share} aria-label={phase} />
        <div className={classes.decide}>
          <span className={classes.text}>
            {progress
              ? t('progress.rows', {
                  percent: formats.percent(share * 100, 0),
                  rows: formats.number(progress.rows, 0),
                  size: bytesText(words, file.bytes),
                })
              : bytesText(words, file.bytes)}
            {left === null ? '' : ` · ${timeLeft(words, left)}`}
          </span>
          <Button size="xs" variant="default" onClick={() => desk.cancel(entry.id)}>
            {t('action.cancel')}
          </Button>
        </div>
      </Card>
    </>
  )
}

/** A file that cannot be understood: what, where and how to mend it. */
export function Refused({ entry, desk, words, report }: Part & { readonly report: ImportReportAnswer }) {
  const { t } = words
  return (
    <>
      <Headline support={t('refused.support')}>{t('refused.headline', { file: entry.file.name })}</Headline>
      <div className={classes.columns}>
        <Card title={fileReason(words, report.reason)} subtitle={t('refused.subtitle')}>
          <WarningNote>{report.message}</WarningNote>
          <p className={classes.text}>{t('refused.mend')}</p>
          {report.rejected.length > 0 ? (
            <GroupTable report={report} words={words} group="rejected" accepted={false} onAccept={null} />
          ) : null}
        </Card>
        <RecognisedCard
          entry={entry}
          words={words}
          report={report}
          open
          onRead={(options) => desk.take({ kind: 'read', id: entry.id, options })}
        />
      </div>
    </>
  )
}

/** A call that did not come back with a report. */
export function Failed({ entry, desk, words: { t } }: Part) {
  return (
    <>
      <Headline support={t('failed.support')}>{t('failed.headline', { file: entry.file.name })}</Headline>
      <Card title={entry.failure?.message ?? ''}>
        <div className={classes.decide}>
          <Button size="xs" variant="default" onClick={() => desk.take({ kind: 'read', id: entry.id, options: entry.options })}>
            {t('read.again')}
          </Button>
          <span className={classes.small}>{entry.failure?.detail}</span>
        </div>
      </Card>
    </>
  )
}

function GroupCards({
  report,
  words: { t, formats },
  group,
  choose,
}: {
  readonly report: ImportReportAnswer
  readonly words: Words
  readonly group: GroupId
  readonly choose: (group: GroupId) => void
}) {
  const counts = groupCounts(report)
  return (
    <div className={classes.groups}>
      {groups.map((id) => (
        <button
          key={id}
          type="button"
          className={classes.group}
          data-open={id === group || undefined}
          data-held={(id === 'held' && counts.held > 0) || undefined}
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
              <path d={glyphs[id]} strokeLinecap="round" strokeLinejoin="round" />
            </svg>
            {t(`group.${id}`)}
          </span>
          <span className={classes.groupCount}>{formats.number(counts[id], 0)}</span>
          <span className={classes.small}>{t(`reason.${id}`)}</span>
        </button>
      ))}
    </div>
  )
}

function SpreadCard({ report, words: { t, formats } }: { readonly report: ImportReportAnswer; readonly words: Words }) {
  const spread = useMemo(() => revisionSpread(revisionRows(report.revisions)), [report])
  if (spread === null) return null
  const title = t('spread.title', { count: report.revisions.length, figures: formats.number(report.revisions.length, 0) })
  const median = `${formats.signed(spread.median, 2)}%`
  const subtitle = t('spread.subtitle', {
    median,
    beyond: formats.number(spread.beyond, 0),
    limit: formats.number(spread.limit, 1),
  })
  const unit = { code: 'PCT', short: { en: '%', ru: '%', kk: '%' }, decimals: 1 }
  return (
    <Card title={title} subtitle={subtitle}>
      <Histogram name={title} summary={subtitle} values={spread.values} unit={unit} squareRoot height={150} />
    </Card>
  )
}

const readAs = (words: Words, report: ImportReportAnswer): Readonly<Record<string, string>> => ({
  format: formatName(words, report.format),
  encoding: report.encoding ?? '–',
  delimiter: delimiterName(words, report.delimiter),
  decimal: decimalName(words, report.decimal),
})

/** What an import would do, or did: groups, their rows, how the file was read. */
export function Review({ entry, desk, words, report }: Part & { readonly report: ImportReportAnswer }) {
  const { t, formats } = words
  const counts = groupCounts(report)
  const [chosen, choose] = useState<GroupId | null>(null)
  const group = chosen ?? urgentGroup(entry.result === null ? counts : { ...counts, held: 0, rejected: 0 })
  const notes = report.warnings.filter((warning) => !isHolding(warning))
  const written = entry.result !== null
  const figures = figuresToWrite(report)
  const number = (count: number): string => formats.number(count, 0)
  const { batch } = report
  const headline =
    entry.stage === 'undone'
      ? t('undone.headline', { batch: batch ?? 0 })
      : written && batch === null
        ? t('same.headline', { file: entry.file.name })
        : written
          ? t('written.headline', { count: figures, figures: number(figures), file: entry.file.name, batch: batch ?? 0 })
          : counts.held > 0
            ? t('review.headlineHeld', { count: counts.held, figures: number(report.rows.read), held: number(counts.held) })
            : counts.new + counts.revised === 0
              ? t('review.headlineNothing', { count: report.rows.read, figures: number(report.rows.read) })
              : t('review.headline', {
                  count: report.rows.read,
                  figures: number(report.rows.read),
                  new: number(counts.new),
                  revised: number(counts.revised),
                })
  const support = [
    entry.undone ? t('undone.support', { removed: number(entry.undone.removed), restored: number(entry.undone.restored) }) : '',
    t('review.support', { file: entry.file.name, ...readAs(words, report) }),
    report.rows.aggregates > 0
      ? t('review.aggregates', { count: report.rows.aggregates, figures: number(report.rows.aggregates) })
      : '',
  ]
  return (
    <>
      <Headline support={support.filter((sentence) => sentence !== '').join(' ')}>{headline}</Headline>
      {entry.failure ? <WarningNote>{entry.failure.message}</WarningNote> : null}
      {written && batch !== null && entry.stage !== 'undone' ? (
        <div className={classes.after}>
          <UndoButton batch={batch} desk={desk} words={words} />
          <span className={classes.small}>{t('written.hint')}</span>
        </div>
      ) : null}
      <GroupCards report={report} words={words} group={group} choose={choose} />
      <div className={classes.columns}>
        <GroupTable
          key={`${entry.id} ${group}`}
          report={report}
          words={words}
          group={group}
          accepted={entry.accepted || written}
          onAccept={written ? null : () => desk.take({ kind: 'accept', id: entry.id })}
        />
        <div className={classes.stack}>
          <SpreadCard report={report} words={words} />
          {notes.length > 0 ? (
            <Card title={t('warnings.notes')}>
              <ul className={classes.notes}>
                {[...new Set(notes.map(({ message }) => message))].slice(0, 6).map((message) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
              {notes.length > 6 ? (
                <details className={classes.more}>
                  <summary>{t('warnings.all', { count: notes.length })}</summary>
                  <WarningList report={report} words={words} only="notes" />
                </details>
              ) : null}
            </Card>
          ) : null}
          <RecognisedCard
            entry={entry}
            words={words}
            report={report}
            onRead={written ? null : (options) => desk.take({ kind: 'read', id: entry.id, options })}
          />
        </div>
      </div>
    </>
  )
}
