import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../data/failureText.ts'
import type { Loadable } from '../loadable.ts'
import classes from './parts.module.css'

interface Props<T> {
  readonly of: Loadable<T>
  /** height of the grey block while the first answer is on its way, px */
  readonly height?: number
  readonly children: (value: T) => ReactNode
}

/** A quick answer should not flash: grey blocks only after this. */
const PATIENCE_MS = 200

function Waiting({ height }: { readonly height: number }) {
  const { t } = useTranslation('app')
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return <div className={late ? classes.skeleton : undefined} style={{ height }} role="status" aria-label={t('loading')} />
}

/** A thin line along the window's top while a newer answer is on its way; the figures below it keep their full contrast. */
function Updating() {
  const { t } = useTranslation('app')
  return <span className={classes.updating} role="progressbar" aria-busy="true" aria-label={t('loading')} />
}

/** Draws all four states of an answer. While a new one is on its way, the old one stays, and what is drawn is kept, not made anew. */
export function StateView<T>({ of, height = 160, children }: Props<T>) {
  const { t } = useTranslation('app')
  const failureText = useFailureText()
  if (of.state === 'loading' && of.previous === null) return <Waiting height={height} />
  if (of.state === 'ready' || of.state === 'loading')
    return (
      <>
        {of.state === 'loading' ? <Updating /> : null}
        {children(of.state === 'ready' ? of.value : (of.previous as T))}
      </>
    )
  if (of.state === 'empty')
    return (
      <div className={classes.empty}>
        <strong>{of.why.title}</strong>
        <p>{of.why.text}</p>
        {of.why.action ? (
          <Button variant="default" size="xs" onClick={of.why.action.run}>
            {of.why.action.label}
          </Button>
        ) : null}
      </div>
    )
  return (
    <div className={classes.empty} role="alert">
      <p>{failureText(of.error)}</p>
      <Button variant="default" size="xs" onClick={of.retry}>
        {t('failed.again')}
      </Button>
      <p className={classes.small}>
        {of.error.code} {of.error.detail}
      </p>
    </div>
  )
}
