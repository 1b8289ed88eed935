import { Button, Menu } from '@mantine/core'
import type { BriefingSummary } from '../../../../electron/shared/contract/schema/briefings.ts'
import { useFormats } from '../../../language/useFormats.ts'
import { useSay } from '../../../language/useSay.ts'
import classes from '../briefings.module.css'

interface Props {
  readonly briefing: BriefingSummary
  /** what it is called */
  readonly name: string
  readonly open: () => void
  readonly duplicate: () => void
  /** saves it as a file of its own */
  readonly give: () => void
  readonly remove: () => void
}

/** A briefing in the list: opened, presented, copied, handed on, removed. */
export function BriefingRow({ briefing, name, open, duplicate, give, remove }: Props) {
  const t = useSay('briefings')
  const formats = useFormats()
  return (
    <li>
      <button type="button" className={classes.name} onClick={open}>
        {name}
      </button>
      <span className={classes.facts}>
        {[
          briefing.shipped ? t('shipped') : t('savedOn', { day: formats.day(briefing.savedAt.slice(0, 10)) }),
          t('slides', { count: briefing.slides }),
          briefing.language === null ? '' : t(`language.${briefing.language}`),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      <span className={classes.tools}>
        <Button component="a" size="compact-xs" variant="default" href={`#/present?briefing=${briefing.id}`}>
          {t('present.start')}
        </Button>
        <Menu shadow="md" position="bottom-end">
          <Menu.Target>
            <Button size="compact-xs" variant="default" aria-label={t('moreOf', { name })}>
              {t('more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={duplicate}>{t('duplicate')}</Menu.Item>
            <Menu.Item onClick={give}>{t('export')}</Menu.Item>
            <Menu.Item onClick={remove}>{t('remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </li>
  )
}
