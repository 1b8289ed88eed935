import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import type { ReviewGroup } from '../../../electron/shared/contract/schema/importRequests.ts'
import type { Difference } from '../../../electron/shared/contract/schema/imports.ts'
import { Card } from '../../ui/parts/Card.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import { differenceColumns, type Order, type Picking } from './differenceColumns.tsx'
import type { Entry } from './queue.ts'
import classes from './table.module.css'
import { type Differences, useDifferences } from './useDifferences.ts'
import { VirtualTable } from './VirtualTable.tsx'
import type { Words } from './words.ts'

/** The table takes what the window has left below headline, groups and its own head and decisions. */
const HEIGHT = 'max(420px, calc(100vh - 500px))'
const FILTER_MS = 200

const cellKey = (row: Difference): string => `${row.line} ${row.indicator} ${row.reporter} ${row.partner} ${row.period}`

interface Props {
  readonly entry: Entry
  readonly words: Words
  readonly group: ReviewGroup
  readonly title: string
  readonly subtitle?: string
  readonly pick?: Picking
  /** what can be decided here; told what the filter finds */
  readonly children?: ((found: { readonly words: string; readonly differences: Differences }) => ReactNode) | undefined
}

/** Figures of one group beside those of the store: fetched page by page, filtered and sorted by the thread that keeps them. */
export function DifferencesTable({ entry, words, group, title, subtitle, pick, children }: Props) {
  const { t, formats } = words
  const [sort, setSort] = useState<{ readonly order: Order; readonly descending: boolean }>(
    group === 'held' || group === 'revised' ? { order: 'change', descending: true } : { order: 'line', descending: false },
  )
  const [typed, setTyped] = useState('')
  const [filter] = useDebouncedValue(typed, FILTER_MS)
  const differences = useDifferences({ job: entry.id, readings: entry.readings, group, ...sort }, filter.trim())
  const by = (order: Order) => ({
    active: sort.order === order ? (sort.descending ? ('descending' as const) : ('ascending' as const)) : null,
    choose: () => setSort({ order, descending: sort.order === order ? !sort.descending : order === 'change' }),
  })
  const columns = differenceColumns({ words, group, by, ...(pick ? { pick } : {}) })
  const { total, all, listed, ready, failure } = differences
  const number = (n: number): string => formats.number(n, 0)
  const shown =
    total === all
      ? t('table.all', { count: all, of: number(all) })
      : listed < all
        ? t('table.listed', { shown: number(total), listed: number(listed), of: number(all) })
        : t('table.shown', { shown: number(total), of: number(all) })
  return (
    <Card
      title={title}
      subtitle={`${subtitle ? `${subtitle} ` : ''}${ready || total > 0 ? shown : ''}`}
      actions={
        <TextInput
          size="xs"
          w={220}
          aria-label={t('table.filter')}
          placeholder={t('table.filter')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      }
    >
      <VirtualTable
        name={title}
        columns={columns}
        count={total}
        rowAt={differences.rowAt}
        onRange={differences.onRange}
        keyOf={cellKey}
        rowHeight={46}
        height={HEIGHT}
      />
      <FailureNote failure={failure} />
      {!ready && failure === null && total === 0 ? (
        <p className={classes.nothing} role="status">
          {t('table.waits')}
        </p>
      ) : null}
      {ready && total === 0 ? <p className={classes.nothing}>{t('table.nothing')}</p> : null}
      {children?.({ words: filter.trim(), differences })}
    </Card>
  )
}
