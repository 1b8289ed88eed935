// What a review says beside its figures: about the whole file, worth knowing, passed over.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ImportReportAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { Card, WarningNote } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import { concernsFile, isNotice } from './prepare.ts'
import type { Part } from './Stages.tsx'
import { warningText } from './saidOf.ts'
import { VirtualTable } from './VirtualTable.tsx'
import { shownText, skipReason, type Words } from './words.ts'

/** What concerns the file as a whole and holds everything up until it was seen. */
export function FileWarnings({ entry, desk, words, report }: Part & { readonly report: ImportReportAnswer }) {
  const { t } = words
  const warnings = report.warnings.filter(concernsFile)
  if (warnings.length === 0 || entry.choices.confirmed || entry.result !== null) return null
  return (
    <Card title={t('file.title')}>
      {warnings.map((warning) => (
        <WarningNote key={warning.message}>{warningText(words, warning)}</WarningNote>
      ))}
      <div className={layout.actions}>
        <Button
          size="xs"
          variant="default"
          onClick={() => desk.take({ kind: 'choose', id: entry.id, choices: { confirmed: true } })}
        >
          {t('file.confirm')}
        </Button>
      </div>
    </Card>
  )
}

const MOST_NOTES = 5

/** What is worth knowing and holds nothing up. */
export function Notices({ report, words }: { readonly report: ImportReportAnswer; readonly words: Words }) {
  const { t } = words
  const notes = [...new Set(report.warnings.filter(isNotice).map((warning) => warningText(words, warning)))]
  const [all, setAll] = useState(false)
  if (notes.length === 0) return null
  return (
    <Card title={t('warnings.notes')}>
      <ul className={layout.notes}>
        {(all ? notes : notes.slice(0, MOST_NOTES)).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      {notes.length > MOST_NOTES && !all ? (
        <Button size="compact-xs" variant="default" onClick={() => setAll(true)}>
          {t('warnings.all', { count: notes.length })}
        </Button>
      ) : null}
    </Card>
  )
}

/** Lines that are no records: listed, so that nothing is passed over in silence. */
export function SkippedCard({ report, words }: { readonly report: ImportReportAnswer; readonly words: Words }) {
  const { t } = words
  const rows = report.skipped
  const all = rows.length + (report.cut?.skipped ?? 0)
  if (all === 0) return null
  return (
    <Card title={t('skipped.title')} subtitle={`${t('skipped.subtitle')} ${shownText(words, rows.length, all)}`}>
      <VirtualTable
        name={t('skipped.title')}
        columns={[
          { id: 'line', label: t('column.line'), width: '72px', right: true, cell: (row) => String(row.line) },
          { id: 'reason', label: t('column.reason'), width: 'minmax(120px, 1fr)', cell: (row) => skipReason(words, row.reason) },
        ]}
        count={rows.length}
        rowAt={(index: number) => rows[index]}
        keyOf={(_, index) => String(index)}
        height={150}
      />
    </Card>
  )
}
