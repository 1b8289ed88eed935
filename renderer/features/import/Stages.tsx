// A file on its way to the review or into the store, and one whose call did not come back.
import { Button } from '@mantine/core'
import { useFailureText } from '../../ui/data/failureText.ts'
import { Card } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import type { ImportDesk } from './desk.ts'
import classes from './import.module.css'
import { type Entry, timeLeftMs } from './queue.ts'
import { bytesText, shareDone, timeLeft, type Words } from './words.ts'

export interface Part {
  readonly entry: Entry
  readonly desk: ImportDesk
  readonly words: Words
}

/** Progress by bytes and rows with the time left, and a way to stop. */
export function Working({ entry, desk, words }: Part) {
  const { t, formats } = words
  const { progress, stage, file } = entry
  const share = progress ? shareDone(progress) : 0
  const left = progress ? timeLeftMs(progress) : null
  const writing = stage === 'writing' || stage === 'queued'
  // what is written is compared once more on its way
  const step =
    stage === 'writing' ? (share >= 1 ? 'finishing' : 'writing') : progress?.phase === 'comparing' ? 'comparing' : 'reading'
  const phase = t(`progress.${step}`)
  const waits = stage === 'waiting' || stage === 'queued'
  const stop = (): void => {
    if (stage === 'waiting') desk.take({ kind: 'remove', id: entry.id })
    else if (stage === 'queued') desk.take({ kind: 'withdraw', id: entry.id })
    else desk.cancel(entry.id)
  }
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
        <div className={layout.actions}>
          <span className={layout.text}>
            {progress
              ? t('progress.rows', {
                  percent: formats.percent(share * 100, 0),
                  rows: formats.number(progress.rows, 0),
                  size: bytesText(words, file.bytes),
                })
              : bytesText(words, file.bytes)}
            {left === null ? '' : ` · ${timeLeft(words, left)}`}
          </span>
          <Button size="xs" variant="default" onClick={stop}>
            {t('action.cancel')}
          </Button>
        </div>
      </Card>
    </>
  )
}

/** A call that did not come back with a report. */
export function Failed({ entry, desk, words: { t } }: Part) {
  const failureText = useFailureText()
  return (
    <>
      <Headline support={t('failed.support')}>{t('failed.headline', { file: entry.file.name })}</Headline>
      <Card title={entry.failure ? failureText(entry.failure) : ''}>
        <div className={layout.actions}>
          <Button size="xs" variant="default" onClick={() => desk.take({ kind: 'read', id: entry.id, options: entry.options })}>
            {t('read.again')}
          </Button>
          <span className={layout.small}>{entry.failure?.detail}</span>
        </div>
      </Card>
    </>
  )
}
