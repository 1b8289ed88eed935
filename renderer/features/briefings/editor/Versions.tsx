import { Button, Modal } from '@mantine/core'
import type { Briefing } from '../../../../electron/shared/contract/schema/briefings.ts'
import { useFormats } from '../../../language/useFormats.ts'
import { useSay } from '../../../language/useSay.ts'
import { failureOf, useCall, useSend } from '../../../ui/data/client.tsx'
import { FailureNote } from '../../../ui/parts/FailureNote.tsx'
import { StateView } from '../../../ui/parts/StateView.tsx'
import classes from '../briefings.module.css'

interface Props {
  readonly id: number
  /** of what stands on the screen: a new one is a new question */
  readonly version: number
  readonly opened: boolean
  readonly close: () => void
  readonly restored: (briefing: Briefing) => void
}

/** What the briefing was before. Going back to one keeps what stands now as a version too. */
export function Versions({ id, opened, close, restored }: Props) {
  const t = useSay('briefings')
  return (
    <Modal opened={opened} onClose={close} title={t('versions.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      {opened ? <List id={id} close={close} restored={restored} t={t} /> : null}
    </Modal>
  )
}

function List({
  id,
  close,
  restored,
  t,
}: Pick<Props, 'id' | 'close' | 'restored'> & { readonly t: ReturnType<typeof useSay<'briefings'>> }) {
  const formats = useFormats()
  const versions = useCall('briefings.versions', { id })
  const restore = useSend('briefings.restore', ['briefings.versions', 'briefings.list'])
  const goBack = (version: number): void =>
    restore.mutate(
      { id, version },
      {
        onSuccess: (briefing) => {
          restored(briefing)
          close()
        },
      },
    )
  return (
    <StateView of={versions} height={80}>
      {(list) =>
        list.length === 0 ? (
          <p className={classes.hint}>{t('versions.none')}</p>
        ) : (
          <>
            <ul className={classes.list}>
              {list.map((one) => (
                <li key={one.version}>
                  <span>{`${formats.day(one.savedAt.slice(0, 10))}, ${one.savedAt.slice(11, 16)} UTC`}</span>
                  <span className={classes.facts}>{t('slides', { count: one.slides })}</span>
                  <span className={classes.tools}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={t('versions.restoreNamed', { n: one.version })}
                      onClick={() => goBack(one.version)}
                    >
                      {t('versions.restore')}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
            <FailureNote failure={failureOf(restore)} />
          </>
        )
      }
    </StateView>
  )
}
