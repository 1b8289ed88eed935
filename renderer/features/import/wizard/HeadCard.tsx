import { NativeSelect } from '@mantine/core'
import type { SampleAnswer } from '../../../../electron/shared/contract/schema/imports.ts'
import { delimiters, encodings } from '../../../../electron/shared/domain/csvFile.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import layout from '../../../ui/parts/layout.module.css'
import { FirstLines, LINES_SHOWN } from '../FirstLines.tsx'
import { delimiterName, encodingName } from '../words.ts'
import type { PartOfForm } from './parts.ts'

/** How the head of the file is cut into records; null = as recognised. */
export interface Cut {
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly header: number | null
}

/** The first lines as they stand; the reader points at the line of headings. */
export function HeadCard({
  words,
  sample,
  mapping,
  recut,
}: PartOfForm & {
  readonly sample: SampleAnswer
  readonly recut: (change: Partial<Cut>) => void
}) {
  const { t } = words
  const shown = sample.records.slice(0, LINES_SHOWN)
  return (
    <Card title={t('map.head')} subtitle={t('map.headHint')}>
      <div className={layout.form}>
        <NativeSelect
          size="xs"
          label={t('read.encoding')}
          value={mapping.encoding ?? ''}
          data={[...new Set([sample.encoding, ...encodings])].map((one) => ({ value: one, label: encodingName(one) }))}
          onChange={(event) => recut({ encoding: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={t('read.delimiter')}
          value={mapping.delimiter ?? ','}
          data={delimiters.map((one) => ({ value: one, label: delimiterName(words, one) }))}
          onChange={(event) => recut({ delimiter: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={t('map.headingLine')}
          value={String(mapping.header)}
          data={[
            ...shown.map(({ line }, at) => ({ value: String(at), label: t('map.line', { line }) })),
            { value: '-1', label: t('map.noHeadings') },
          ]}
          onChange={(event) => recut({ header: Number(event.currentTarget.value) })}
        />
      </div>
      <FirstLines label={t('map.head')} records={sample.records} marked={sample.records[mapping.header]?.line ?? null} />
    </Card>
  )
}
