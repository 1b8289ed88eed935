import { Button } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallFailure, ErrorCode } from '../../electron/shared/contract/errors.ts'
import type { StoreState } from '../../electron/shared/contract/schema/store.ts'
import { useFormats } from '../language/useFormats.ts'
import { Mark } from './Icon.tsx'
import classes from './Starting.module.css'

/** Needed on bad days only. */
const BackupCard = lazy(() => import('../ui/store/BackupCard.tsx').then((module) => ({ default: module.BackupCard })))

/** The first seconds: what is being done, in rows, never a silent wait. */
export function Starting({ state }: { readonly state: StoreState | null }) {
  const { t } = useTranslation('app')
  const formats = useFormats()
  const building = state?.phase === 'building' && state.total > 0
  const text = state?.phase === 'upgrading' ? t('start.upgrading') : building ? t('start.building') : t('start.opening')
  return (
    <main className={classes.center} aria-busy="true">
      <div className={classes.box} role="status">
        <Mark size={40} />
        <h1 className={classes.title}>{text}</h1>
        {building ? (
          <>
            <progress className={classes.progress} max={state.total} value={state.done} aria-label={text} />
            <p className={classes.hint}>
              {t('start.rows', { done: formats.number(state.done, 0), total: formats.number(state.total, 0) })}
            </p>
          </>
        ) : null}
      </div>
    </main>
  )
}

const steps: Partial<Record<ErrorCode, 'locked' | 'readOnly' | 'damaged' | 'newer' | 'full' | 'missing' | 'bundle'>> = {
  'store-locked': 'locked',
  'store-read-only': 'readOnly',
  'store-damaged': 'damaged',
  'store-newer': 'newer',
  'disk-full': 'full',
  'store-missing': 'missing',
  'bundle-damaged': 'bundle',
}

/** The store cannot be opened: one sentence, the next step, the code in small text. */
export function FailedStart({ failure }: { readonly failure: CallFailure }) {
  const { t } = useTranslation('app')
  const step = steps[failure.code]
  return (
    <main className={classes.center}>
      <div className={classes.box} role="alert">
        <Mark size={40} />
        <h1 className={classes.title}>{t('failed.title')}</h1>
        <p className={classes.text}>{step ? t(`failed.${step}`) : failure.message}</p>
        <Button onClick={() => window.location.reload()}>{t('failed.again')}</Button>
        {step === 'damaged' ? (
          <Suspense fallback={null}>
            <BackupCard />
          </Suspense>
        ) : null}
        <p className={classes.hint}>
          {failure.code} {failure.detail}
        </p>
      </div>
    </main>
  )
}
