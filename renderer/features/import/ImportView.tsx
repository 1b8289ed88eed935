import type { Batch } from '../../../electron/shared/contract/schema/imports.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useCatalogue, useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { Actions } from './Actions.tsx'
import { DropCard } from './DropCard.tsx'
import type { ImportDesk } from './desk.ts'
import { Files } from './Files.tsx'
import { useHeadlineFocus } from './focus.ts'
import { HistoryCard } from './HistoryCard.tsx'
import classes from './import.module.css'
import { PackageRefused, SignedBy } from './PackageCards.tsx'
import { packageReasonOf } from './packageReasons.ts'
import { importedBatches, type StepId, steps } from './prepare.ts'
import type { Entry } from './queue.ts'
import { Refused } from './Refused.tsx'
import { Review } from './Review.tsx'
import { Spoken } from './Spoken.tsx'
import { Failed, Working } from './Stages.tsx'
import { useDesk } from './useDesk.ts'
import { type Taking, useTaking } from './useTaking.ts'
import { Wizard } from './wizard/Wizard.tsx'
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

function OnScreen({
  entry,
  desk,
  taking,
  words,
}: {
  readonly entry: Entry
  readonly desk: ImportDesk
  readonly taking: Taking
  readonly words: Words
}) {
  const part = { entry, desk, words }
  const report = entry.result ?? entry.preview
  if (entry.mapping) return <Wizard key={entry.id} {...part} />
  if (entry.stage === 'failed') return <Failed {...part} />
  if (entry.stage === 'refused' && report && packageReasonOf(report)) return <PackageRefused {...part} report={report} />
  if (entry.stage === 'refused' && report) return <Refused {...part} taking={taking} report={report} />
  if ((entry.stage === 'review' || entry.stage === 'written' || entry.stage === 'undone') && report)
    return <Review key={`${entry.id} ${entry.stage}`} {...part} report={report} />
  return <Working {...part} />
}

/** No file waits: the field to drop one on, and what was imported before. */
function Start({
  batches,
  taking,
  words,
}: {
  readonly batches: readonly Batch[]
  readonly taking: Taking
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
      <DropCard taking={taking} words={words} small={all.length > 0} />
    </>
  )
}

/**
 * The way of a file into the store: chosen, recognised, reviewed, decided on, written, and taken back; and the history of batches.
 */
export function ImportView() {
  const t = useSay('import')
  const words: Words = { t, formats: useFormats(), names: useNames() }
  const { desk, queue } = useDesk()
  const taking = useTaking(desk)
  const batches = useCall('batches.list', {})
  const entry = queue.entries.find(({ id }) => id === queue.shown) ?? null
  useHeadlineFocus(entry === null ? 'start' : `${entry.id} ${entry.stage} ${entry.mapping}`)
  return (
    <Page
      title={t('title')}
      pickers={<Steps entry={entry} words={words} />}
      actions={entry ? <Actions entry={entry} desk={desk} taking={taking} words={words} /> : undefined}
    >
      <Spoken queue={queue} words={words} />
      {entry ? (
        <>
          <Files queue={queue} desk={desk} taking={taking} words={words} />
          <SignedBy report={entry.result ?? entry.preview} />
          <OnScreen entry={entry} desk={desk} taking={taking} words={words} />
        </>
      ) : (
        <StateView of={batches} height={420}>
          {(list) => (
            <>
              <Start batches={list} taking={taking} words={words} />
              <HistoryCard batches={list} desk={desk} words={words} />
            </>
          )}
        </StateView>
      )}
    </Page>
  )
}
