import { Button, Drawer } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DependenceMethod } from '../../../electron/shared/analytics/dependence/index.ts'
import type { MethodJson } from '../../../electron/shared/contract/schema/dependence.ts'
import { asFailure, useHost, useSend } from '../../ui/data/client.tsx'
import { useFailureText } from '../../ui/data/failureText.ts'
import classes from './dependence.module.css'
import { readMethodText } from './weights.ts'

interface Props {
  readonly opened: boolean
  readonly close: () => void
  /** as it computes what is on screen, weights included */
  readonly method: DependenceMethod
  /** true = a method of the reader's own stands in the place of the bundled one */
  readonly own: boolean
}

const toJson = (method: DependenceMethod): MethodJson => JSON.parse(JSON.stringify(method)) as MethodJson

/** The method as the file it is: to read, to copy, to save, to replace. What a file cannot be used for is said by name. */
export function MethodDrawer({ opened, close, method, own }: Props) {
  const { t } = useTranslation('dependence')
  const host = useHost()
  const keep = useSend('dependence.method.keep', ['dependence.weights.list', 'dependence.get'])
  const make = useSend('dependence.method.export')
  const failureText = useFailureText()
  const file = useRef<HTMLInputElement>(null)
  const [told, tell] = useState<string | null>(null)
  const text = JSON.stringify(method, null, 2)
  const failed = (error: unknown): void => tell(failureText(asFailure(error)))
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    const read = readMethodText(await chosen.text())
    if (read.method === null)
      tell(
        t('method.refused', {
          file: chosen.name,
          reason: t(`refusal.${read.refusal.reason}`, { said: read.refusal.said }),
        }),
      )
    else
      keep.mutate(
        { method: toJson(read.method) },
        { onSuccess: () => tell(t('method.taken', { file: chosen.name, id: read.method.id })), onError: failed },
      )
  }
  const save = (): void =>
    make.mutate(
      { method: toJson(method) },
      {
        onSuccess: ({ token, name }) =>
          void host.save(token, name).then((saved) => tell(saved ? t('method.saved', { file: name }) : null), failed),
        onError: failed,
      },
    )
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => tell(t('method.copied')), failed)
  return (
    <Drawer opened={opened} onClose={close} position="right" size={520} title={t('method.title')}>
      <div className={classes.method}>
        <p>{t('method.text', { id: method.id, version: method.version })}</p>
        <div className={classes.row}>
          <Button variant="default" size="xs" onClick={save} loading={make.isPending}>
            {t('method.save')}
          </Button>
          <Button variant="default" size="xs" onClick={copy}>
            {t('method.copy')}
          </Button>
          <Button variant="default" size="xs" onClick={() => file.current?.click()} loading={keep.isPending}>
            {t('method.open')}
          </Button>
          {own ? (
            <Button
              variant="default"
              size="xs"
              onClick={() => keep.mutate({ method: null }, { onSuccess: () => tell(t('method.bundledBack')), onError: failed })}
            >
              {t('method.bundled')}
            </Button>
          ) : null}
        </div>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('method.open')}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        <p aria-live="polite" className={classes.told}>
          {told}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <pre className={classes.json} tabIndex={0}>
          {text}
        </pre>
      </div>
    </Drawer>
  )
}
