import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SigningKey } from '../../../electron/shared/contract/schema/packages.ts'
import { grouped } from '../../../electron/shared/domain/fingerprint.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { asFailure, failureOf, useCall, useSend } from '../../ui/data/client.tsx'
import { useFailureText } from '../../ui/data/failureText.ts'
import { Card } from '../../ui/parts/Card.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import layout from '../../ui/parts/layout.module.css'
import { StateView } from '../../ui/parts/StateView.tsx'
import classes from './settings.module.css'

function KeyRow({ row }: { readonly row: SigningKey }) {
  const t = useSay('packages')
  const formats = useFormats()
  const trust = useSend('keys.trust', ['keys.list'])
  const distrust = useSend('keys.distrust', ['keys.list'])
  const { name, status, decidedAt, fingerprint, publicKey } = row
  const isTrusted = status === 'trusted'
  return (
    <li>
      <span>
        {name}
        <span className={classes.sub}>{t(`keys.${status}`, { date: formats.day(decidedAt.slice(0, 10)) })}</span>
        <span className={classes.fingerprint}>{grouped(fingerprint)}</span>
      </span>
      <Button
        variant="default"
        size="compact-xs"
        aria-label={t(isTrusted ? 'keys.distrustOf' : 'keys.trustOf', { name })}
        onClick={() => (isTrusted ? distrust.mutate({ fingerprint }) : trust.mutate({ publicKey, name }))}
      >
        {t(isTrusted ? 'keys.distrust' : 'keys.trust')}
      </Button>
      <FailureNote failure={failureOf(trust, distrust)} />
    </li>
  )
}

/** A key handed over as text. Stays as it was typed when it is refused. */
function NewKey() {
  const t = useSay('packages')
  const failureText = useFailureText()
  const trust = useSend('keys.trust', ['keys.list'])
  const [publicKey, setPublicKey] = useState('')
  const [name, setName] = useState('')
  const clear = (): void => {
    setPublicKey('')
    setName('')
  }
  return (
    <details className={classes.newKey}>
      <summary>{t('keys.add')}</summary>
      <div className={layout.stack}>
        <TextInput
          w={320}
          size="xs"
          label={t('keys.name')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          w={320}
          size="xs"
          rows={3}
          label={t('keys.publicKey')}
          maxLength={2000}
          value={publicKey}
          onChange={(event) => setPublicKey(event.currentTarget.value)}
          error={trust.isError ? failureText(asFailure(trust.error)) : undefined}
        />
        <Button
          size="xs"
          variant="default"
          loading={trust.isPending}
          disabled={name.trim() === '' || publicKey.trim().length < 40}
          onClick={() => trust.mutate({ publicKey: publicKey.trim(), name: name.trim() }, { onSuccess: clear })}
        >
          {t('keys.save')}
        </Button>
      </div>
    </details>
  )
}

/** Whose data packages this store takes. */
export function KeysCard() {
  const t = useSay('packages')
  const keys = useCall('keys.list', {})
  return (
    <Card title={t('keys.title')} subtitle={t('keys.text')}>
      <StateView of={keys} height={60}>
        {(list) =>
          list.length === 0 ? (
            <p className={layout.text}>{t('keys.none')}</p>
          ) : (
            <ul className={classes.items}>
              {list.map((row) => (
                <KeyRow key={row.fingerprint} row={row} />
              ))}
            </ul>
          )
        }
      </StateView>
      <NewKey />
    </Card>
  )
}
