import { Button } from '@mantine/core'
import type { Batch } from '../../../electron/shared/contract/schema/imports.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useCatalogue, useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { DropCard } from './DropCard.tsx'
import type { ImportDesk } from './desk.ts'
import { HistoryCard } from './HistoryCard.tsx'
import classes from './import.module.css'
import { PackageRefused, SignedBy } from './PackageCards.tsx'
import { packageReasonOf } from './packageReasons.ts'
import { figuresToWrite, groupCounts, importedBatches, type StepId, steps, undecided } from './prepare.ts'
import type { Entry, Queue } from './queue.ts'
import { Review } from './Review.tsx'
import { Failed, Refused, Working } from './Stages.tsx'
import { useDesk } from './useDesk.ts'
import { Wizard } from './Wizard.tsx'
import type { Words } from './words.ts'

const stepOf = (entry: Entry | null): StepId => {
  if (entry === null) return 'drop'
  if (entry.mapping) return 'recognise'
  if (entry.stage === 'review') return 'review'
  return ['queued', 'writing', 'written', 'undone'].includes(entry.stage) ? 'write' : 'recognise'
}

function Steps({ entry, words: { t } }: { readonly entry: Entry | null; readonly words: Words }) {
  const at = stepOf(entry)
  return (
    <ol className={classes.steps} aria-label={t('step.label')}>
      {steps.map((step) => (
        <li key={step} aria-current={step === at ? 'step' : undefined}>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  )
}

/** Discard and write, and the promise that nothing has been written until it has. */
function Actions({ entry, desk, words }: { readonly entry: Entry; readonly desk: ImportDesk; readonly words: Words }) {
  const { t, formats } = words
  const { preview, stage } = entry
  const done = stage === 'written' || stage === 'undone'
  const busy = stage === 'reading' || stage === 'writing' || stage === 'queued'
  const counts = preview ? groupCounts(preview) : null
  const figures = counts ? figuresToWrite(counts, entry.choices) : 0
  const open = preview && counts ? undecided(preview, counts, entry.choices) : []
  return (
    <>
      {done ? null : <span className={classes.promise}>{t('promise')}</span>}
      <Button size="xs" variant="default" disabled={busy} onClick={() => desk.take({ kind: 'remove', id: entry.id })}>
        {done ? t('action.close') : t('action.discard')}
      </Button>
      {stage === 'review' && !entry.mapping ? (
        <Button
          size="xs"
          className={classes.filled}
          disabled={open.length > 0 || figures === 0}
          title={open[0] ? t(`action.undecided.${open[0]}`) : undefined}
          onClick={() => desk.take({ kind: 'write', id: entry.id })}
        >
          {t('action.write', { count: figures, figures: formats.number(figures, 0) })}
        </Button>
      ) : null}
    </>
  )
}

/** The files that wait, with what each is at. One broken file stands among the others and blocks none. */
function Files({ queue, desk, words }: { readonly queue: Queue; readonly desk: ImportDesk; readonly words: Words }) {
  const { t } = words
  return (
    <div className={classes.files}>
      {queue.entries.length > 1
        ? queue.entries.map((entry) => (
            <button
              key={entry.id}
              type="button"
              className={classes.fileChip}
              data-stage={entry.stage}
              aria-pressed={entry.id === queue.shown}
              onClick={() => desk.take({ kind: 'show', id: entry.id })}
            >
              <span className={classes.file}>{entry.file.name}</span>
              <span className={classes.sub}>{t(`stage.${entry.stage}`)}</span>
            </button>
          ))
        : null}
      <DropCard desk={desk} words={words} small />
    </div>
  )
}

function OnScreen({ entry, desk, words }: { readonly entry: Entry; readonly desk: ImportDesk; readonly words: Words }) {
  const part = { entry, desk, words }
  const report = entry.result ?? entry.preview
  if (entry.mapping) return <Wizard key={entry.id} {...part} />
  if (entry.stage === 'failed') return <Failed {...part} />
  if (entry.stage === 'refused' && report && packageReasonOf(report)) return <PackageRefused {...part} report={report} />
  if (entry.stage === 'refused' && report) return <Refused {...part} report={report} />
  if ((entry.stage === 'review' || entry.stage === 'written' || entry.stage === 'undone') && report)
    return <Review key={`${entry.id} ${entry.stage}`} {...part} report={report} />
  return <Working {...part} />
}

/** No file waits: the field to drop one on, and what was imported before. */
function Start({
  batches,
  desk,
  words,
}: {
  readonly batches: readonly Batch[]
  readonly desk: ImportDesk
  readonly words: Words
}) {
  const { t, formats } = words
  const { summary } = useCatalogue()
  const all = importedBatches(batches)
  const last = all.find(({ undone }) => !undone)
  const changed = last ? last.rows.new + last.rows.revised : 0
  return (
    <>
      <Headline support={t('start.support')}>
        {last
          ? t('start.headlineLast', {
              file: last.file,
              date: formats.day(last.importedAt.slice(0, 10)),
              count: changed,
              figures: formats.number(changed, 0),
            })
          : all.length > 0
            ? t('start.headlineUndone', { figures: formats.number(summary.observations, 0) })
            : t('start.headlineNone', { figures: formats.number(summary.observations, 0) })}
      </Headline>
      <DropCard desk={desk} words={words} />
    </>
  )
}

export function ImportView() {
  const t = useSay('import')
  const words: Words = { t, formats: useFormats(), names: useNames() }
  const { desk, queue } = useDesk()
  const batches = useCall('batches.list', {})
  const entry = queue.entries.find(({ id }) => id === queue.shown) ?? null
  return (
    <Page
      title={t('title')}
      pickers={<Steps entry={entry} words={words} />}
      actions={entry ? <Actions entry={entry} desk={desk} words={words} /> : undefined}
    >
      {entry ? (
        <>
          <Files queue={queue} desk={desk} words={words} />
          <SignedBy report={entry.result ?? entry.preview} />
          <OnScreen entry={entry} desk={desk} words={words} />
        </>
      ) : (
        <StateView of={batches} height={420}>
          {(list) => (
            <>
              <Start batches={list} desk={desk} words={words} />
              <HistoryCard batches={list} desk={desk} words={words} />
            </>
          )}
        </StateView>
      )}
    </Page>
  )
}
