import { Button } from '@mantine/core'
import type { ImportPreview } from '../../../electron/shared/contract/schema/imports.ts'
import { Card, WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { FileHead } from './FileHead.tsx'
import classes from './import.module.css'
import { openQuestions, Questions } from './Questions.tsx'
import { ReadDifferently } from './ReadDifferently.tsx'
import { RecognisedCard } from './RecognisedCard.tsx'
import { RejectedCard } from './RejectedCard.tsx'
import type { Part } from './Stages.tsx'
import { refusalText } from './saidOf.ts'
import type { Taking } from './useTaking.ts'
import { type WayOn, wayOn } from './wayOn.ts'
import { fileReason } from './words.ts'

/** A file that cannot be understood: what it is, where the trouble stands, and the ways on that make sense for it. */
export function Refused({
  entry,
  desk,
  taking,
  words,
  report,
}: Part & { readonly taking: Taking; readonly report: ImportPreview }) {
  const { t } = words
  const refusal = entry.preview?.review?.refusal ?? null
  const way: WayOn = wayOn(report.reason, refusal?.about?.kind ?? null)
  // an answer is all it takes: the form for columns is the longer way
  const asks = openQuestions(entry).length > 0
  const read = (options: Parameters<Parameters<typeof ReadDifferently>[0]['onRead']>[0]): void =>
    desk.take({ kind: 'read', id: entry.id, options })
  const another = async (): Promise<void> => {
    if (!(await taking.choose())) return
    desk.take({ kind: 'remove', id: entry.id })
  }
  return (
    <>
      <Headline support={t('refused.support')}>
        {t(asks ? 'refused.headlineAsks' : 'refused.headline', { file: entry.file.name })}
      </Headline>
      <div className={classes.columns}>
        <div className={layout.side}>
          <Card title={fileReason(words, report.reason)} subtitle={t('refused.subtitle')}>
            <WarningNote>{refusalText(words, report, refusal)}</WarningNote>
            <p className={classes.after}>{t(`refused.way.${asks && way === 'map' ? 'answer' : way}`)}</p>
            <div className={layout.actions}>
              {way === 'map' ? (
                <Button
                  size="xs"
                  {...(asks ? { variant: 'default' } : { className: layout.filled })}
                  onClick={() => desk.take({ kind: 'map', id: entry.id, mapping: true })}
                >
                  {t('map.open')}
                </Button>
              ) : null}
              <Button
                size="xs"
                {...(way === 'mend' ? { className: layout.filled } : { variant: 'default' })}
                onClick={() => void another()}
              >
                {t('refused.another')}
              </Button>
            </div>
          </Card>
          <Questions entry={entry} desk={desk} words={words} />
          {way === 'form' ? (
            <Card title={t('read.differently')} subtitle={t('read.differentlyText')}>
              <ReadDifferently entry={entry} words={words} onRead={read} />
            </Card>
          ) : null}
          {way === 'mend' ? null : <FileHead key={entry.id} entry={entry} words={words} line={refusal?.line ?? null} />}
          {report.rejected.length > 0 ? <RejectedCard entry={entry} words={words} report={report} /> : null}
        </div>
        <RecognisedCard entry={entry} words={words} report={report} onRead={way === 'map' ? read : null} />
      </div>
    </>
  )
}
