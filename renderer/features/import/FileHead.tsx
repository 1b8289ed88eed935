import { useCall } from '../../ui/data/client.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import { FirstLines } from './FirstLines.tsx'
import type { Entry } from './queue.ts'
import type { Words } from './words.ts'

/**
 * The first lines of a file beside a question or a refusal: who answers wants to see them. Nothing where they cannot be read.
 *
 * @param line the one that the refusal is about; null = no line of its own
 */
export function FileHead({
  entry,
  words: { t },
  line,
}: {
  readonly entry: Entry
  readonly words: Words
  readonly line: number | null
}) {
  const { encoding = null, delimiter = null } = entry.preview ?? {}
  const sample = useCall('csv.sample', { file: entry.file.token, encoding, delimiter, header: null })
  if (sample.state !== 'ready') return null
  return (
    <Card title={t('map.head')} subtitle={t('read.headHint')}>
      <FirstLines label={t('map.head')} records={sample.value.records} marked={line} />
    </Card>
  )
}
