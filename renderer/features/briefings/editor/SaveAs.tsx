import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { useSay } from '../../../language/useSay.ts'
import { asFailure, useHost } from '../../../ui/data/client.tsx'
import classes from '../briefings.module.css'

interface Props {
  readonly id: number
  readonly language: 'en' | 'ru' | 'kk'
  /** what waits to be saved is saved first */
  readonly before: () => Promise<void>
}

/** Files of the briefing: a file that another Multivector opens. */
export function SaveAs({ id, before }: Props) {
  const t = useSay('briefings')
  const host = useHost()
  const [told, tell] = useState('')
  const save = async (): Promise<void> => {
    try {
      await before()
      const { token, name } = await host.client['briefings.export']({ id })
      if (await host.save(token, name)) tell(t('exported', { name }))
    } catch (error) {
      tell(asFailure(error).message)
    }
  }
  return (
    <>
      <span className={classes.told} role="status">
        {told}
      </span>
      <Menu shadow="md" position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default">
            {t('saveAs.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save()}>{t('saveAs.briefing')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
