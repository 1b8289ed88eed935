import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import layout from '../../ui/parts/layout.module.css'
import type { ImportDesk } from './desk.ts'
import classes from './import.module.css'
import type { Queue } from './queue.ts'
import type { Taking } from './useTaking.ts'
import type { Words } from './words.ts'

interface Props {
  readonly queue: Queue
  readonly desk: ImportDesk
  readonly taking: Taking
  readonly words: Words
}

/** The files that wait, with what each is at. One broken file stands among the others and blocks none. */
export function Files({ queue: { entries, shown }, desk, taking: { over, failure }, words: { t } }: Props) {
  return (
    <>
      {over ? (
        <div className={classes.over}>
          <strong>{t('drop.release')}</strong>
        </div>
      ) : null}
      <FailureNote failure={failure} />
      {entries.length > 1 ? (
        <nav className={classes.files} aria-label={t('drop.files')}>
          {entries.map(({ id, stage, file }) => (
            <button
              key={id}
              type="button"
              className={classes.fileChip}
              data-stage={stage}
              aria-pressed={id === shown}
              title={file.name}
              onClick={() => desk.take({ kind: 'show', id })}
            >
              <span className={classes.file}>{file.name}</span>
              <span className={layout.sub}>{t(`stage.${stage}`)}</span>
            </button>
          ))}
        </nav>
      ) : null}
    </>
  )
}
