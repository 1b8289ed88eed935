import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Backup } from '../../../electron/shared/contract/schema/backups.ts'
import type { Formats } from '../../language/formats.ts'
import { useFormats } from '../../language/useFormats.ts'
import { type Say, useSay } from '../../language/useSay.ts'
import { asFailure, useCall, useSend } from '../data/client.tsx'
import { useFailureText } from '../data/failureText.ts'
import { Card } from '../parts/Card.tsx'
import layout from '../parts/layout.module.css'
import { StateView } from '../parts/StateView.tsx'
import classes from './store.module.css'

const MEGABYTE = 1_048_576

/** Bytes as megabytes with one decimal. */
export const inMegabytes = (formats: Formats, bytes: number): string => formats.number(bytes / MEGABYTE, 1)

/** The machine's own date and time of a backup, in UTC as it is written down. */
const timeOf = (formats: Formats, at: string): string => `${formats.day(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`

interface RowProps {
  readonly backup: Backup
  readonly t: Say<'store'>
  readonly onRestore: () => void
}

function Row({ backup, t, onRestore }: RowProps) {
  const formats = useFormats()
  const { number, at, reason, figures, bytes, same, whole } = backup
  const size = inMegabytes(formats, bytes)
  const facts = [
    reason === null ? '' : t(`backups.reason.${reason}`),
    figures === null ? t('backups.lineShort', { size }) : t('backups.line', { figures: formats.number(figures, 0), size }),
    whole ? '' : t('backups.broken'),
    same === true ? t('backups.same') : '',
  ]
  return (
    <li>
      <span>
        {t('backups.number', { number })}
        {at === null ? '' : ` · ${timeOf(formats, at)}`}
        <span className={classes.sub}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      </span>
      <Button variant="default" size="compact-xs" aria-label={t('backups.restoreNumber', { number })} onClick={onRestore}>
        {t('backups.restore')}
      </Button>
    </li>
  )
}

/** Asks before a backup takes the store's place. The page starts anew on the restored store by itself. */
function Confirm({ backup, t, onClose }: { readonly backup: Backup; readonly t: Say<'store'>; readonly onClose: () => void }) {
  const formats = useFormats()
  const failureText = useFailureText()
  const restore = useSend('backups.restore', ['backups.list'])
  const { number, at } = backup
  const close = restore.isPending ? () => {} : onClose
  return (
    <Modal
      opened
      centered
      onClose={close}
      title={t('backups.ask', { number })}
      closeButtonProps={{ 'aria-label': t('backups.cancel') }}
    >
      <div className={layout.stack}>
        <p className={layout.text}>
          {at === null ? t('backups.askPlain') : t('backups.askText', { date: timeOf(formats, at) })} {t('backups.askKept')}
        </p>
        {restore.isError ? (
          <p className={classes.refused} role="alert">
            {failureText(asFailure(restore.error))}
          </p>
        ) : null}
        <Group gap={8}>
          <Button size="xs" variant="default" data-autofocus onClick={close} disabled={restore.isPending}>
            {t('backups.cancel')}
          </Button>
          <Button size="xs" loading={restore.isPending} onClick={() => restore.mutate({ number }, { onSuccess: onClose })}>
            {restore.isPending ? t('backups.working') : t('backups.restore')}
          </Button>
        </Group>
      </div>
    </Modal>
  )
}

/** The shelf of backups: list, make, restore. Works for a store that cannot be opened, too. @param diagnostics a link to that screen */
export function BackupCard({ diagnostics = false }: { readonly diagnostics?: boolean }) {
  const t = useSay('store')
  const shelf = useCall('backups.list', {})
  const failureText = useFailureText()
  const make = useSend('backups.make', ['backups.list', 'store.diagnostics'])
  const [asked, setAsked] = useState<Backup | null>(null)
  const made =
    make.data === undefined
      ? ''
      : make.data.number === null
        ? t('backups.unneeded')
        : t('backups.made', { number: make.data.number })
  return (
    <Card title={t('backups.title')} subtitle={t('backups.text')}>
      <StateView of={shelf} height={80}>
        {({ backups, replaced }) => (
          <div className={layout.stack}>
            {backups.length === 0 ? (
              <p className={layout.text}>{t('backups.none')}</p>
            ) : (
              <ul className={classes.items} aria-label={t('backups.list')}>
                {backups.map((backup) => (
                  <Row key={backup.number} backup={backup} t={t} onRestore={() => setAsked(backup)} />
                ))}
              </ul>
            )}
            {replaced > 0 ? <p className={layout.text}>{t('backups.replaced', { count: replaced })}</p> : null}
            {diagnostics ? (
              <Group gap={12}>
                <Button variant="default" size="xs" loading={make.isPending} onClick={() => make.mutate({})}>
                  {t('backups.make')}
                </Button>
                <Link className={layout.link} to="/diagnostics">
                  {t('backups.diagnostics')}
                </Link>
              </Group>
            ) : null}
            <p className={make.isError ? classes.refused : layout.text} role="status">
              {make.isError ? failureText(asFailure(make.error)) : made}
            </p>
          </div>
        )}
      </StateView>
      {asked === null ? null : <Confirm backup={asked} t={t} onClose={() => setAsked(null)} />}
    </Card>
  )
}
