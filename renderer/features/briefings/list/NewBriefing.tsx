import { Button, Menu } from '@mantine/core'
import { type TemplateId, templateIds } from '../../../../electron/shared/domain/briefing.ts'
import { useSay } from '../../../language/useSay.ts'
import { useNames } from '../../../ui/data/catalogue.tsx'
import classes from '../briefings.module.css'

/** The templates that a briefing begins from, for the reporter on screen. */
export function NewBriefing({ reporter, begin }: { readonly reporter: string; readonly begin: (template: TemplateId) => void }) {
  const t = useSay('briefings')
  const names = useNames()
  return (
    <Menu shadow="md" position="bottom-start">
      <Menu.Target>
        <Button size="xs">{t('new')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('newFor', { reporter: names.area(reporter) })}</Menu.Label>
        {templateIds.map((template) => (
          <Menu.Item key={template} onClick={() => begin(template)}>
            <span className={classes.choice}>
              <b>{t(`template.${template}`)}</b>
              <span>{t(`about.${template}`)}</span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
