import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props<T> {
  readonly items: readonly T[]
  /** how many stand there before the reader asks for the rest */
  readonly first: number
  readonly className?: string | undefined
  /** one entry, an `li` with its key */
  readonly children: (item: T) => ReactNode
}

/** A list whose beginning is shown; a longer one never ends in silence: a button says how many there are and shows them all, or fewer again. */
export function ShortList<T>({ items, first, className, children }: Props<T>) {
  const { t } = useTranslation('app')
  const [all, setAll] = useState(false)
  return (
    <>
      <ul className={className}>{(all ? items : items.slice(0, first)).map(children)}</ul>
      {items.length > first ? (
        <Button
          variant="default"
          size="compact-xs"
          style={{ alignSelf: 'flex-start' }}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t('list.fewer') : t('list.all', { count: items.length })}
        </Button>
      ) : null}
    </>
  )
}
