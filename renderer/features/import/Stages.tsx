// A file before its review: being read, refused, or given up.
import { Button } from '@mantine/core'
import type { ImportReportAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { Card, WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import type { ImportDesk } from './desk.ts'
import classes from './import.module.css'
import { Questions } from './Questions.tsx'
import { type Entry, timeLeftMs } from './queue.ts'
import { RecognisedCard } from './RecognisedCard.tsx'
import { RejectedCard } from './RejectedCard.tsx'
import { refusalText } from './saidOf.ts'
import { bytesText, fileReason, timeLeft, type Words } from './words.ts'

export interface Part {
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
  const writing = stage === 'writing' || stage === 'queued'
  const phase = progress?.phase === 'comparing' ? t('progress.comparing') : t('progress.reading')
  const waits = stage === 'waiting' || stage === 'queued'
  return (
    <>
      <Headline support={writing ? t('writing.support') : t('reading.support')}>
        {waits
          ? t('waiting.headline', { file: file.name })
          : writing
            ? t('writing.headline', { file: file.name })
            : t('reading.headline', { file: file.name })}
      </Headline>
      <Card title={writing ? t('step.write') : t('step.recognise')} subtitle={waits ? t('waiting.subtitle') : phase}>
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
          <Button
            size="xs"
            variant="default"
            onClick={() => (waits ? desk.take({ kind: 'remove', id: entry.id }) : desk.cancel(entry.id))}
          >
            {t('action.cancel')}
          </Button>
        </div>
      </Card>
    </>
  )
}

/** Reasons for which saying what the columns are makes a file readable. */
const mappable: readonly string[] = ['unknown-layout', 'missing-column', 'no-header', 'duplicate-column', 'mixed-decimal-marks']

/** A file that cannot be understood: what, where and how to mend it. */
export function Refused({ entry, desk, words, report }: Part & { readonly report: ImportReportAnswer }) {
  const { t } = words
  const canMap = mappable.includes(report.reason ?? '')
  return (
    <>
      <Headline support={t('refused.support')}>{t('refused.headline', { file: entry.file.name })}</Headline>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Card title={fileReason(words, report.reason)} subtitle={t('refused.subtitle')}>
            <WarningNote>{refusalText(words, report, entry.preview?.review?.refusal ?? null)}</WarningNote>
            <p className={classes.text}>{canMap ? t('refused.map') : t('refused.mend')}</p>
            {canMap ? (
              <div className={classes.decide}>
                <Button
                  size="xs"
                  className={classes.filled}
                  onClick={() => desk.take({ kind: 'map', id: entry.id, mapping: true })}
                >
                  {t('map.open')}
                </Button>
              </div>
            ) : null}
          </Card>
          <Questions entry={entry} desk={desk} words={words} />
          {report.rejected.length > 0 ? <RejectedCard entry={entry} words={words} report={report} /> : null}
        </div>
        <RecognisedCard
          entry={entry}
          words={words}
          report={report}
          open={!canMap}
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
