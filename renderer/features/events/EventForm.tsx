import { Button, Group, Modal, MultiSelect, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { EventRow } from '../../../electron/shared/contract/schema/own.ts'
import { type EventCategory, eventCategories, eventDateProblem } from '../../../electron/shared/domain/event.ts'
import { useCatalogue } from '../../ui/data/catalogue.tsx'
import { asFailure, useSend } from '../../ui/data/client.tsx'
import { useFailureText } from '../../ui/data/failureText.ts'
import { useView } from '../../ui/view/useView.ts'
import classes from './events.module.css'
import type { Words } from './words.ts'

/** null = a new event */
export type Edited = { readonly event: EventRow | null }

interface Draft {
  readonly date: string
  readonly title: string
  readonly description: string
  readonly category: EventCategory
  readonly partners: readonly string[]
  readonly source: string
  readonly reporter: string
}

const draftOf = (event: EventRow | null, reporter: string): Draft =>
  event ?? { date: '', title: '', description: '', category: 'diplomacy', partners: [], source: '', reporter }

/** What is wrong with a draft, field by field, in the reader's words; empty = it can be written. */
function problemsOf(draft: Draft, { t }: Words): Readonly<Partial<Record<'date' | 'title' | 'source', string>>> {
  const date = eventDateProblem(draft.date.trim())
  return {
    ...(date === null ? {} : { date: t(`problem.${date}`, { date: draft.date.trim() }) }),
    ...(draft.title.trim() === '' ? { title: t('problem.title') } : {}),
    ...(draft.source.trim() === '' ? { source: t('problem.source') } : {}),
  }
}

/** An event of the reader: its day, words, category, partners and source. Nothing is kept before it is saved. */
export function EventForm({
  edited,
  words,
  onClose,
}: {
  readonly edited: Edited
  readonly words: Words
  readonly onClose: () => void
}) {
  const { t, names } = words
  const { areas, reporters } = useCatalogue()
  const { reporter } = useView()
  const [draft, setDraft] = useState(() => draftOf(edited.event, reporter))
  const [tried, setTried] = useState(false)
  const failureText = useFailureText()
  const save = useSend('events.save', ['events.list'])
  const problems = tried ? problemsOf(draft, words) : {}
  const set = (patch: Partial<Draft>): void => setDraft({ ...draft, ...patch })
  const submit = (): void => {
    setTried(true)
    if (Object.keys(problemsOf(draft, words)).length > 0) return
    const { date, title, description, category, partners, source } = draft
    save.mutate(
      {
        id: edited.event?.id ?? null,
        date: date.trim(),
        title,
        description,
        category,
        partners: [...partners],
        source,
        reporter: draft.reporter,
      },
      { onSuccess: onClose },
    )
  }
  const partnerOptions = areas
    .filter((area) => area.kind === 'country' || area.code === 'EU27')
    .map((area) => ({ value: area.code, label: names.area(area.code) }))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(edited.event ? 'form.edit' : 'form.add')}
      centered
      closeButtonProps={{ 'aria-label': t('form.cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('form.date')}
            description={t('form.dateHint')}
            value={draft.date}
            onChange={(event) => set({ date: event.currentTarget.value })}
            error={problems.date}
            data-autofocus
          />
          <TextInput
            label={t('form.title')}
            value={draft.title}
            maxLength={200}
            onChange={(event) => set({ title: event.currentTarget.value })}
            error={problems.title}
          />
          <Textarea
            label={t('form.description')}
            value={draft.description}
            maxLength={2000}
            autosize
            minRows={2}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
          <Select
            label={t('form.category')}
            value={draft.category}
            allowDeselect={false}
            data={eventCategories.map((category) => ({ value: category, label: t(`category.${category}`) }))}
            onChange={(value) => set({ category: eventCategories.find((one) => one === value) ?? draft.category })}
          />
          <MultiSelect
            label={t('form.partners')}
            value={[...draft.partners]}
            data={partnerOptions}
            searchable
            maxValues={6}
            onChange={(partners) => set({ partners })}
          />
          <Select
            label={t('form.reporter')}
            value={draft.reporter === '' ? 'all' : draft.reporter}
            allowDeselect={false}
            searchable
            data={[
              { value: 'all', label: t('form.everybody') },
              ...reporters.map((code) => ({ value: code, label: names.area(code) })),
            ]}
            onChange={(value) => set({ reporter: value === null || value === 'all' ? '' : value })}
          />
          <TextInput
            label={t('form.source')}
            description={t('form.sourceHint')}
            value={draft.source}
            maxLength={500}
            onChange={(event) => set({ source: event.currentTarget.value })}
            error={problems.source}
          />
          {save.isError ? (
            <p className={classes.failed} role="alert">
              {failureText(asFailure(save.error))}
            </p>
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
