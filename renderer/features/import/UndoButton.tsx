import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import type { Batch, UndoAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { asFailure, useCall } from '../../ui/data/client.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import layout from '../../ui/parts/layout.module.css'
import type { ImportDesk } from './desk.ts'
import classes from './import.module.css'
import type { Words } from './words.ts'

/** Names the later batches whose files had figures of series that lost some; '' where there is none. */
export function confirmedBy(
  { t, formats }: Words,
  { confirmed }: UndoAnswer,
  batches: readonly Pick<Batch, 'batch' | 'file'>[],
): string {
  if (confirmed.length === 0) return ''
  const files = new Map(batches.map((one) => [one.batch, one.file]))
  const named = confirmed.map((one) =>
    files.has(one) ? t('undo.named', { batch: one, file: files.get(one) ?? '' }) : String(one),
  )
  return t('undo.confirmed', { count: confirmed.length, batches: formats.list(named) })
}

interface Props {
  readonly batch: number
  readonly desk: ImportDesk
  readonly words: Words
}

/** The question before a batch goes: which later batches rest on it, and go with it. The focus begins on the answer that changes nothing. */
export function UndoQuestion({ batch, desk, words, onClose }: Props & { readonly onClose: (undone: boolean) => void }) {
  const { t, formats } = words
  const detail = useCall('batches.get', { batch })
  const batches = useCall('batches.list', {})
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [told, tell] = useState('')
  const keep = useRef<HTMLButtonElement>(null)
  const seen = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  useEffect(() => {
    if (told !== '') seen.current?.focus()
  }, [told])
  const dependents = detail.state === 'ready' ? detail.value.dependents : []
  const files = new Map(batches.state === 'ready' ? batches.value.map((one) => [one.batch, one.file]) : [])
  const named = dependents.map((one) =>
    files.has(one) ? t('undo.named', { batch: one, file: files.get(one) ?? '' }) : String(one),
  )
  const known = detail.state === 'ready'
  const undo = (): void => {
    if (!known) return
    setBusy(true)
    desk.undo(batch, dependents.length > 0).then(
      (answer) => {
        const sentence = confirmedBy(words, answer, batches.state === 'ready' ? batches.value : [])
        tell(sentence)
        if (sentence === '') onClose(true)
      },
      (error: unknown) => {
        setBusy(false)
        setFailure(asFailure(error))
      },
    )
  }
  if (told !== '')
    return (
      <div role="status" className={classes.question}>
        <span>{told}</span>
        <Button ref={seen} size="compact-xs" variant="default" onClick={() => onClose(true)}>
          {t('undo.seen')}
        </Button>
      </div>
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a row of a table and in a line of text alike
    <div
      role="group"
      aria-label={t('undo.of', { batch })}
      className={classes.question}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !busy) onClose(false)
      }}
    >
      <span>
        {dependents.length > 0
          ? t('undo.dependents', { count: dependents.length, batches: formats.list(named), batch })
          : t('undo.question', { batch })}
      </span>
      {/* not `disabled` until the later batches are known: keys would pass it by */}
      <Button
        size="compact-xs"
        className={layout.filled}
        loading={busy}
        {...(known ? {} : { 'data-disabled': true, 'aria-disabled': true })}
        onClick={undo}
      >
        {dependents.length > 0 ? t('undo.withThem', { count: dependents.length + 1 }) : t('undo.confirm')}
      </Button>
      <Button ref={keep} size="compact-xs" variant="default" disabled={busy} onClick={() => onClose(false)}>
        {t('undo.keep')}
      </Button>
      <FailureNote failure={failure} />
    </div>
  )
}

/** Asks in its own place; the focus comes back to it when nothing was undone. */
export function UndoButton(props: Props) {
  const { t } = props.words
  const [asked, setAsked] = useState<'no' | 'yes' | 'kept'>('no')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asked === 'kept') button.current?.focus()
  }, [asked])
  if (asked === 'yes') return <UndoQuestion {...props} onClose={(undone) => setAsked(undone ? 'no' : 'kept')} />
  return (
    <Button
      ref={button}
      size="compact-xs"
      variant="default"
      aria-label={t('undo.of', { batch: props.batch })}
      onClick={() => setAsked('yes')}
    >
      {t('undo.undo')}
    </Button>
  )
}
