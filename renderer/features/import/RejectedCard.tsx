import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import type { ImportPreview } from '../../../electron/shared/contract/schema/imports.ts'
import { asFailure, useHost } from '../../ui/data/client.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import layout from '../../ui/parts/layout.module.css'
import { countsOfReasons, filterRows, type Rejection } from './prepare.ts'
import type { Entry } from './queue.ts'
import classes from './table.module.css'
import { VirtualTable } from './VirtualTable.tsx'
import { AMBIGUOUS_DAY, rowReason, shownText, type Words } from './words.ts'

const HEIGHT = 'max(380px, calc(100vh - 540px))'

/** Rejected lines with their reasons, and the way to mend them: as a CSV of their own. */
export function RejectedCard({
  entry,
  words,
  report,
}: {
  readonly entry: Entry
  readonly words: Words
  readonly report: ImportPreview
}) {
  const { t, formats } = words
  const host = useHost()
  const [query, setQuery] = useState('')
  const [only, setOnly] = useState<string | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [saved, setSaved] = useState<number | null>(null)
  const dayAsked = report.review?.questions.some(({ kind }) => kind === 'day-order') ?? false
  // a day that waits for an answer is a period as soon as somebody says which number is the month
  const reasonOf = ({ reason, found }: Rejection): string =>
    dayAsked && reason === 'bad-period' && /^\d{1,2}\D\d{1,2}\D\d{2,4}$/.test(found.trim()) ? AMBIGUOUS_DAY : reason
  const counts = countsOfReasons(report.rejected.map(reasonOf))
  const rows = filterRows(
    only === null ? report.rejected : report.rejected.filter((row) => reasonOf(row) === only),
    query,
    (row) => [rowReason(words, reasonOf(row)), row.column ?? '', row.found],
  )
  const save = async (): Promise<void> => {
    setFailure(null)
    const { file, id, options, profile } = entry
    try {
      const { token, name, records } = await host.client['csv.rejected']({ file: file.token, job: id, options, profile })
      if (await host.save(token, name)) setSaved(records)
    } catch (error) {
      setFailure(asFailure(error))
    }
  }
  return (
    <Card
      title={t('rejected.title')}
      subtitle={shownText(words, rows.length, report.rows.rejected)}
      actions={
        <TextInput
          size="xs"
          w={200}
          aria-label={t('table.filter')}
          placeholder={t('table.filter')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      }
    >
      {counts.length > 1 ? (
        <fieldset className={classes.reasons} aria-label={t('column.reason')}>
          {counts.map(([reason, count]) => (
            <button
              key={reason}
              type="button"
              className={classes.reason}
              aria-pressed={only === reason}
              onClick={() => setOnly(only === reason ? null : reason)}
            >
              {rowReason(words, reason)} <strong>{formats.number(count, 0)}</strong>
            </button>
          ))}
        </fieldset>
      ) : null}
      <VirtualTable
        name={t('rejected.title')}
        columns={[
          { id: 'line', label: t('column.line'), width: '64px', right: true, cell: (row) => String(row.line) },
          { id: 'column', label: t('column.column'), width: 'minmax(90px, 1fr)', cell: (row) => row.column ?? t('table.record') },
          {
            id: 'reason',
            label: t('column.reason'),
            width: 'minmax(180px, 2fr)',
            cell: (row) => <span title={rowReason(words, reasonOf(row))}>{rowReason(words, reasonOf(row))}</span>,
          },
          {
            id: 'found',
            label: t('column.found'),
            width: 'minmax(140px, 2fr)',
            cell: (row) => (
              <code className={layout.found} title={row.found}>
                {t('table.quoted', { found: row.found })}
              </code>
            ),
          },
        ]}
        count={rows.length}
        rowAt={(index: number) => rows[index]}
        keyOf={(_, index) => String(index)}
        height={HEIGHT}
      />
      {rows.length === 0 ? <p className={classes.nothing}>{t('table.nothing')}</p> : null}
      {report.outcome === 'accepted' ? (
        <div className={layout.actions}>
          <Button size="xs" variant="default" onClick={() => void save()}>
            {t('rejected.save')}
          </Button>
          <span className={layout.small}>{t('rejected.hint')}</span>
          {saved === null ? null : (
            <span className={layout.small} role="status">
              {t('rejected.saved', { count: saved, figures: formats.number(saved, 0) })}
            </span>
          )}
          <FailureNote failure={failure} />
        </div>
      ) : null}
    </Card>
  )
}
