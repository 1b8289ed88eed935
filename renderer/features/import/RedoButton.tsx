import { Button } from '@mantine/core'
import { asFailure, useSend } from '../../ui/data/client.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import { focusBatch } from './focus.ts'
import type { Words } from './words.ts'

/** Imports the kept file of an undone batch again, as a batch of its own. */
export function RedoButton({ batch, words: { t } }: { readonly batch: number; readonly words: Words }) {
  const redo = useSend('batches.redo', ['batches.list'])
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={redo.isPending}
        aria-label={t('redo.of', { batch })}
        onClick={() => redo.mutate({ batch }, { onSuccess: () => focusBatch(batch) })}
      >
        {t('redo.redo')}
      </Button>
      <FailureNote failure={redo.isError ? asFailure(redo.error) : null} />
    </>
  )
}
