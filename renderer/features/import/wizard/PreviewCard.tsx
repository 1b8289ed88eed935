import { Select } from '@mantine/core'
import type { ImportQuestion } from '../../../../electron/shared/contract/schema/imports.ts'
import { useCatalogue } from '../../../ui/data/catalogue.tsx'
import { useCall } from '../../../ui/data/client.tsx'
import { useFailureText } from '../../../ui/data/failureText.ts'
import { Card, WarningNote } from '../../../ui/parts/Card.tsx'
import layout from '../../../ui/parts/layout.module.css'
import { areaChoices } from '../questionAnswers.ts'
import type { Part } from '../Stages.tsx'
import { refusalText } from '../saidOf.ts'
import { rowReason, type Words } from '../words.ts'
import { FirstRecords } from './FirstRecords.tsx'
import classes from './wizard.module.css'

/** Names the dry run of one state of the form, so that two of them never write over each other. */
const jobOf = (id: string, text: string): string => {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) >>> 0
  return `${id}-map-${hash.toString(36)}`
}

/** The first records as the mapping reads them, and what would become of the piece of the file that was read. */
export function PreviewCard({
  entry,
  words,
  profile,
  open,
  gaps,
  explain,
}: Pick<Part, 'entry' | 'words'> & {
  readonly profile: string
  readonly open: boolean
  readonly gaps: readonly string[]
  readonly explain: (kind: 'area' | 'indicator', found: string, code: string) => void
}) {
  const { t, formats } = words
  const failureText = useFailureText()
  const job = jobOf(entry.id, profile)
  const preview = useCall(
    'csv.preview',
    { file: entry.file.token, profile, review: true, headOnly: true, job },
    { enabled: open },
  )
  if (!open)
    return (
      <Card title={t('map.preview')} subtitle={t('map.previewWaits')}>
        <ul className={layout.notes}>
          {gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      </Card>
    )
  const report = preview.state === 'ready' ? preview.value : preview.state === 'loading' ? preview.previous : null
  const first = report?.rejected[0]
  return (
    <Card
      title={t('map.preview')}
      subtitle={
        report?.outcome === 'accepted'
          ? t('map.counts', {
              read: formats.number(report.rows.read, 0),
              new: formats.number(report.rows.new, 0),
              revised: formats.number(report.rows.revised, 0),
              unchanged: formats.number(report.rows.unchanged, 0),
              rejected: formats.number(report.rows.rejected, 0),
            })
          : t('map.previewHint')
      }
    >
      {preview.state === 'failed' ? <WarningNote>{failureText(preview.error)}</WarningNote> : null}
      {report?.outcome === 'refused' ? (
        <WarningNote>{refusalText(words, report, report.review?.refusal ?? null)}</WarningNote>
      ) : null}
      {report?.outcome === 'accepted' && preview.state === 'ready' ? <FirstRecords job={job} words={words} /> : null}
      {preview.state === 'ready' ? (
        <Unknown words={words} questions={preview.value.review?.questions ?? []} explain={explain} />
      ) : null}
      {first ? (
        <p className={layout.text}>
          {t('map.firstRejected', { line: first.line, reason: rowReason(words, first.reason), found: first.found })}
        </p>
      ) : null}
    </Card>
  )
}

/** Texts that nothing here knows: what they mean becomes a part of the mapping. */
function Unknown({
  words,
  questions,
  explain,
}: {
  readonly words: Words
  readonly questions: readonly ImportQuestion[]
  readonly explain: (kind: 'area' | 'indicator', found: string, code: string) => void
}) {
  const { t, names } = words
  const { areas, indicators } = useCatalogue()
  const unknown = questions.flatMap(({ kind, examples, candidates }) => {
    const found = (examples[0]?.found ?? '').trim()
    return (kind === 'area' || kind === 'indicator') && found !== '' ? [{ kind, found, candidates }] : []
  })
  if (unknown.length === 0) return null
  return (
    <div className={classes.unknown}>
      {unknown.map(({ kind, found, candidates }) => (
        <Select
          key={`${kind} ${found}`}
          size="xs"
          searchable
          limit={40}
          label={t('map.means', { found })}
          placeholder={t('question.choose')}
          data={
            kind === 'area'
              ? areaChoices(areas, candidates, names.area)
              : indicators.map(({ code }) => ({ value: code, label: `${names.indicator(code)} (${code})` }))
          }
          value={null}
          onChange={(code) => code !== null && explain(kind, found, code)}
        />
      ))}
    </div>
  )
}
