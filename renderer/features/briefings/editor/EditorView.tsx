import { Button, Collapse } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Briefing } from '../../../../electron/shared/contract/schema/briefings.ts'
import type { Proposal } from '../../../../electron/shared/domain/briefing.ts'
import { useLanguage } from '../../../language/useFormats.ts'
import { useSay } from '../../../language/useSay.ts'
import { useCall } from '../../../ui/data/client.tsx'
import { FailureNote } from '../../../ui/parts/FailureNote.tsx'
import classes from '../briefings.module.css'
import { AddSlide } from './AddSlide.tsx'
import { EditorBar } from './EditorBar.tsx'
import { addSlide, changeSlide, moveSlide, neighbour, removeSlide } from './editing.ts'
import { Outline, type OutlineRow } from './Outline.tsx'
import { Preview } from './Preview.tsx'
import { SetupForm } from './SetupForm.tsx'
import { SlideForm } from './SlideForm.tsx'
import { useEditor } from './useEditor.ts'
import { useFirstSight, useRefresh } from './useRefresh.ts'
import { Versions } from './Versions.tsx'

/** Typing should not compose a document for every letter. */
const COMPOSE_MS = 450

/** One briefing open for writing: its outline, the slide on screen, and what the author says about it. */
export function EditorView({ briefing, close }: { readonly briefing: Briefing; readonly close: () => void }) {
  const t = useSay('briefings')
  const recipe = useSay('briefing')
  const interfaceLanguage = useLanguage()
  const editor = useEditor(briefing)
  const { content, change } = editor
  const [current, setCurrent] = useState<string | null>(content.entries[0]?.id ?? null)
  const [setup, showSetup] = useState(false)
  const [versions, showVersions] = useState(false)
  const [removed, setRemoved] = useState(false)
  const [composed] = useDebouncedValue(content, COMPOSE_MS)
  const language = content.language ?? interfaceLanguage
  const answer = useCall('briefing.compose', { content: composed, language: composed.language ?? interfaceLanguage })
  useFirstSight(editor, interfaceLanguage)

  const document = answer.state === 'ready' ? answer.value : answer.state === 'loading' ? answer.previous : null
  const entry = content.entries.find((one) => one.id === current) ?? content.entries[0]
  const slide = document?.slides.find((one) => one.id === entry?.id) ?? null
  const at = slide && document ? document.slides.indexOf(slide) + 1 : 0
  const rows = content.entries.map((one): OutlineRow => {
    const made = document?.slides.find((candidate) => candidate.id === one.id)
    return {
      id: one.id,
      title: one.title || made?.title || recipe(`recipe.${one.recipe}`),
      stale: made?.stale ?? false,
      missing: document !== null && made === undefined && answer.state === 'ready' && composed === content,
    }
  })
  // a drawing set aside cannot be drawn anew from here; numbers in its text can
  const refreshable = new Set(
    content.entries.filter((one) => one.recipe !== 'aside' || one.text.includes('{{')).map(({ id }) => id),
  )
  const staleIds = rows.filter((row) => row.stale && refreshable.has(row.id)).map((row) => row.id)

  const add = (proposal: Proposal): void => {
    const made = addSlide(content, proposal, entry?.id ?? null)
    if (made === null) return
    change(() => made.content)
    setCurrent(made.id)
    setRemoved(false)
  }
  const remove = (id: string): void => {
    setCurrent(neighbour(content, id))
    change((now) => removeSlide(now, id))
    setRemoved(true)
  }
  const { refresh, failure } = useRefresh(editor, language)
  const undo = (): void => {
    editor.undo?.()
    setRemoved(false)
  }

  return (
    <div className={classes.editor}>
      <EditorBar
        id={briefing.id}
        title={content.name || document?.title || t('title')}
        language={language}
        editor={editor}
        at={Math.max(1, at)}
        setup={setup}
        toggleSetup={() => showSetup(!setup)}
        showVersions={() => showVersions(true)}
        close={close}
      />
      <Collapse expanded={setup}>
        <SetupForm
          content={content}
          generated={document?.title ?? ''}
          change={(patch) => change((now) => ({ ...now, ...patch }))}
        />
      </Collapse>
      <div className={classes.three}>
        <div className={classes.left}>
          <div className={classes.bar}>
            <AddSlide add={add} />
            <Button size="xs" variant="default" disabled={editor.undo === null} onClick={undo}>
              {t('undo')}
            </Button>
          </div>
          {removed ? (
            <p className={classes.hint} role="status">
              {t('slideRemoved')}
            </p>
          ) : null}
          {staleIds.length > 0 ? (
            <div className={classes.staleNote} role="status">
              <span>{t('staleCount', { count: staleIds.length })}</span>
              <Button size="compact-xs" onClick={() => refresh(staleIds)}>
                {t('refreshAll')}
              </Button>
            </div>
          ) : null}
          <FailureNote failure={failure} />
          <Outline
            rows={rows}
            current={entry?.id ?? null}
            pick={setCurrent}
            place={(id, to) => change((now) => moveSlide(now, id, to))}
          />
        </div>
        <Preview answer={answer} entry={entry ?? null} slide={slide} at={at} />
        {entry ? (
          <SlideForm
            key={entry.id}
            content={content}
            entry={entry}
            slide={slide}
            change={(patch) => change((now) => changeSlide(now, entry.id, patch))}
            refresh={() => refresh([entry.id])}
            remove={() => remove(entry.id)}
          />
        ) : null}
      </div>
      <Versions
        id={briefing.id}
        version={editor.version}
        opened={versions}
        close={() => showVersions(false)}
        restored={(found) => {
          editor.replace(found)
          setCurrent(found.content.entries[0]?.id ?? null)
        }}
      />
    </div>
  )
}
