import { Checkbox, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import type { RequestOf } from '../../../electron/shared/contract/channels.ts'
import type { Difference, ReviewGroup } from '../../../electron/shared/contract/schema/imports.ts'
import { Card } from '../../ui/parts/Card.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import layout from '../../ui/parts/layout.module.css'
import { barOf, decimalsOf } from './prepare.ts'
import type { Entry } from './queue.ts'
import classes from './table.module.css'
import { type Differences, useDifferences } from './useDifferences.ts'
import { type Column, VirtualTable } from './VirtualTable.tsx'
import { partnerName, percentText, type Words } from './words.ts'

type Order = NonNullable<RequestOf<'csv.differences'>['order']>

/** The table takes what the window has left below headline, groups and its own head and decisions. */
const HEIGHT = 'max(420px, calc(100vh - 500px))'
const FILTER_MS = 200

/** Change as a bar from zero, to both sides. */
function Bar({ change }: { readonly change: number | null }) {
  const bar = barOf(change)
  const width = Math.abs(bar) * 35
  return (
    <svg width="72" height="12" aria-hidden="true">
      <line x1="36" x2="36" y1="0" y2="12" stroke="var(--mv-axis)" />
      <rect x={bar < 0 ? 36 - width : 36} y="2" width={width} height="8" fill="var(--mv-text-2)" />
    </svg>
  )
}

/** Why a figure is held, or since when the stored one is known. */
function contextOf({ t, formats }: Words, row: Difference): string {
  const beside = row.beside === null ? '–' : formats.number(row.beside, decimalsOf(row.beside))
  if (row.wrongTotal) return t('context.total', { sum: beside })
  if (row.jump)
    return t(row.otherSource ? 'context.jumpSource' : row.from === null ? 'context.jumpBefore' : 'context.jump', {
      before: beside,
    })
  if (row.from !== null && row.vintage) return t('context.since', { date: formats.day(row.vintage) })
  return row.aggregate ? t('context.aggregate') : '–'
}

const cellKey = (row: Difference): string => `${row.line} ${row.indicator} ${row.reporter} ${row.partner} ${row.period}`

interface Props {
  readonly entry: Entry
  readonly words: Words
  readonly group: ReviewGroup
  readonly title: string
  readonly subtitle?: string
  /** one by one: whether a figure is taken, and the way to turn that over */
  readonly pick?: { readonly taken: (row: Difference) => boolean; readonly turn: (row: Difference) => void }
  /** what can be decided here; told what the filter finds */
  readonly children?: ((found: { readonly words: string; readonly differences: Differences }) => ReactNode) | undefined
}

/** Figures of one group beside those of the store: fetched page by page, filtered and sorted by the thread that keeps them. */
export function DifferencesTable({ entry, words, group, title, subtitle, pick, children }: Props) {
  const { t, formats, names } = words
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
  const figure = (value: number | null, row: Difference): string =>
    value === null ? '–' : formats.number(value, decimalsOf(...[row.from, row.to].filter((one) => one !== null)))
  const changing = group === 'held' || group === 'revised'
  const nameOf = (row: Difference): string =>
    [names.area(row.reporter), partnerName(words, row.indicator, row.partner)].filter(Boolean).join(' – ')
  const what: Column<Difference>[] = [
    {
      id: 'what',
      label: t('column.reporter'),
      width: 'minmax(142px, 2fr)',
      sorts: [
        { label: t('column.reporter'), ...by('reporter') },
        { label: t('column.partner'), ...by('partner') },
        { label: t('column.indicator'), ...by('indicator') },
      ],
      cell: (row) => (
        <span title={`${nameOf(row)}, ${names.indicator(row.indicator)}`}>
          {nameOf(row)}
          <span className={layout.sub}>{names.indicator(row.indicator)}</span>
        </span>
      ),
    },
    { id: 'period', label: t('column.period'), width: '60px', sort: by('period'), cell: (row) => formats.period(row.period) },
  ]
  const stored: Column<Difference> = {
    id: 'stored',
    label: t('column.stored'),
    width: 'minmax(84px, 0.8fr)',
    right: true,
    sort: by('stored'),
    cell: (row) => figure(row.from, row),
  }
  const inFile: Column<Difference> = {
    id: 'inFile',
    label: t('column.inFile'),
    width: 'minmax(92px, 0.8fr)',
    right: true,
    sort: by('value'),
    cell: (row) => <strong>{figure(row.to, row)}</strong>,
  }
  const change: Column<Difference> = {
    id: 'change',
    label: t('column.change'),
    width: '84px',
    sort: by('change'),
    cell: (row) => (
      <span className={classes.change}>
        <Bar change={row.change} />
        <span>{percentText(words, row.change, row.from ?? row.beside)}</span>
      </span>
    ),
  }
  const context: Column<Difference> = {
    id: 'context',
    label: t('column.context'),
    width: 'minmax(96px, 1.1fr)',
    cell: (row) => (
      <span className={classes.context} title={contextOf(words, row)}>
        {contextOf(words, row)}
      </span>
    ),
  }
  const source: Column<Difference> = {
    id: 'source',
    label: t('read.source'),
    width: 'minmax(96px, 1.1fr)',
    cell: (row) => (
      <span title={row.source}>
        {row.source}
        {row.aggregate ? <span className={layout.sub}>{t('context.aggregate')}</span> : null}
      </span>
    ),
  }
  const line: Column<Difference> = {
    id: 'line',
    label: t('column.line'),
    width: '64px',
    right: true,
    sort: by('line'),
    cell: (row) => String(row.line),
  }
  const picked: Column<Difference> = {
    id: 'take',
    label: t('column.take'),
    width: '36px',
    cell: (row) => (
      <Checkbox
        size="xs"
        checked={pick?.taken(row) ?? true}
        onChange={() => pick?.turn(row)}
        aria-label={t('held.takeOne', { reporter: names.area(row.reporter), period: formats.period(row.period), line: row.line })}
      />
    ),
  }
  const columns: readonly Column<Difference>[] = [
    ...(pick ? [picked] : []),
    ...what,
    ...(group === 'new' || group === 'unchanged' ? [] : [stored]),
    ...(group === 'kept' ? [] : [inFile]),
    ...(changing ? [change] : []),
    group === 'new' ? source : context,
    ...(group === 'kept' ? [] : [line]),
  ]
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
