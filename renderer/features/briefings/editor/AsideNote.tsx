import { Button } from '@mantine/core'
import type { BriefingEntry } from '../../../../electron/shared/contract/schema/briefings.ts'
import type { BriefingItem } from '../../../../electron/shared/contract/schema/own.ts'
import { useSay } from '../../../language/useSay.ts'
import { useCall } from '../../../ui/data/client.tsx'
import classes from '../briefings.module.css'
import { newerOf, screenOf } from './aside.ts'

interface Props {
  readonly entry: BriefingEntry
  /** the figures are no longer in the store; else they only changed */
  readonly gone: boolean
  readonly use: (item: number) => void
  readonly remove: () => void
}

const none: readonly BriefingItem[] = []

/** Ways out for a drawing that no longer says what the store says: the same chart set aside anew, its screen to do so, or no slide. */
export function AsideNote({ entry, gone, use, remove }: Props) {
  const t = useSay('briefings')
  const items = useCall('briefing.items', {})
  const list = items.state === 'ready' ? items.value : none
  const newer = newerOf(list, Number(entry.params.item))
  const screen = screenOf(list, Number(entry.params.item))
  return (
    <div className={classes.staleNote} role="status" data-stacked>
      <span>{t(gone ? 'aside.gone' : 'aside.changed')}</span>
      <span className={classes.bar}>
        {newer ? (
          <Button size="compact-xs" onClick={() => use(newer.id)}>
            {t('aside.use')}
          </Button>
        ) : screen ? (
          <Button size="compact-xs" component="a" href={`#${screen}`}>
            {t('aside.open')}
          </Button>
        ) : null}
        <Button size="compact-xs" variant="default" onClick={remove}>
          {t('form.remove')}
        </Button>
      </span>
    </div>
  )
}
