// The tables of the review: revisions, warnings, rejected and skipped lines.
import { Button, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ImportReportAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { Card } from '../../ui/parts/Card.tsx'
import classes from './import.module.css'
import {
  changePercent,
  decimalsOf,
  filterRows,
  type GroupId,
  groupCounts,
  isHolding,
  type RevisionOrder,
  type RevisionRow,
  revisedTotals,
  revisionRows,
  sortRevisions,
} from './prepare.ts'
import { type Column, VirtualTable } from './VirtualTable.tsx'
import { rowReason, skipReason, type Words, warningName } from './words.ts'

const HEIGHT = 430

interface Part {
  readonly report: ImportReportAnswer
  readonly words: Words
}

/** Change as a bar from zero, to both sides. */
function ChangeBar({ bar }: { readonly bar: number }) {
  const width = Math.abs(bar) * 35
  return (
    <svg width="72" height="12" aria-hidden="true">
      <line x1="36" x2="36" y1="0" y2="12" stroke="var(--mv-axis)" />
      <rect x={bar < 0 ? 36 - width : 36} y="2" width={width} height="8" fill="var(--mv-text-2)" />
    </svg>
  )
}

function Filter({
  words: { t },
  value,
  onChange,
}: {
  readonly words: Words
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <TextInput
      size="xs"
      w={220}
      aria-label={t('table.filter')}
      placeholder={t('table.filter')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** "120 of 12,345 shown", and nothing where all are. */
function shownText({ t, formats }: Words, shown: number, all: number): string {
  return shown === all
    ? t('table.all', { count: all, of: formats.number(all, 0) })
    : t('table.shown', { shown: formats.number(shown, 0), of: formats.number(all, 0) })
}

function Revisions({ report, words }: Part) {
  const { t, formats, names } = words
  const [order, setOrder] = useState<RevisionOrder>('change')
  const [query, setQuery] = useState('')
  const all = useMemo(() => revisionRows(report.revisions), [report])
  const rows = useMemo(
    () =>
      sortRevisions(
        filterRows(all, query, (row) => [
          names.indicator(row.indicator),
          row.indicator,
          names.area(row.reporter),
          row.reporter,
          names.area(row.partner),
          row.partner,
          row.period,
        ]),
        order,
      ),
    [all, query, order, names],
  )
  const totals = revisedTotals(report)
  const sort = (id: RevisionOrder) => ({ active: order === id, choose: () => setOrder(id) })
  const partner = (code: string): string => (code === '_Z' ? '–' : names.area(code))
  const columns: readonly Column<RevisionRow>[] = [
    {
      id: 'indicator',
      label: t('column.indicator'),
      width: 'minmax(110px, 1.7fr)',
      sort: sort('indicator'),
      cell: (row) => <span title={names.indicator(row.indicator)}>{names.indicator(row.indicator)}</span>,
    },
    {
      id: 'reporter',
      label: t('column.reporter'),
      width: 'minmax(68px, 1fr)',
      sort: sort('reporter'),
      cell: (row) => names.area(row.reporter),
    },
    { id: 'partner', label: t('column.partner'), width: 'minmax(68px, 1fr)', cell: (row) => partner(row.partner) },
    {
      id: 'period',
      label: t('column.period'),
      width: '60px',
      sort: sort('period'),
      cell: (row) => formats.period(row.period),
    },
    {
      id: 'from',
      label: t('column.stored'),
      width: 'minmax(80px, 1fr)',
      right: true,
      cell: (row) => formats.number(row.from, decimalsOf(row.from, row.to)),
    },
    {
      id: 'to',
      label: t('column.inFile'),
      width: 'minmax(80px, 1fr)',
      right: true,
      cell: (row) => <strong>{formats.number(row.to, decimalsOf(row.from, row.to))}</strong>,
    },
    { id: 'bar', label: t('column.change'), width: '80px', sort: sort('change'), cell: (row) => <ChangeBar bar={row.bar} /> },
    {
      id: 'percent',
      label: t('column.percent'),
      width: '72px',
      right: true,
      cell: (row) => {
        const percent = changePercent(row)
        return percent === null
          ? '–'
          : `${formats.signed(percent, Math.abs(percent) < 0.1 ? 3 : Math.abs(percent) < 1000 ? 1 : 0)}%`
      },
    },
    { id: 'line', label: t('column.line'), width: '50px', right: true, sort: sort('line'), cell: (row) => String(row.line) },
  ]
  return (
    <Card
      title={t('revised.title')}
      subtitle={`${t('revised.subtitle')} ${totals > 0 ? `${t('revised.totals', { count: totals })} ` : ''}${shownText(words, rows.length, all.length + (report.cut?.revisions ?? 0))}`}
      actions={<Filter words={words} value={query} onChange={setQuery} />}
    >
      <VirtualTable
        name={t('revised.title')}
        columns={columns}
        rows={rows}
        keyOf={(row) => `${row.line} ${row.indicator} ${row.reporter} ${row.partner} ${row.period}`}
        height={HEIGHT}
      />
    </Card>
  )
}

function Rejected({ report, words }: Part) {
  const { t } = words
  const [query, setQuery] = useState('')
  const rows = filterRows(report.rejected, query, (row) => [rowReason(words, row.reason), row.column ?? '', row.found])
  const counts = new Map<string, number>()
  for (const { reason } of report.rejected) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3)
  return (
    <Card
      title={t('rejected.title')}
      subtitle={`${most.map(([reason, count]) => `${rowReason(words, reason)}: ${words.formats.number(count, 0)}`).join(' · ')}. ${shownText(words, rows.length, report.rows.rejected)}`}
      actions={<Filter words={words} value={query} onChange={setQuery} />}
    >
      <VirtualTable
        name={t('rejected.title')}
        columns={[
          { id: 'line', label: t('column.line'), width: '72px', right: true, cell: (row) => String(row.line) },
          { id: 'column', label: t('column.column'), width: 'minmax(90px, 1fr)', cell: (row) => row.column ?? t('table.record') },
          { id: 'reason', label: t('column.reason'), width: 'minmax(180px, 2fr)', cell: (row) => rowReason(words, row.reason) },
          {
            id: 'found',
            label: t('column.found'),
            width: 'minmax(140px, 2fr)',
            cell: (row) => <code className={classes.found}>{`“${row.found}”`}</code>,
          },
        ]}
        rows={rows}
        keyOf={(_, index) => String(index)}
        height={HEIGHT}
      />
    </Card>
  )
}

function Skipped({ report, words }: Part) {
  const { t } = words
  return (
    <Card
      title={t('skipped.title')}
      subtitle={shownText(words, report.skipped.length, report.skipped.length + (report.cut?.skipped ?? 0))}
    >
      <VirtualTable
        name={t('skipped.title')}
        columns={[
          { id: 'line', label: t('column.line'), width: '72px', right: true, cell: (row) => String(row.line) },
          { id: 'reason', label: t('column.reason'), width: '1fr', cell: (row) => skipReason(words, row.reason) },
        ]}
        rows={report.skipped}
        keyOf={(_, index) => String(index)}
        height={HEIGHT}
      />
    </Card>
  )
}

/** What the importer said of the file, line by line; held ones first. */
export function WarningList({ report, words, only }: Part & { readonly only: 'held' | 'notes' }) {
  const { t } = words
  const rows = report.warnings.filter((warning) => isHolding(warning) === (only === 'held'))
  if (rows.length === 0) return null
  return (
    <VirtualTable
      name={t(`warnings.${only}`)}
      columns={[
        {
          id: 'line',
          label: t('column.line'),
          width: '64px',
          right: true,
          cell: (row) => (row.line === null ? '–' : String(row.line)),
        },
        { id: 'code', label: t('column.what'), width: 'minmax(120px, 1fr)', cell: (row) => warningName(words, row.code) },
        {
          id: 'message',
          label: t('column.message'),
          width: 'minmax(200px, 3fr)',
          cell: (row) => (
            <span className={classes.message} title={row.message}>
              {row.message}
            </span>
          ),
        },
      ]}
      rows={rows}
      rowHeight={46}
      keyOf={(_, index) => String(index)}
      height={HEIGHT - 60}
    />
  )
}

interface GroupProps extends Part {
  readonly group: GroupId
  readonly accepted: boolean
  readonly onAccept: (() => void) | null
}

/** What stands in the chosen group. */
export function GroupTable({ report, words, group, accepted, onAccept }: GroupProps) {
  const { t, formats } = words
  const counts = groupCounts(report)
  if (counts[group] === 0)
    return (
      <Card title={t(`group.${group}`)}>
        <p className={classes.text}>{t(`none.${group}`)}</p>
      </Card>
    )
  if (group === 'revised') return <Revisions report={report} words={words} />
  if (group === 'rejected') return <Rejected report={report} words={words} />
  if (group === 'skipped') return <Skipped report={report} words={words} />
  if (group === 'held')
    return (
      <Card
        title={onAccept ? t('held.title') : t('held.accepted')}
        subtitle={shownText(words, counts.held - (report.cut?.warnings ?? 0), counts.held)}
      >
        <WarningList report={report} words={words} only="held" />
        {onAccept ? (
          <div className={classes.decide}>
            <Button
              size="xs"
              variant={accepted ? 'default' : 'filled'}
              {...(accepted ? {} : { className: classes.filled })}
              disabled={accepted}
              onClick={onAccept}
            >
              {accepted ? t('held.accepted') : t('held.accept')}
            </Button>
            <span className={classes.small}>{t('held.hint')}</span>
          </div>
        ) : null}
      </Card>
    )
  return (
    <Card title={t(`group.${group}`)}>
      <p className={classes.text}>{t(`about.${group}`, { count: counts[group], figures: formats.number(counts[group], 0) })}</p>
    </Card>
  )
}
