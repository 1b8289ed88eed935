import { Button } from '@mantine/core'
import type { Language } from '../../../language/languages.ts'
import { useSay } from '../../../language/useSay.ts'
import { useFailureText } from '../../../ui/data/failureText.ts'
import classes from '../briefings.module.css'
import { SaveAs } from './SaveAs.tsx'
import type { Editor, Saving } from './useEditor.ts'

function SavedState({ saving, retry }: { readonly saving: Saving; readonly retry: () => void }) {
  const t = useSay('briefings')
  const failureText = useFailureText()
  return (
    <span className={classes.saved} role="status" data-state={saving.state}>
      {saving.state === 'saved'
        ? t('saving.saved')
        : saving.state === 'waiting'
          ? t('saving.waiting')
          : failureText(saving.error)}
      {saving.state === 'failed' ? (
        <button type="button" className={classes.link} onClick={retry}>
          {t('saving.again')}
        </button>
      ) : null}
    </span>
  )
}

interface Props {
  readonly id: number
  readonly title: string
  /** of the files that are made of it */
  readonly language: Language
  readonly editor: Pick<Editor, 'saving' | 'saveNow'>
  /** place of the slide on screen, from 1: a presentation begins there */
  readonly at: number
  readonly setup: boolean
  readonly toggleSetup: () => void
  readonly showVersions: () => void
  readonly close: () => void
}

/** Above a briefing: its title, whether it is saved, and what is done with the whole of it. */
export function EditorBar({ id, title, language, editor, at, setup, toggleSetup, showVersions, close }: Props) {
  const t = useSay('briefings')
  /** files, versions and the stage are made of what is stored */
  const whenStored = (next: () => void): void => void editor.saveNow().then((saved) => saved && next())
  const present = (): void => {
    window.location.hash = `#/present?briefing=${id}&slide=${at}`
  }
  return (
    <div className={classes.top}>
      <button type="button" className={classes.link} onClick={close}>
        {t('back')}
      </button>
      <h1 className={classes.heading} data-testid="headline">
        {title}
      </h1>
      <SavedState saving={editor.saving} retry={() => void editor.saveNow()} />
      <span className={classes.actions}>
        <Button size="xs" variant="default" aria-expanded={setup} onClick={toggleSetup}>
          {t('setup.button')}
        </Button>
        <Button size="xs" variant="default" onClick={() => whenStored(showVersions)}>
          {t('versions.button')}
        </Button>
        <SaveAs id={id} language={language} before={editor.saveNow} />
        <Button size="xs" onClick={() => whenStored(present)}>
          {t('present.start')}
        </Button>
      </span>
    </div>
  )
}
