import { NativeSelect } from '@mantine/core'
import type { SampleAnswer } from '../../../../electron/shared/contract/schema/imports.ts'
import { delimiters, encodings } from '../../../../electron/shared/domain/csvFile.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import layout from '../../../ui/parts/layout.module.css'
import { delimiterName, encodingName } from '../words.ts'
import type { PartOfForm } from './parts.ts'
import classes from './wizard.module.css'

const LINES_SHOWN = 12

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
  const width = Math.max(...shown.map(({ fields }) => fields.length), 1)
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={classes.sampleBox} tabIndex={0} aria-label={t('map.head')}>
        <table className={classes.sample}>
          <tbody>
            {shown.map(({ line, fields }, at) => (
              <tr key={line} data-header={at === mapping.header || undefined}>
                <th scope="row">{line}</th>
                {fields.map((field, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                  <td key={column} title={field} colSpan={column === fields.length - 1 ? width - column : 1}>
                    {field}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}
