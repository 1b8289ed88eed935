import { Button } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import type { ImportDesk } from './desk.ts'
import classes from './import.module.css'
import type { Words } from './words.ts'

interface Props {
  readonly desk: ImportDesk
  readonly words: Words
  /** one line instead of a field: other files are on screen already */
  readonly small?: boolean
}

/** Where files are dropped or chosen; several at once. */
export function DropCard({ desk, words: { t }, small = false }: Props) {
  const [over, setOver] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length > 0) void desk.drop(event.dataTransfer.files).then(setFailure)
  }
  return (
    <section
      className={small ? classes.dropSmall : classes.drop}
      aria-label={t('drop.title')}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {small ? null : (
        <svg width="28" height="28" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.2" aria-hidden="true">
          <path d="M10 3v9M6.5 8.5L10 12l3.5-3.5M4 13v3.5h12V13" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      )}
      <strong>{small ? t('drop.more') : t('drop.title')}</strong>
      {small ? null : <p>{t('drop.text')}</p>}
      <Button
        size="xs"
        variant={small ? 'default' : 'filled'}
        {...(small ? {} : { className: classes.filled })}
        onClick={() => void desk.choose().then(setFailure)}
      >
        {t('drop.choose')}
      </Button>
      {small ? null : <p className={classes.small}>{t('drop.formats')}</p>}
      {failure ? (
        <p className={classes.warning} role="alert">
          {failure.message}
        </p>
      ) : null}
    </section>
  )
}
