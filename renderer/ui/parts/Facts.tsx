import type { ReactNode } from 'react'
import layout from './layout.module.css'

/** A name and what it is; null = not known, and left out. */
export type Fact = readonly [name: string, value: ReactNode]

/** What is known of a thing, each name beside its value. */
export function Facts({
  facts,
  className = layout.facts,
}: {
  readonly facts: readonly Fact[]
  readonly className?: string | undefined
}) {
  return (
    <dl className={className}>
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
