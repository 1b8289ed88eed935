import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { MOST_TEXT } from '../../../../electron/shared/contract/briefingLimits.ts'
import type { DocumentSlide } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { BriefingContent, BriefingEntry } from '../../../../electron/shared/contract/schema/briefings.ts'
import { channelIds } from '../../../../electron/shared/domain/channels.ts'
import { flows } from '../../../../electron/shared/findings/substitution.ts'
import { useSay } from '../../../language/useSay.ts'
import classes from '../briefings.module.css'
import { AsideNote } from './AsideNote.tsx'
import { changeParams, insertAt } from './editing.ts'
import { FieldPicker } from './FieldPicker.tsx'

interface Props {
  readonly content: BriefingContent
  readonly entry: BriefingEntry
  /** as composed; null while it is on its way or left out */
  readonly slide: DocumentSlide | null
  readonly change: (patch: Partial<BriefingEntry>) => void
  readonly refresh: () => void
  readonly remove: () => void
}

const measures = ['index', 'imports', 'exports', 'trade', 'hhi-imports', 'hhi-exports', 'arms', 'votes', 'distance'] as const

function Params({ entry, change }: Pick<Props, 'entry' | 'change'>) {
  const t = useSay('briefings')
  const channel = useSay('overview')
  const flow = useSay('substitution')
  const set = (patch: BriefingEntry['params']): void => change({ params: changeParams(entry, patch), seen: null })
  const { recipe, params } = entry
  if (recipe === 'channel')
    return (
      <Select
        label={t('form.channel')}
        allowDeselect={false}
        value={String(params.channel ?? 'imports')}
        onChange={(value) => value && set({ channel: value })}
        data={channelIds.map((id) => ({ value: id, label: channel(`channels.${id}`) }))}
      />
    )
  if (recipe === 'substitution')
    return (
      <Select
        label={t('form.flow')}
        allowDeselect={false}
        value={String(params.flow ?? 'imports')}
        onChange={(value) => value && set({ flow: value })}
        data={flows.map((id) => ({ value: id, label: flow(`flow.${id}`) }))}
      />
    )
  if (recipe === 'compare')
    return (
      <Select
        label={t('form.measure')}
        allowDeselect={false}
        value={String(params.measure ?? 'imports')}
        onChange={(value) => value && set({ measure: value })}
        data={measures.map((id) => ({ value: id, label: t(`measure.${id}`) }))}
      />
    )
  if (recipe === 'claims')
    return (
      <NumberInput
        label={t('form.page')}
        min={1}
        max={30}
        value={Number(params.page ?? 1)}
        onChange={(value) => set({ page: Math.max(1, Number(value) || 1) })}
      />
    )
  if (recipe === 'changes')
    return (
      <TextInput
        label={t('form.since')}
        type="date"
        value={String(params.since ?? '')}
        onChange={(event) => set({ since: event.currentTarget.value })}
      />
    )
  return null
}

/** What the author says about one slide: title, text with numbers from the store, notes, and what the slide is about. */
export function SlideForm({ content, entry, slide, change, refresh, remove }: Props) {
  const t = useSay('briefings')
  const text = useRef<HTMLTextAreaElement>(null)
  const [picking, pick] = useState(false)
  const insert = (mark: string): void => {
    const { text: next, end } = insertAt(entry.text, text.current?.selectionStart ?? entry.text.length, mark)
    change({ text: next.slice(0, MOST_TEXT) })
    requestAnimationFrame(() => {
      text.current?.focus()
      text.current?.setSelectionRange(end, end)
    })
  }
  return (
    <section className={classes.form} aria-label={t('form.name')}>
      {slide?.stale && entry.recipe === 'aside' ? (
        <AsideNote
          entry={entry}
          gone={slide.notice !== undefined}
          use={(item) => change({ params: changeParams(entry, { item }), seen: null })}
          remove={remove}
        />
      ) : slide?.stale ? (
        <div className={classes.staleNote} role="status">
          <span>{t('staleText')}</span>
          <Button size="compact-xs" onClick={refresh}>
            {t('refresh')}
          </Button>
        </div>
      ) : null}
      <Params entry={entry} change={change} />
      <Textarea
        label={t('form.title')}
        description={entry.title === '' ? t('form.titleGenerated') : undefined}
        placeholder={slide?.title ?? ''}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={400}
        value={entry.title}
        onChange={(event) => change({ title: event.currentTarget.value.replaceAll('\n', ' ') })}
      />
      <Textarea
        ref={text}
        label={t('form.text')}
        description={t('form.textHint')}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={MOST_TEXT}
        value={entry.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <div className={classes.bar}>
        <Button size="compact-xs" variant="default" onClick={() => pick(true)}>
          {t('field.button')}
        </Button>
      </div>
      <Textarea
        label={t('form.notes')}
        description={t('form.notesHint')}
        placeholder={slide?.notes ?? ''}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={MOST_TEXT}
        value={entry.notes}
        onChange={(event) => change({ notes: event.currentTarget.value })}
      />
      <div className={classes.bar}>
        <Button size="compact-xs" variant="default" onClick={remove}>
          {t('form.remove')}
        </Button>
      </div>
      <FieldPicker
        reporter={content.reporter}
        partners={content.partners}
        opened={picking}
        close={() => pick(false)}
        insert={insert}
      />
    </section>
  )
}
