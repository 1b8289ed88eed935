import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import { asFailure, useCall } from '../../ui/data/client.tsx'
import type { ImportDesk } from './desk.ts'
import classes from './import.module.css'
import type { Words } from './words.ts'

interface Props {
  readonly batch: number
  readonly desk: ImportDesk
  readonly words: Words
}

/** The question before a batch goes: which later batches rest on it, and go with it. */
function Question({ batch, desk, words, onClose }: Props & { readonly onClose: () => void }) {
  const { t, formats } = words
  const detail = useCall('batches.get', { batch })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const dependents = detail.state === 'ready' ? detail.value.dependents : []
  const undo = (): void => {
    setBusy(true)
    desk.undo(batch, dependents.length > 0).then(onClose, (error: unknown) => {
      setBusy(false)
      setFailure(asFailure(error))
    })
  }
  const names = formats.list(dependents.map(String))
  return (
    <span className={classes.question}>
      <span>
        {dependents.length > 0
          ? t('undo.dependents', { count: dependents.length, batches: names })
          : t('undo.question', { batch })}
      </span>
      <Button size="compact-xs" className={classes.filled} loading={busy} disabled={detail.state === 'loading'} onClick={undo}>
        {dependents.length > 0 ? t('undo.withThem') : t('undo.confirm')}
      </Button>
      <Button size="compact-xs" variant="default" disabled={busy} onClick={onClose}>
        {t('undo.keep')}
      </Button>
      {failure ? (
        <span className={classes.warning} role="alert">
          {failure.message}
        </span>
      ) : null}
    </span>
  )
}

export function UndoButton(props: Props) {
  const { t } = props.words
  const [asked, ask] = useState(false)
  if (asked) return <Question {...props} onClose={() => ask(false)} />
  return (
    <Button size="compact-xs" variant="default" aria-label={t('undo.of', { batch: props.batch })} onClick={() => ask(true)}>
      {t('undo.undo')}
    </Button>
  )
}
