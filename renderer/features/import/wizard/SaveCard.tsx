import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CallFailure } from '../../../../electron/shared/contract/errors.ts'
import { asFailure, useCall, useHost, useSend } from '../../../ui/data/client.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { FailureNote } from '../../../ui/parts/FailureNote.tsx'
import layout from '../../../ui/parts/layout.module.css'
import { withProfile } from '../mapping.ts'
import type { Part } from '../Stages.tsx'
import type { Editable } from './parts.ts'

/** Use it once, save it under a name, take it along as a file, or begin with a saved one. */
export function SaveCard({
  entry,
  desk,
  words,
  mapping,
  setMapping,
  text,
  ready,
  use,
}: Editable & Part & { readonly text: string; readonly ready: boolean; readonly use: (profile: string) => void }) {
  const { t } = words
  const host = useHost()
  const saved = useCall('profiles.list', {})
  const save = useSend('profiles.save', ['profiles.list'])
  const remove = useSend('profiles.remove', ['profiles.list'])
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [said, say] = useState('')
  const name = mapping.name.trim()
  const list = saved.state === 'ready' ? saved.value : []
  const known = list.find((one) => one.name === name)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFailure(null)
    try {
      await work()
    } catch (error) {
      setFailure(asFailure(error))
    }
  }
  const saveAs = (): Promise<void> =>
    attempt(async () => {
      await save.mutateAsync({ name, profile: text })
      use(text)
    })
  const toFile = (): Promise<void> =>
    attempt(async () => {
      const { token, name: file } = await host.client['profiles.export']({ name: name || 'mapping', profile: text })
      if (await host.save(token, file)) say(t('map.savedFile', { file }))
    })
  const fromFile = (): Promise<void> =>
    attempt(async () => {
      const [file] = await host.chooseFiles('profile')
      if (!file) return
      const { profile } = await host.client['profiles.read']({ file: file.token })
      setMapping(withProfile(mapping, profile))
    })
  return (
    <Card title={t('map.save')} subtitle={t('map.saveHint')}>
      <div className={layout.form}>
        <TextInput
          size="xs"
          label={t('map.name')}
          maxLength={80}
          value={mapping.name}
          onChange={(event) => setMapping({ ...mapping, name: event.currentTarget.value })}
        />
        <Select
          size="xs"
          label={t('map.saved')}
          placeholder={list.length === 0 ? t('map.noneSaved') : t('map.chooseSaved')}
          disabled={list.length === 0}
          data={list.map((one) => one.name)}
          value={known?.name ?? null}
          onChange={(value) => {
            const found = list.find((one) => one.name === value)
            if (found) setMapping(withProfile(mapping, found.profile))
          }}
        />
      </div>
      <div className={layout.actions}>
        <Button
          size="xs"
          className={layout.filled}
          disabled={!ready || name === ''}
          loading={save.isPending}
          onClick={() => void saveAs()}
        >
          {t('map.saveAndRead')}
        </Button>
        <Button size="xs" variant="default" disabled={!ready} onClick={() => use(text)}>
          {t('map.readOnce')}
        </Button>
        <Button size="xs" variant="default" onClick={() => desk.take({ kind: 'map', id: entry.id, mapping: false })}>
          {t('map.back')}
        </Button>
      </div>
      <div className={layout.actions}>
        <Button size="compact-xs" variant="default" disabled={!ready} onClick={() => void toFile()}>
          {t('map.toFile')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => void fromFile()}>
          {t('map.fromFile')}
        </Button>
        {known ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void attempt(async () => void (await remove.mutateAsync({ name })))}
          >
            {t('map.remove')}
          </Button>
        ) : null}
        {said === '' ? null : (
          <span className={layout.small} role="status">
            {said}
          </span>
        )}
        <FailureNote failure={failure} />
      </div>
    </Card>
  )
}
