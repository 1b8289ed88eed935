import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BriefingSummary } from '../../../../electron/shared/contract/schema/briefings.ts'
import type { TemplateId } from '../../../../electron/shared/domain/briefing.ts'
import { useSay } from '../../../language/useSay.ts'
import { useCall, useHost, useSend } from '../../../ui/data/client.tsx'
import { useSaveFailure } from '../../../ui/data/saveFailure.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { Headline } from '../../../ui/parts/Headline.tsx'
import { StateView } from '../../../ui/parts/StateView.tsx'
import { useView, useViewParam } from '../../../ui/view/useView.ts'
import classes from '../briefings.module.css'
import { BriefingRow } from './BriefingRow.tsx'
import { NewBriefing } from './NewBriefing.tsx'
import { Tray } from './Tray.tsx'
import { useBriefingName } from './useBriefingName.ts'

interface Told {
  readonly text: string
  /** brings a removed briefing back */
  readonly undo: number | null
}

/** Every briefing of the store, ways to begin one, and what was set aside for the next. */
export function ListView({ open }: { readonly open: (id: number) => void }) {
  const t = useSay('briefings')
  const host = useHost()
  const view = useView()
  const nameOf = useBriefingName()
  const list = useCall('briefings.list', {})
  const save = useSend('briefings.save', ['briefings.list'])
  const duplicate = useSend('briefings.duplicate', ['briefings.list'])
  const remove = useSend('briefings.remove', ['briefings.list', 'briefings.get'])
  const take = useSend('briefings.import', ['briefings.list', 'briefing.items'])
  const [told, tell] = useState<Told | null>(null)
  const sayFailure = useSaveFailure()
  const failed = (error: unknown): void => tell({ text: sayFailure(error), undo: null })

  const begin = (template: TemplateId): void =>
    save.mutate(
      {
        id: null,
        content: {
          name: '',
          language: null,
          reporter: view.reporter,
          partners: [...view.partners].slice(0, 4),
          baseYear: view.baseYear,
          asOf: view.asOf,
          template,
          entries: [],
        },
      },
      { onSuccess: ({ id }) => open(id), onError: failed },
    )
  const bring = async (token: string | undefined): Promise<void> => {
    if (token === undefined) return
    try {
      const { id } = await take.mutateAsync({ file: token })
      open(id)
    } catch (error) {
      failed(error)
    }
  }
  const choose = (): void => void host.chooseFiles('briefing').then(([file]) => bring(file?.token), failed)
  // a briefing file that the system opened with the program: the host sends the page here with the file's token
  const [arrived, leave] = useViewParam('file', '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each file that arrives
  useEffect(() => {
    if (arrived === '') return
    leave('')
    void bring(arrived)
  }, [arrived])
  const give = async (one: BriefingSummary): Promise<void> => {
    try {
      const { token, name } = await host.client['briefings.export']({ id: one.id })
      if (await host.save(token, name)) tell({ text: t('exported', { name }), undo: null })
    } catch (error) {
      failed(error)
    }
  }
  const removeOne = (one: BriefingSummary): void =>
    remove.mutate(
      { id: one.id },
      { onSuccess: () => tell({ text: t('removed', { name: nameOf(one) }), undo: one.id }), onError: failed },
    )

  return (
    <>
      <Headline support={t('support')}>{t('headline')}</Headline>
      <div className={classes.bar}>
        <NewBriefing reporter={view.reporter} begin={begin} />
        <Button size="xs" variant="default" onClick={choose}>
          {t('import')}
        </Button>
        <span className={classes.told} role="status">
          {told?.text}
          {told?.undo != null ? (
            <button
              type="button"
              className={classes.link}
              onClick={() => {
                remove.mutate({ id: told.undo ?? 0, removed: false }, { onError: failed })
                tell(null)
              }}
            >
              {t('undo')}
            </button>
          ) : null}
        </span>
      </div>
      <div className={classes.columns}>
        <Card title={t('list')}>
          <StateView of={list} height={200}>
            {(briefings) => (
              <ul className={classes.list}>
                {briefings.map((one) => (
                  <BriefingRow
                    key={one.id}
                    briefing={one}
                    name={nameOf(one)}
                    open={() => open(one.id)}
                    duplicate={() => duplicate.mutate({ id: one.id }, { onError: failed })}
                    give={() => void give(one)}
                    remove={() => removeOne(one)}
                  />
                ))}
              </ul>
            )}
          </StateView>
        </Card>
        <Card title={t('tray.title')} subtitle={t('tray.text')}>
          <Tray />
        </Card>
      </div>
    </>
  )
}
