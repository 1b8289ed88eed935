import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import type { ImportReportAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { asFailure, useHost } from '../../ui/data/client.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import classes from './import.module.css'
import { filterRows } from './prepare.ts'
import type { Entry } from './queue.ts'
import { VirtualTable } from './VirtualTable.tsx'
import { rowReason, shownText, type Words } from './words.ts'

const HEIGHT = 380

/** Rejected lines with their reasons, and the way to mend them: as a CSV of their own. */
export function RejectedCard({
  entry,
  words,
  report,
}: {
  readonly entry: Entry
  readonly words: Words
  readonly report: ImportReportAnswer
}) {
  const { t, formats } = words
  const host = useHost()
  const [query, setQuery] = useState('')
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [saved, setSaved] = useState<number | null>(null)
  const rows = filterRows(report.rejected, query, (row) => [rowReason(words, row.reason), row.column ?? '', row.found])
  const counts = new Map<string, number>()
  for (const { reason } of report.rejected) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3)
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
      subtitle={`${most.map(([reason, count]) => `${rowReason(words, reason)}: ${formats.number(count, 0)}`).join(' · ')}. ${shownText(words, rows.length, report.rows.rejected)}`}
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
        count={rows.length}
        rowAt={(index: number) => rows[index]}
        keyOf={(_, index) => String(index)}
        height={HEIGHT}
      />
      {report.outcome === 'accepted' ? (
        <div className={classes.decide}>
          <Button size="xs" variant="default" onClick={() => void save()}>
            {t('rejected.save')}
          </Button>
          <span className={classes.small}>{t('rejected.hint')}</span>
          {saved === null ? null : (
            <span className={classes.small} role="status">
              {t('rejected.saved', { count: saved, figures: formats.number(saved, 0) })}
            </span>
          )}
          {failure ? (
            <span className={classes.warning} role="alert">
              {failure.message}
            </span>
          ) : null}
        </div>
      ) : null}
    </Card>
  )
}
