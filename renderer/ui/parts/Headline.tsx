import type { ReactNode } from 'react'
import classes from './parts.module.css'
import { unbroken } from './unbroken.tsx'

/** The answer of a screen: one sentence in serif, and below it the sentence with the numbers that carry it. */
export function Headline({
  children,
  support,
  further,
}: {
  readonly children: ReactNode
  readonly support?: ReactNode
  /** paragraphs below the sentence */
  readonly further?: ReactNode
}) {
  return (
    <div className={classes.headline}>
      {/* takes the focus when what had it went with the stage before */}
      <h1 data-testid="headline" tabIndex={-1}>
        {unbroken(children)}
      </h1>
      {support ? <p data-testid="support">{unbroken(support)}</p> : null}
      {further}
    </div>
  )
}
