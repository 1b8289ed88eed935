// One batch of the history: where it came from, what was decided, what it moved, and its raw file.

import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import type { BatchDetail, ImportReportAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { asFailure, useCall, useHost } from '../../ui/data/client.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import { type Fact, Facts } from '../../ui/parts/Facts.tsx'
import { FailureNote } from '../../ui/parts/FailureNote.tsx'
import layout from '../../ui/parts/layout.module.css'
import { StateView } from '../../ui/parts/StateView.tsx'
import { Effects } from './Effects.tsx'
import classes from './history.module.css'
import { changePercent, decimalsOf } from './prepare.ts'
import { VirtualTable } from './VirtualTable.tsx'
import {
  bytesText,
  decimalName,
  delimiterName,
  encodingName,
  formatName,
  partnerName,
  percentText,
  shownText,
  type Words,
} from './words.ts'

/** A content hash whole, in two lines of one length; copied it is one word. */
const Hash = ({ of }: { readonly of: string }) => (
  <span className={classes.hash}>
    {of.slice(0, of.length / 2)}
    <wbr />
    {of.slice(of.length / 2)}
  </span>
)

/** Where a batch came from, and the raw file as it was. */
function OriginCard({
  detail,
  words,
  onClose,
}: {
  readonly detail: BatchDetail
  readonly words: Words
  readonly onClose: () => void
}) {
  const { t, formats } = words
  const { batch, report, decisions, dependents } = detail
  const host = useHost()
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const save = async (): Promise<void> => {
    setFailure(null)
    try {
      const { token, name } = await host.client['batches.file']({ batch: batch.batch })
      await host.save(token, name)
    } catch (error) {
      setFailure(asFailure(error))
    }
  }
  const decided = (one: string | { readonly only: string }): string =>
    typeof one === 'object' ? t('decide.onlyIs', { words: one.only }) : t(one === 'take' ? 'decision.take' : 'decision.leave')
  const left = report?.rows.leftOut ?? 0
  const facts: readonly Fact[] = [
    [t('history.file'), `${batch.file}, ${bytesText(words, batch.bytes)}`],
    [t('read.hash'), <Hash key="hash" of={batch.sha256} />],
    [t('read.format'), formatName(words, batch.format)],
    [t('history.profile'), batch.profile || null],
    [t('read.encoding'), encodingName(batch.encoding)],
    [t('read.delimiter'), delimiterName(words, report?.delimiter ?? null)],
    [t('read.decimal'), decimalName(words, report?.decimal ?? null)],
    [t('read.vintage'), formats.day(batch.vintage)],
    [t('history.imported'), `${formats.day(batch.importedAt.slice(0, 10))}${batch.importedBy ? `, ${batch.importedBy}` : ''}`],
    [t('note.title'), batch.note || null],
    [t('group.held'), decisions && decided(decisions.held)],
    [t('group.revised'), decisions && decided(decisions.revised)],
    [t('group.new'), decisions && decided(decisions.new)],
    [t('decision.leave'), left > 0 ? formats.number(left, 0) : null],
    [t('history.dependents'), dependents.length > 0 ? formats.list(dependents.map(String)) : null],
  ]
  return (
    <Card
      title={t('history.about', { batch: batch.batch })}
      actions={
        <Button size="compact-xs" variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
      }
    >
      <Facts facts={facts} />
      <div className={layout.actions}>
        <Button size="xs" variant="default" onClick={() => void save()}>
          {t('history.save')}
        </Button>
        <span className={layout.small}>{t('history.saveHint')}</span>
        <FailureNote failure={failure} />
      </div>
    </Card>
  )
}

/** Revised figures as the report keeps them. */
function Revised({ report, words }: { readonly report: ImportReportAnswer; readonly words: Words }) {
  const { t, formats, names } = words
  if (report.revisions.length === 0) return null
  const all = report.revisions.length + (report.cut?.revisions ?? 0)
  const rows = report.revisions
  return (
    <Card title={t('heading.revised')} subtitle={shownText(words, rows.length, Math.max(all, report.rows.revised))}>
      <VirtualTable
        name={t('heading.revised')}
        columns={[
          { id: 'reporter', label: t('column.reporter'), width: 'minmax(90px, 1fr)', cell: (row) => names.area(row.reporter) },
          {
            id: 'partner',
            label: t('column.partner'),
            width: 'minmax(90px, 1fr)',
            cell: (row) => partnerName(words, row.indicator, row.partner) || '–',
          },
          {
            id: 'indicator',
            label: t('column.indicator'),
            width: 'minmax(120px, 2fr)',
            cell: (row) => names.indicator(row.indicator),
          },
          { id: 'period', label: t('column.period'), width: '70px', cell: (row) => formats.period(row.period) },
          {
            id: 'from',
            label: t('column.before'),
            width: 'minmax(80px, 1fr)',
            right: true,
            cell: (row) => (row.from === null ? '–' : formats.number(row.from, decimalsOf(row.from, row.to))),
          },
          {
            id: 'to',
            label: t('column.inFile'),
            width: 'minmax(80px, 1fr)',
            right: true,
            cell: (row) => <strong>{formats.number(row.to, decimalsOf(row.from, row.to))}</strong>,
          },
          {
            id: 'percent',
            label: t('column.percent'),
            width: '80px',
            right: true,
            cell: (row) => percentText(words, changePercent(row), row.from),
          },
          { id: 'line', label: t('column.line'), width: '60px', right: true, cell: (row) => String(row.line) },
        ]}
        count={rows.length}
        rowAt={(index: number) => rows[index]}
        keyOf={(_, index) => String(index)}
        height={300}
      />
    </Card>
  )
}

/** One batch of the history in a panel of its own. */
export function BatchPanel({
  batch,
  words,
  onClose,
}: {
  readonly batch: number
  readonly words: Words
  readonly onClose: () => void
}) {
  const { t } = words
  const detail = useCall('batches.get', { batch })
  const panel = useRef<HTMLElement>(null)
  // the panel may open below the end of a long history
  useEffect(() => {
    // in braces: browsers of today answer with a promise, which React would take for what is to be done at the end
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={panel} className={layout.side} aria-label={t('history.about', { batch })}>
      <StateView of={detail} height={160}>
        {(found) => (
          <div className={classes.panel}>
            <OriginCard detail={found} words={words} onClose={onClose} />
            <div className={layout.side}>
              {found.batch.undone ? null : <Effects batch={batch} words={words} />}
              {found.report ? <Revised report={found.report} words={words} /> : null}
            </div>
          </div>
        )}
      </StateView>
    </section>
  )
}
