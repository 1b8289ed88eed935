import { Button } from '@mantine/core'
import type { BriefingItem } from '../../../../electron/shared/contract/schema/own.ts'
import { useFormats } from '../../../language/useFormats.ts'
import { useSay } from '../../../language/useSay.ts'
import { failureOf, useCall, useSend } from '../../../ui/data/client.tsx'
import { FailureNote } from '../../../ui/parts/FailureNote.tsx'
import { StateView } from '../../../ui/parts/StateView.tsx'
import classes from '../briefings.module.css'

/** The drawing as it was set aside; of unknown origin, so it is shown as an image, which runs nothing. */
const pictureOf = (item: BriefingItem): string | null => {
  const { svg } = item.snapshot
  return typeof svg === 'string' && svg.startsWith('<svg') ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` : null
}

/** What was set aside on the screens. With `use`, each can be put into the briefing at hand. */
export function Tray({ use }: { readonly use?: (item: BriefingItem) => void }) {
  const t = useSay('briefings')
  const formats = useFormats()
  const items = useCall('briefing.items', {})
  const remove = useSend('briefing.remove', ['briefing.items'])
  return (
    <>
      <FailureNote failure={failureOf(remove)} />
      <StateView of={items} height={80}>
        {(list) =>
          list.length === 0 ? (
            <p className={classes.hint}>{t('tray.none')}</p>
          ) : (
            <ul className={classes.tray}>
              {list.map((item) => {
                const picture = pictureOf(item)
                return (
                  <li key={item.id}>
                    {picture === null ? <span className={classes.noPicture} /> : <img src={picture} alt="" />}
                    <span>
                      {item.title}
                      <span className={classes.facts}>{t('tray.added', { day: formats.day(item.addedAt.slice(0, 10)) })}</span>
                    </span>
                    <span className={classes.tools}>
                      {use ? (
                        <Button
                          size="compact-xs"
                          onClick={() => use(item)}
                          aria-label={t('tray.useNamed', { title: item.title })}
                        >
                          {t('tray.use')}
                        </Button>
                      ) : null}
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={t('tray.removeNamed', { title: item.title })}
                        onClick={() => remove.mutate({ id: item.id })}
                      >
                        {t('remove')}
                      </Button>
                    </span>
                  </li>
                )
              })}
            </ul>
          )
        }
      </StateView>
    </>
  )
}
