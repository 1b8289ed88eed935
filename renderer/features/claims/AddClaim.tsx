import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { BASE_YEAR } from '../../../electron/shared/domain/baseYear.ts'
import { changeExpectations } from '../../../electron/shared/domain/claimRule.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { useCatalogue } from '../../ui/data/catalogue.tsx'
import { failureOf, useSend } from '../../ui/data/client.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import { useYears } from '../../ui/pickers/useYears.ts'
import { useView } from '../../ui/view/useView.ts'
import classes from './claims.module.css'
import { type Draft, ruleOf } from './prepare.ts'
import type { Words } from './words.ts'

const measures = ['share', 'value', 'hhi'] as const

/** A claim of the user's own: words, a figure, and what the claim expects of it. The form writes the rule; nobody writes code. */
export function AddClaim({ words, onSaved }: { readonly words: Words; readonly onSaved: (id: string) => void }) {
  const { t, names } = words
  const { reporter } = useView()
  const { indicators, areas } = useCatalogue()
  const save = useSend('claims.save', ['claims.list'])
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState<Draft>({
    claim: '',
    source: '',
    measure: 'share',
    indicator: 'trade.imports_usd_m',
    partner: 'CHN',
    from: String(BASE_YEAR),
    to: 'latest',
    is: 'rises',
  })
  const set = (patch: Partial<Draft>): void => setDraft((current) => ({ ...current, ...patch }))
  const rule = ruleOf(draft)
  const years = useYears(1995).map(String)
  const send = (): void => {
    if (rule === null) return
    save.mutate(
      { id: null, claim: draft.claim, topic: 'own', source: draft.source, about: reporter, rule },
      {
        onSuccess: ({ id }) => {
          setOpen(false)
          set({ claim: '' })
          onSaved(id)
        },
      },
    )
  }
  const partners = areas.filter((area) => area.kind === 'country' || area.code === 'EU27' || area.code === WORLD)
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        {t('add.open')}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('add.title')}>
        <div className={classes.form}>
          <TextInput
            label={t('add.claim')}
            value={draft.claim}
            maxLength={600}
            data-autofocus
            onChange={(event) => set({ claim: event.currentTarget.value })}
          />
          <TextInput
            label={t('add.source')}
            value={draft.source}
            maxLength={500}
            onChange={(event) => set({ source: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('add.measure')}
            value={draft.measure}
            data={measures.map((measure) => ({ value: measure, label: t(`add.${measure}`) }))}
            onChange={(event) => set({ measure: measures.find((one) => one === event.currentTarget.value) ?? 'share' })}
          />
          <NativeSelect
            label={t('add.indicator')}
            value={draft.indicator}
            data={indicators.map(({ code }) => ({ value: code, label: names.indicator(code) }))}
            onChange={(event) => set({ indicator: event.currentTarget.value })}
          />
          {draft.measure === 'hhi' ? null : (
            <NativeSelect
              label={t('add.partner')}
              value={draft.partner}
              data={[{ value: '', label: '–' }, ...partners.map(({ code }) => ({ value: code, label: names.area(code) }))]}
              onChange={(event) => set({ partner: event.currentTarget.value })}
            />
          )}
          <NativeSelect
            label={t('add.expect')}
            value={draft.is}
            data={changeExpectations.map((is) => ({ value: is, label: t(`add.${is}`) }))}
            onChange={(event) => set({ is: changeExpectations.find((one) => one === event.currentTarget.value) ?? 'rises' })}
          />
          <NativeSelect
            label={t('add.from')}
            value={draft.from}
            data={years}
            onChange={(event) => set({ from: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('add.to')}
            value={draft.to}
            data={[{ value: 'latest', label: t('add.latest') }, ...years]}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
          <Button disabled={rule === null || save.isPending} onClick={send}>
            {t('add.save')}
          </Button>
          <FailureNote failure={failureOf(save)} />
        </div>
      </Modal>
    </>
  )
}
