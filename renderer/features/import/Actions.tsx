import { Button, Tooltip } from '@mantine/core'
import { useId } from 'react'
import layout from '../../ui/parts/layout.module.css'
import type { ImportDesk } from './desk.ts'
import classes from './import.module.css'
import { figuresToWrite, groupCounts, undecided } from './prepare.ts'
import type { Entry } from './queue.ts'
import type { Taking } from './useTaking.ts'
import type { Words } from './words.ts'

interface Props {
  readonly entry: Entry
  readonly desk: ImportDesk
  readonly taking: Taking
  readonly words: Words
}

/** Writes the file. While that cannot be, the button stays where keys find it and says what is missing. */
function WriteButton({ entry, desk, words: { t, formats } }: Omit<Props, 'taking'>) {
  const hint = useId()
  const { preview, choices } = entry
  const counts = preview ? groupCounts(preview) : null
  const figures = counts ? figuresToWrite(counts, choices) : 0
  const [open] = preview && counts ? undecided(preview, counts, choices) : []
  const why = open ? t(`action.undecided.${open}`) : figures === 0 ? t('action.nothing') : null
  return (
    <>
      <Tooltip label={why ?? ''} disabled={why === null} events={{ hover: true, focus: true, touch: true }}>
        <Button
          size="xs"
          className={layout.filled}
          {...(why === null ? {} : { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': hint })}
          onClick={() => {
            if (why === null) desk.take({ kind: 'write', id: entry.id })
          }}
        >
          {t('action.write', { count: figures, figures: formats.number(figures, 0) })}
        </Button>
      </Tooltip>
      {why === null ? null : (
        <span id={hint} className="visually-hidden">
          {why}
        </span>
      )}
    </>
  )
}

/**
 * The right end of the top bar: further files, giving a file up, writing it; and the promise that nothing has been written until it has.
 */
export function Actions({ entry, desk, taking, words }: Props) {
  const { t } = words
  const { stage } = entry
  const done = stage === 'written' || stage === 'undone'
  const busy = stage === 'reading' || stage === 'writing' || stage === 'queued'
  return (
    <>
      {done ? null : <span className={classes.promise}>{t('promise')}</span>}
      <Button size="xs" variant="default" onClick={() => void taking.choose()}>
        {t('drop.add')}
      </Button>
      {busy ? null : (
        <Button size="xs" variant="default" onClick={() => desk.take({ kind: 'remove', id: entry.id })}>
          {done ? t('action.close') : t('action.discard')}
        </Button>
      )}
      {stage === 'review' && !entry.mapping ? <WriteButton entry={entry} desk={desk} words={words} /> : null}
    </>
  )
}
