import { Button } from '@mantine/core'
import { asFailure, useSend } from '../../ui/data/client.tsx'
import classes from './import.module.css'
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
        onClick={() => redo.mutate({ batch })}
      >
        {t('redo.redo')}
      </Button>
      {redo.isError ? (
        <p className={classes.warning} role="alert">
          {asFailure(redo.error).message}
        </p>
      ) : null}
    </>
  )
}
