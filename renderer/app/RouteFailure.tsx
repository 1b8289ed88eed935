import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import classes from './Starting.module.css'

/** One screen broke; the rest of the page stays alive. */
export function RouteFailure() {
  const { t } = useTranslation('app')
  const error = useRouteError()
  console.error(error)
  return (
    <div className={classes.center}>
      <div className={classes.box} role="alert">
        <h1 className={classes.title}>{t('failed.screen')}</h1>
        <p className={classes.text}>{t('failed.screenText')}</p>
        <Button onClick={() => window.location.reload()}>{t('failed.again')}</Button>
        <p className={classes.hint}>{error instanceof Error ? error.message : null}</p>
      </div>
    </div>
  )
}
