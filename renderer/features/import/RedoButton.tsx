import { Button } from '@mantine/core'
import { failureOf, useClient, useSend } from '../../ui/data/client.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import type { Words } from './words.ts'

interface Props {
  readonly batch: number
  readonly words: Words
  /** told which batch stands for the file now */
  readonly onRedone: (batch: number) => void
}

/** Imports the kept file of an undone batch again, as a batch of its own. Unpacking and reading a large one takes long, so it can be stopped. */
export function RedoButton({ batch, words: { t }, onRedone }: Props) {
  const client = useClient()
  const redo = useSend('batches.redo', ['batches.list'])
  const job = `redo-${batch}`
  const again = (): void => {
    // by its promise: this button is gone as soon as the list has come back
    redo.mutateAsync({ batch, job }).then(
      (report) => onRedone(report.batch ?? batch),
      () => undefined,
    )
  }
  return (
    <>
      <Button size="compact-xs" variant="default" loading={redo.isPending} aria-label={t('redo.of', { batch })} onClick={again}>
        {t('redo.redo')}
      </Button>
      {redo.isPending ? (
        <Button size="compact-xs" variant="default" onClick={() => void client['csv.cancel']({ job }).catch(() => undefined)}>
          {t('action.cancel')}
        </Button>
      ) : null}
      <FailureNote failure={failureOf(redo)} />
    </>
  )
}
