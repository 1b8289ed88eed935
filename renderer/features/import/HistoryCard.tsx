import { Button } from '@mantine/core'
import type { Batch } from '../../../electron/shared/contract/schema/imports.ts'
import { Card } from '../../ui/parts/Card.tsx'
import { useViewParam } from '../../ui/view/useView.ts'
import { BatchPanel } from './BatchPanel.tsx'
import type { ImportDesk } from './desk.ts'
import classes from './import.module.css'
import { canRedo, importedBatches } from './prepare.ts'
import { RedoButton } from './RedoButton.tsx'
import { UndoButton } from './UndoButton.tsx'
import { formatName, type Words } from './words.ts'

interface Props {
  readonly batches: readonly Batch[]
  readonly desk: ImportDesk
  readonly words: Words
}

/** Every batch that was ever written, newest first; what was undone stays in the list, marked. */
export function HistoryCard({ batches, desk, words }: Props) {
  const { t, formats } = words
  const rows = importedBatches(batches)
  const number = (count: number): string => formats.number(count, 0)
  const [opened, open] = useViewParam('batch', '')
  const shown = rows.find(({ batch }) => String(batch) === opened)
  return (
    <>
      <Card title={t('history.title')} subtitle={t('history.subtitle')}>
        {rows.length === 0 ? (
          <p className={classes.text}>{t('history.none')}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          <section className={classes.historyBox} tabIndex={0} aria-label={t('history.title')}>
            <table className={classes.history}>
              <thead>
                <tr>
                  <th scope="col" data-right>
                    {t('history.batch')}
                  </th>
                  <th scope="col">{t('history.file')}</th>
                  <th scope="col">{t('history.imported')}</th>
                  <th scope="col">{t('read.vintage')}</th>
                  <th scope="col" data-right>
                    {t('group.new')}
                  </th>
                  <th scope="col" data-right>
                    {t('group.revised')}
                  </th>
                  <th scope="col" data-right>
                    {t('group.unchanged')}
                  </th>
                  <th scope="col" data-right>
                    {t('group.rejected')}
                  </th>
                  <th scope="col">{t('history.state')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.batch} data-undone={row.undone || undefined}>
                    <td data-right>
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-expanded={opened === String(row.batch)}
                        aria-label={t('history.open', { batch: row.batch })}
                        onClick={() => open(opened === String(row.batch) ? '' : String(row.batch))}
                      >
                        {row.batch}
                      </Button>
                    </td>
                    <td>
                      <span className={classes.file}>{row.file}</span>
                      <span className={classes.sub}>
                        {formatName(words, row.format)} · {row.encoding} · {row.sha256.slice(0, 8)}
                      </span>
                      {row.note === '' ? null : <span className={classes.sub}>{row.note}</span>}
                    </td>
                    <td>
                      {formats.day(row.importedAt.slice(0, 10))}
                      <span className={classes.sub}>{row.importedBy}</span>
                    </td>
                    <td>{formats.day(row.vintage)}</td>
                    <td data-right>{number(row.rows.new)}</td>
                    <td data-right>{number(row.rows.revised)}</td>
                    <td data-right>{number(row.rows.unchanged)}</td>
                    <td data-right>{number(row.rows.rejected)}</td>
                    <td>
                      {row.undone ? (
                        <>
                          {t('history.undone', { date: formats.day((row.undoneAt ?? '').slice(0, 10)) })}{' '}
                          {canRedo(rows, row) ? <RedoButton batch={row.batch} words={words} /> : null}
                        </>
                      ) : (
                        <UndoButton batch={row.batch} desk={desk} words={words} />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Card>
      {shown ? <BatchPanel batch={shown.batch} words={words} onClose={() => open('')} /> : null}
    </>
  )
}
