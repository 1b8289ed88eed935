import { type ReactNode, useId } from 'react'
import classes from './parts.module.css'
import { unbroken } from './unbroken.tsx'

export interface CardProps {
  /** the finding */
  readonly title: string
  /** share of what, unit, years */
  readonly subtitle?: ReactNode
  /** sources, join years, known defects */
  readonly source?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A card: title says the finding, subtitle what is measured, the line below where it comes from. */
export function Card({ title, subtitle, source, actions, className, children }: CardProps) {
  const id = useId()
  return (
    <section className={`${classes.card} ${className ?? ''}`} aria-labelledby={id}>
      <div className={classes.cardHead}>
        <h2 id={id}>{unbroken(title)}</h2>
        {subtitle ? <div className={classes.subtitle}>{unbroken(subtitle)}</div> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
      <div className={classes.cardBody}>{children}</div>
      {source ? <div className={classes.source}>{unbroken(source)}</div> : null}
    </section>
  )
}

/** A trap that a reader could fall into, in one or two sentences. */
export function WarningNote({ children }: { readonly children: ReactNode }) {
  return <p className={classes.warningNote}>{children}</p>
}
