import { Button } from '@mantine/core'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import layout from '../../ui/parts/layout.module.css'
import classes from './import.module.css'
import type { Taking } from './useTaking.ts'
import type { Words } from './words.ts'

interface Props {
  readonly taking: Taking
  readonly words: Words
  /** files were imported before: the field leaves room for their history */
  readonly small: boolean
}

/** Where files are dropped or chosen; several at once. */
export function DropCard({ taking: { over, failure, choose }, words: { t }, small }: Props) {
  return (
    <section className={classes.drop} aria-label={t('drop.title')} data-over={over || undefined} data-small={small || undefined}>
      <svg width="28" height="28" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.2" aria-hidden="true">
        <path d="M10 3v9M6.5 8.5L10 12l3.5-3.5M4 13v3.5h12V13" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <strong>{over ? t('drop.release') : t('drop.title')}</strong>
      <p>{t('drop.text')}</p>
      <Button size="xs" className={layout.filled} onClick={() => void choose()}>
        {t('drop.choose')}
      </Button>
      <p className={layout.small}>{t('drop.formats')}</p>
      <FailureNote failure={failure} />
    </section>
  )
}
