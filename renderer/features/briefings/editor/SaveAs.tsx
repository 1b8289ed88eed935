import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import type { RequestOf } from '../../../../electron/shared/contract/channels.ts'
import { useSay } from '../../../language/useSay.ts'
import { useHost } from '../../../ui/data/client.tsx'
import { useSaveFailure } from '../../../ui/data/saveFailure.ts'
import classes from '../briefings.module.css'

type Render = Pick<RequestOf<'briefing.render'>, 'format' | 'paper' | 'notes'>

interface Props {
  readonly id: number
  readonly language: 'en' | 'ru' | 'kk'
  /** what waits to be saved is saved first: files are made of what is stored. @returns false when that failed */
  readonly before: () => Promise<boolean>
}

/** Files of the briefing: documents, the figures behind it, and a file that another Multivector opens. */
export function SaveAs({ id, language, before }: Props) {
  const t = useSay('briefings')
  const host = useHost()
  const sayFailure = useSaveFailure()
  const [told, tell] = useState('')
  const [busy, setBusy] = useState(false)
  const finish = async (make: () => Promise<{ readonly token: string; readonly name: string }>): Promise<void> => {
    setBusy(true)
    tell(t('saveAs.making'))
    try {
      if (!(await before())) {
        tell('')
        return
      }
      const { token, name } = await make()
      tell((await host.save(token, name)) ? t('exported', { name }) : '')
    } catch (error) {
      tell(sayFailure(error))
    } finally {
      setBusy(false)
    }
  }
  const render = (request: Render): void => void finish(() => host.client['briefing.render']({ id, language, ...request }))
  return (
    <>
      <span className={classes.told} role="status">
        {told}
      </span>
      <Menu shadow="md" position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" aria-busy={busy} loading={busy}>
            {t('saveAs.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('saveAs.document')}</Menu.Label>
          <Menu.Item onClick={() => render({ format: 'pdf', paper: 'a4' })}>{t('saveAs.pdf.a4')}</Menu.Item>
          <Menu.Item onClick={() => render({ format: 'pdf', paper: 'letter' })}>{t('saveAs.pdf.letter')}</Menu.Item>
          <Menu.Item onClick={() => render({ format: 'pdf', paper: 'a4', notes: true })}>{t('saveAs.pdf.notes')}</Menu.Item>
          <Menu.Item onClick={() => render({ format: 'pptx' })}>{t('saveAs.pptx')}</Menu.Item>
          <Menu.Item onClick={() => render({ format: 'html' })}>{t('saveAs.html')}</Menu.Item>
          <Menu.Label>{t('saveAs.data')}</Menu.Label>
          <Menu.Item onClick={() => render({ format: 'xlsx' })}>{t('saveAs.xlsx')}</Menu.Item>
          <Menu.Item onClick={() => render({ format: 'csv' })}>{t('saveAs.csv')}</Menu.Item>
          <Menu.Item onClick={() => render({ format: 'sdmx-csv' })}>{t('saveAs.sdmx')}</Menu.Item>
          <Menu.Item onClick={() => render({ format: 'datapackage' })}>{t('saveAs.datapackage')}</Menu.Item>
          <Menu.Label>{t('saveAs.file')}</Menu.Label>
          <Menu.Item onClick={() => void finish(() => host.client['briefings.export']({ id }))}>{t('saveAs.briefing')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
