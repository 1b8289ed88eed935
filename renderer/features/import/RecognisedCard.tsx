import { Button } from '@mantine/core'
import type { ImportOptionsRequest } from '../../../electron/shared/contract/schema/importRequests.ts'
import type { ImportPreview } from '../../../electron/shared/contract/schema/imports.ts'
import { Card } from '../../ui/parts/Card.tsx'
import { type Fact, Facts } from '../../ui/parts/Facts.tsx'
import layout from '../../ui/parts/layout.module.css'
import classes from './import.module.css'
import type { Entry } from './queue.ts'
import { ReadDifferently } from './ReadDifferently.tsx'
import { bytesText, decimalName, delimiterName, encodingName, formatName, type Words } from './words.ts'

interface Props {
  readonly entry: Entry
  readonly words: Words
  readonly report: ImportPreview
  /** null = there is nothing to read differently: the file is written, or it is no table */
  readonly onRead: ((options: ImportOptionsRequest) => void) | null
  /** opens the mapping of columns */
  readonly onMap?: (() => void) | null
}

/** How the file was read, and the way to read it differently. */
export function RecognisedCard({ entry, words, report, onRead, onMap = null }: Props) {
  const { t } = words
  const open = report.review?.questions.some(({ kind }) => kind === 'decimal') ?? false
  const decimal = open ? t('decimal.open') : report.outcome === 'refused' ? null : decimalName(words, report.decimal)
  const facts: readonly Fact[] = [
    [t('read.format'), report.format === null ? null : formatName(words, report.format)],
    [t('read.encoding'), report.encoding === null ? null : encodingName(report.encoding)],
    [t('read.delimiter'), report.delimiter === null ? null : delimiterName(words, report.delimiter)],
    [t('read.decimal'), decimal],
    [t('read.size'), bytesText(words, entry.file.bytes)],
    [t('read.hash'), report.sha256 === '' ? null : `${report.sha256.slice(0, 16)}…`],
  ]
  return (
    <Card title={onRead ? t('read.title') : t('read.file')} subtitle={entry.file.name}>
      <Facts facts={facts} />
      {onRead ? (
        <details className={classes.more}>
          <summary>{t('read.differently')}</summary>
          <p className={layout.small}>{t('read.differentlyText')}</p>
          <ReadDifferently entry={entry} words={words} onRead={onRead} />
        </details>
      ) : null}
      {onMap ? (
        <div className={layout.actions}>
          <Button size="compact-xs" variant="default" onClick={onMap}>
            {t('map.open')}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
