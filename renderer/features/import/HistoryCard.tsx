import { Button } from '@mantine/core'
import { Fragment, useEffect, useState } from 'react'
import type { Batch } from '../../../electron/shared/contract/schema/imports.ts'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import { useViewParam } from '../../ui/view/useView.ts'
import { BatchPanel } from './BatchPanel.tsx'
import type { ImportDesk } from './desk.ts'
import { focusBatch } from './focus.ts'
import classes from './history.module.css'
import { canRedo, importedBatches } from './prepare.ts'
import { RedoButton } from './RedoButton.tsx'
import { UndoQuestion } from './UndoButton.tsx'
import { encodingName, formatName, type Words } from './words.ts'

const counted = ['new', 'revised', 'unchanged', 'rejected'] as const
const COLUMNS = 5 + counted.length

interface RowProps {
  readonly row: Batch
  /** an undone batch whose file may be imported again */
  readonly redoable: boolean
  readonly words: Words
  /** its panel stands below the list */
  readonly opened: boolean
  readonly toggle: () => void
  /** the question before it goes stands below it */
  readonly asked: boolean
  readonly ask: () => void
  readonly onRedone: (batch: number) => void
}

/** One batch in the list: its file, who imported it when, what became of its figures, and whether it stands. */
function HistoryRow({ row, redoable, words, opened, toggle, asked, ask, onRedone }: RowProps) {
  const { t, formats } = words
  return (
    <tr data-undone={row.undone || undefined} data-open={opened || undefined}>
      <td>
        <Button
          size="compact-xs"
          variant="default"
          data-batch={row.batch}
          aria-expanded={opened}
          aria-label={t('history.open', { batch: row.batch })}
          onClick={toggle}
        >
          {row.batch}
        </Button>
      </td>
      <td>
        <span className={classes.file}>{row.file}</span>
        <span className={layout.sub}>
          {formatName(words, row.format)} · {encodingName(row.encoding)} · {row.sha256.slice(0, 8)}
        </span>
        {row.note === '' ? null : <span className={layout.sub}>{row.note}</span>}
      </td>
      <td>
        {formats.day(row.importedAt.slice(0, 10))}
        <span className={layout.sub}>{row.importedBy}</span>
      </td>
      <td>{formats.day(row.vintage)}</td>
      {counted.map((kind) => (
        <td key={kind} data-right>
          {formats.number(row.rows[kind], 0)}
        </td>
      ))}
      <td>
        {row.undone ? (
          <span className={classes.state}>
            {t('history.undone', { date: formats.day((row.undoneAt ?? '').slice(0, 10)) })}
            {redoable ? <RedoButton batch={row.batch} words={words} onRedone={onRedone} /> : null}
          </span>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('undo.of', { batch: row.batch })}
            aria-expanded={asked}
            onClick={ask}
          >
            {t('undo.undo')}
          </Button>
        )}
      </td>
    </tr>
  )
}

interface Props {
  readonly batches: readonly Batch[]
  readonly desk: ImportDesk
  readonly words: Words
}

/** Every batch that was ever written, newest first; what was undone stays in the list, marked. */
export function HistoryCard({ batches, desk, words }: Props) {
  const { t } = words
  const rows = importedBatches(batches)
  const [opened, open] = useViewParam('batch', '')
  const [asked, ask] = useState<number | null>(null)
  const shown = rows.find(({ batch }) => String(batch) === opened)
  const [redone, setRedone] = useState<number | null>(null)
  const listed = redone !== null && rows.some(({ batch }) => batch === redone)
  // the batch that stands for the file now has the focus, as soon as it stands in the list
  useEffect(() => {
    if (!listed || redone === null) return
    focusBatch(redone)
    setRedone(null)
  }, [listed, redone])
  const follow = (batch: number, again: number): void => {
    if (opened === String(batch)) open(String(again))
    setRedone(again)
  }
  const close = (batch: number): void => {
    ask(null)
    focusBatch(batch)
  }
  return (
    <>
      <Card title={t('history.title')} subtitle={t('history.subtitle')}>
        {rows.length === 0 ? (
          <p className={layout.text}>{t('history.none')}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          <section className={classes.historyBox} tabIndex={0} aria-label={t('history.title')}>
            <table className={classes.history}>
              <thead>
                <tr>
                  <th scope="col">{t('history.batch')}</th>
                  <th scope="col">{t('history.file')}</th>
                  <th scope="col">{t('history.imported')}</th>
                  <th scope="col">{t('read.vintage')}</th>
                  {counted.map((kind) => (
                    <th key={kind} scope="col" data-right>
                      {t(`group.${kind}`)}
                    </th>
                  ))}
                  <th scope="col">{t('history.state')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Fragment key={row.batch}>
                    <HistoryRow
                      row={row}
                      redoable={canRedo(rows, row)}
                      words={words}
                      opened={opened === String(row.batch)}
                      toggle={() => open(opened === String(row.batch) ? '' : String(row.batch))}
                      asked={asked === row.batch}
                      ask={() => ask(asked === row.batch ? null : row.batch)}
                      onRedone={(again) => follow(row.batch, again)}
                    />
                    {asked === row.batch ? (
                      <tr>
                        <td colSpan={COLUMNS} className={classes.asking}>
                          <UndoQuestion batch={row.batch} desk={desk} words={words} onClose={() => close(row.batch)} />
                        </td>
                      </tr>
                    ) : null}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Card>
      {shown ? (
        <BatchPanel
          key={shown.batch}
          batch={shown.batch}
          words={words}
          onClose={() => {
            open('')
            focusBatch(shown.batch)
          }}
        />
      ) : null}
    </>
  )
}
