// Longer than 300 lines: one form, its live preview and the ways a mapping comes in and goes out, which share the mapping in the making.
import { Button, NativeSelect, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useMemo, useState } from 'react'
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import type { Difference, ImportQuestion, SampleAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { encodePeriod } from '../../../electron/shared/domain/period.ts'
import { useCatalogue } from '../../ui/data/catalogue.tsx'
import { asFailure, useCall, useHost, useSend } from '../../ui/data/client.tsx'
import { Card, WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import classes from './import.module.css'
import {
  type Constant,
  constants,
  gapsOf,
  type Mapping,
  mappingOf,
  offeredRoles,
  profileOf,
  withColumn,
  withColumns,
  withProfile,
} from './mapping.ts'
import { decimalsOf } from './prepare.ts'
import { areaChoices } from './questionAnswers.ts'
import { delimiters, encodings } from './RecognisedCard.tsx'
import type { Part } from './Stages.tsx'
import { delimiterName, rowReason, type Words } from './words.ts'

/** The preview follows the form after this pause. */
const PREVIEW_MS = 350
const FIRST_RECORDS = 8
const LINES_SHOWN = 12
const NOT_A_PARTNER = '_Z'

const looksLikePeriod = (text: string): boolean => encodePeriod(text.trim()) !== null

/** Names the dry run of one state of the form, so that two of them never write over each other. */
const jobOf = (id: string, text: string): string => {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) >>> 0
  return `${id}-map-${hash.toString(36)}`
}

/** Loads the head of the file, then draws the form over it. */
export function Wizard({ entry, desk, words }: Part) {
  const { t } = words
  const [asked, ask] = useState<{
    readonly encoding: string | null
    readonly delimiter: string | null
    readonly header: number | null
  }>({
    encoding: null,
    delimiter: null,
    header: null,
  })
  const sample = useCall('csv.sample', { file: entry.file.token, ...asked })
  return (
    <>
      <Headline support={t('map.support')}>{t('map.headline', { file: entry.file.name })}</Headline>
      <StateView of={sample} height={420}>
        {(found) => <Form key={entry.id} entry={entry} desk={desk} words={words} sample={found} ask={ask} />}
      </StateView>
    </>
  )
}

interface FormProps extends Part {
  readonly sample: SampleAnswer
  readonly ask: (asked: {
    readonly encoding: string | null
    readonly delimiter: string | null
    readonly header: number | null
  }) => void
}

function Form({ entry, desk, words, sample, ask }: FormProps) {
  const { t } = words
  const stem = entry.file.name.replace(/\.[A-Za-z.]+$/, '')
  const [mapping, setMapping] = useState<Mapping>(() => {
    const begun = mappingOf(sample, stem)
    return entry.profile === null ? begun : withProfile(begun, entry.profile)
  })
  useEffect(() => setMapping((before) => withColumns(before, sample)), [sample])
  const gaps = gapsOf(mapping, looksLikePeriod)
  const text = useMemo(() => profileOf(mapping), [mapping])
  const [settled] = useDebouncedValue(text, PREVIEW_MS)
  const use = (profile: string): void => desk.take({ kind: 'read', id: entry.id, options: {}, profile })
  const recut = (change: Partial<{ encoding: string | null; delimiter: string | null; header: number | null }>): void =>
    ask({ encoding: mapping.encoding, delimiter: mapping.delimiter, header: mapping.header, ...change })
  return (
    <div className={classes.wizard}>
      <div className={classes.stack}>
        <HeadCard words={words} sample={sample} mapping={mapping} recut={recut} />
        <ColumnsCard words={words} mapping={mapping} setMapping={setMapping} />
        <ConstantsCard words={words} mapping={mapping} setMapping={setMapping} />
      </div>
      <div className={classes.stack}>
        <PreviewCard
          explain={(kind, found, code) =>
            setMapping(
              kind === 'area'
                ? { ...mapping, areas: { ...mapping.areas, [found]: code } }
                : { ...mapping, indicators: { ...mapping.indicators, [found]: code } },
            )
          }
          entry={entry}
          words={words}
          profile={settled}
          open={gaps.length === 0}
          gaps={gaps.map((gap) => t(`map.gap.${gap}`))}
        />
        <SaveCard
          entry={entry}
          desk={desk}
          words={words}
          mapping={mapping}
          setMapping={setMapping}
          text={text}
          ready={gaps.length === 0}
          use={use}
        />
      </div>
    </div>
  )
}

interface PartOfForm {
  readonly words: Words
  readonly mapping: Mapping
}
interface Editable extends PartOfForm {
  readonly setMapping: (mapping: Mapping) => void
}

/** The first lines as they stand; the reader points at the line of headings. */
function HeadCard({
  words,
  sample,
  mapping,
  recut,
}: PartOfForm & {
  readonly sample: SampleAnswer
  readonly recut: (change: Partial<{ encoding: string | null; delimiter: string | null; header: number | null }>) => void
}) {
  const { t } = words
  return (
    <Card title={t('map.head')} subtitle={t('map.headHint')}>
      <div className={classes.form}>
        <NativeSelect
          size="xs"
          label={t('read.encoding')}
          value={mapping.encoding ?? ''}
          data={[...new Set([sample.encoding, ...encodings])]}
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
            ...sample.records
              .slice(0, LINES_SHOWN)
              .map(({ line }, at) => ({ value: String(at), label: t('map.line', { line }) })),
            { value: '-1', label: t('map.noHeadings') },
          ]}
          onChange={(event) => recut({ header: Number(event.currentTarget.value) })}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={classes.sampleBox} tabIndex={0} aria-label={t('map.head')}>
        <table className={classes.sample}>
          <tbody>
            {sample.records.slice(0, LINES_SHOWN).map(({ line, fields }, at) => (
              <tr key={line} data-header={at === mapping.header || undefined}>
                <th scope="row">{line}</th>
                {fields.map((field, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                  <td key={column} title={field}>
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

/** What each column is for. */
function ColumnsCard({ words, mapping, setMapping }: Editable) {
  const { t, names } = words
  const { indicators, units } = useCatalogue()
  const values = mapping.columns.filter(({ role }) => role === 'value').length
  return (
    <Card title={t('map.columns')} subtitle={t('map.columnsHint')}>
      <div className={classes.mapRows}>
        {mapping.columns.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
          <div key={at} className={classes.mapRow}>
            <div>
              <strong>{column.name === '' ? t('map.unnamed', { column: at + 1 }) : column.name}</strong>
              <span className={classes.sub}>{column.examples.join(' · ')}</span>
            </div>
            <NativeSelect
              size="xs"
              aria-label={t('map.roleOf', { column: column.name || String(at + 1) })}
              value={column.role ?? ''}
              data={[
                { value: '', label: t('map.notRead') },
                ...offeredRoles.filter((role) => role !== 'ignored').map((role) => ({ value: role, label: t(`role.${role}`) })),
                ...(column.role === null || (offeredRoles as readonly string[]).includes(column.role)
                  ? []
                  : [{ value: column.role, label: column.role }]),
              ]}
              onChange={(event) => {
                const role = event.currentTarget.value
                setMapping(withColumn(mapping, at, { role: role === '' ? null : (role as NonNullable<typeof column.role>) }))
              }}
            />
            {column.role === 'value' && (values > 1 || column.period !== '' || column.indicator !== '') ? (
              <div className={classes.mapOwn}>
                <TextInput
                  size="xs"
                  aria-label={t('map.periodOf', { column: column.name })}
                  placeholder={looksLikePeriod(column.name) ? column.name : t('role.period')}
                  value={column.period}
                  onChange={(event) => setMapping(withColumn(mapping, at, { period: event.currentTarget.value }))}
                />
                <Select
                  size="xs"
                  searchable
                  clearable
                  limit={40}
                  aria-label={t('map.indicatorOf', { column: column.name })}
                  placeholder={t('role.indicator')}
                  data={indicators.map(({ code }) => ({ value: code, label: `${names.indicator(code)} (${code})` }))}
                  value={column.indicator || null}
                  onChange={(value) => setMapping(withColumn(mapping, at, { indicator: value ?? '' }))}
                />
                <Select
                  size="xs"
                  searchable
                  clearable
                  aria-label={t('map.unitOf', { column: column.name })}
                  placeholder={t('role.unit')}
                  data={units.map(({ code }) => ({ value: code, label: names.unit(code) }))}
                  value={column.unit || null}
                  onChange={(value) => setMapping(withColumn(mapping, at, { unit: value ?? '' }))}
                />
              </div>
            ) : null}
          </div>
        ))}
      </div>
    </Card>
  )
}

/** What the file does not say, and how its figures are written. */
function ConstantsCard({ words, mapping, setMapping }: Editable) {
  const { t, names } = words
  const { areas, indicators, units } = useCatalogue()
  const set = (key: Constant, value: string | null): void =>
    setMapping({ ...mapping, constants: { ...mapping.constants, [key]: value ?? '' } })
  const areaData = useMemo(() => areaChoices(areas, [], names.area), [areas, names])
  const data: Partial<Record<Constant, { value: string; label: string }[]>> = {
    indicator: indicators.map(({ code }) => ({ value: code, label: `${names.indicator(code)} (${code})` })),
    reporter: areaData,
    partner: areaData.filter(({ value }) => value !== NOT_A_PARTNER),
    unit: units.map(({ code }) => ({ value: code, label: names.unit(code) })),
  }
  return (
    <Card title={t('map.constants')} subtitle={t('map.constantsHint')}>
      <div className={classes.form}>
        {constants.map((key) => {
          const choices = data[key]
          return choices ? (
            <Select
              key={key}
              size="xs"
              searchable
              clearable
              limit={40}
              label={t(`role.${key}`)}
              placeholder={t('map.fromColumn')}
              data={choices}
              value={mapping.constants[key] || null}
              onChange={(value) => set(key, value)}
            />
          ) : (
            <TextInput
              key={key}
              size="xs"
              label={t(`role.${key}`)}
              placeholder={key === 'period' ? '2025' : t('map.fromColumn')}
              value={mapping.constants[key]}
              onChange={(event) => set(key, event.currentTarget.value)}
            />
          )
        })}
        <NativeSelect
          size="xs"
          label={t('read.decimal')}
          value={mapping.decimal}
          data={[
            { value: '', label: t('read.automatic') },
            { value: '.', label: t('decimal.point') },
            { value: ',', label: t('decimal.comma') },
          ]}
          onChange={(event) => setMapping({ ...mapping, decimal: event.currentTarget.value as Mapping['decimal'] })}
        />
        <NativeSelect
          size="xs"
          label={t('map.group')}
          value={mapping.group}
          data={[
            { value: '', label: t('read.automatic') },
            { value: ' ', label: t('map.groupSpace') },
            { value: ',', label: t('delimiter.comma') },
            { value: '.', label: t('map.groupPoint') },
            { value: "'", label: t('map.groupApostrophe') },
          ]}
          onChange={(event) => {
            const group = event.currentTarget.value
            // a group mark leaves the other sign for decimals
            const decimal = group === ',' ? '.' : group === '.' ? ',' : mapping.decimal
            setMapping({ ...mapping, group, decimal })
          }}
        />
        <NativeSelect
          size="xs"
          label={t('map.dayOrder')}
          value={mapping.dayOrder}
          data={[
            { value: '', label: t('read.automatic') },
            { value: 'day-month', label: t('answer.dayMonth') },
            { value: 'month-day', label: t('answer.monthDay') },
          ]}
          onChange={(event) => setMapping({ ...mapping, dayOrder: event.currentTarget.value as Mapping['dayOrder'] })}
        />
        <TextInput
          size="xs"
          label={t('map.missing')}
          placeholder="n/a, x, -99"
          value={mapping.missing}
          onChange={(event) => setMapping({ ...mapping, missing: event.currentTarget.value })}
        />
      </div>
    </Card>
  )
}

/** The first records as the mapping reads them, and what would become of the piece of the file that was read. */
function PreviewCard({
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
  const job = jobOf(entry.id, profile)
  const preview = useCall(
    'csv.preview',
    { file: entry.file.token, profile, review: true, headOnly: true, job },
    { enabled: open },
  )
  if (!open)
    return (
      <Card title={t('map.preview')} subtitle={t('map.previewWaits')}>
        <ul className={classes.notes}>
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
      {preview.state === 'failed' ? <WarningNote>{preview.error.message}</WarningNote> : null}
      {report?.outcome === 'refused' ? <WarningNote>{report.message}</WarningNote> : null}
      {report?.outcome === 'accepted' && preview.state === 'ready' ? <FirstRecords job={job} words={words} /> : null}
      {preview.state === 'ready' ? (
        <Unknown words={words} questions={preview.value.review?.questions ?? []} explain={explain} />
      ) : null}
      {first ? (
        <p className={classes.text}>
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
  return unknown.map(({ kind, found, candidates }) => (
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
  ))
}

function FirstRecords({ job, words }: { readonly job: string; readonly words: Words }) {
  const { t, formats, names } = words
  const { indicators } = useCatalogue()
  const page = { job, order: 'line', limit: FIRST_RECORDS } as const
  const groups = [
    useCall('csv.differences', { ...page, group: 'new' }),
    useCall('csv.differences', { ...page, group: 'revised' }),
    useCall('csv.differences', { ...page, group: 'unchanged' }),
    useCall('csv.differences', { ...page, group: 'held' }),
  ]
  const rows = groups
    .flatMap((group): readonly Difference[] => (group.state === 'ready' ? group.value.rows : []))
    .sort((a, b) => a.line - b.line)
    .slice(0, FIRST_RECORDS)
  const unitOf = (code: string): string => names.unit(indicators.find((one) => one.code === code)?.unit ?? '')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={classes.sampleBox} tabIndex={0} aria-label={t('map.preview')}>
      <table className={classes.sample}>
        <thead>
          <tr>
            <th scope="col">{t('column.line')}</th>
            <th scope="col">{t('column.indicator')}</th>
            <th scope="col">{t('column.reporter')}</th>
            <th scope="col">{t('column.partner')}</th>
            <th scope="col">{t('column.period')}</th>
            <th scope="col" data-right>
              {t('role.value')}
            </th>
            <th scope="col">{t('read.unit')}</th>
            <th scope="col">{t('read.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.line} ${row.indicator} ${row.partner} ${row.period}`}>
              <td>{row.line}</td>
              <td title={row.indicator}>{names.indicator(row.indicator)}</td>
              <td>{names.area(row.reporter)}</td>
              <td>{row.partner === NOT_A_PARTNER ? '–' : names.area(row.partner)}</td>
              <td>{formats.period(row.period)}</td>
              <td data-right>{row.to === null ? '–' : formats.number(row.to, decimalsOf(row.to))}</td>
              <td>{unitOf(row.indicator)}</td>
              <td title={row.source}>{row.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Use it once, save it under a name, take it along as a file, or begin with a saved one. */
function SaveCard({
  entry,
  desk,
  words,
  mapping,
  setMapping,
  text,
  ready,
  use,
}: Editable & Part & { readonly text: string; readonly ready: boolean; readonly use: (profile: string) => void }) {
  const { t } = words
  const host = useHost()
  const saved = useCall('profiles.list', {})
  const save = useSend('profiles.save', ['profiles.list'])
  const remove = useSend('profiles.remove', ['profiles.list'])
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [said, say] = useState('')
  const name = mapping.name.trim()
  const list = saved.state === 'ready' ? saved.value : []
  const known = list.find((one) => one.name === name)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFailure(null)
    try {
      await work()
    } catch (error) {
      setFailure(asFailure(error))
    }
  }
  const saveAs = (): Promise<void> =>
    attempt(async () => {
      await save.mutateAsync({ name, profile: text })
      use(text)
    })
  const toFile = (): Promise<void> =>
    attempt(async () => {
      const { token, name: file } = await host.client['profiles.export']({ name: name || 'mapping', profile: text })
      if (await host.save(token, file)) say(t('map.savedFile', { file }))
    })
  const fromFile = (): Promise<void> =>
    attempt(async () => {
      const [file] = await host.chooseFiles('profile')
      if (!file) return
      const { profile } = await host.client['profiles.read']({ file: file.token })
      setMapping(withProfile(mapping, profile))
    })
  return (
    <Card title={t('map.save')} subtitle={t('map.saveHint')}>
      <div className={classes.form}>
        <TextInput
          size="xs"
          label={t('map.name')}
          maxLength={80}
          value={mapping.name}
          onChange={(event) => setMapping({ ...mapping, name: event.currentTarget.value })}
        />
        <Select
          size="xs"
          label={t('map.saved')}
          placeholder={list.length === 0 ? t('map.noneSaved') : t('map.chooseSaved')}
          disabled={list.length === 0}
          data={list.map((one) => one.name)}
          value={known?.name ?? null}
          onChange={(value) => {
            const found = list.find((one) => one.name === value)
            if (found) setMapping(withProfile(mapping, found.profile))
          }}
        />
      </div>
      <div className={classes.decide}>
        <Button
          size="xs"
          className={classes.filled}
          disabled={!ready || name === ''}
          loading={save.isPending}
          onClick={() => void saveAs()}
        >
          {t('map.saveAndRead')}
        </Button>
        <Button size="xs" variant="default" disabled={!ready} onClick={() => use(text)}>
          {t('map.readOnce')}
        </Button>
        <Button size="xs" variant="default" onClick={() => desk.take({ kind: 'map', id: entry.id, mapping: false })}>
          {t('map.back')}
        </Button>
      </div>
      <div className={classes.decide}>
        <Button size="compact-xs" variant="default" disabled={!ready} onClick={() => void toFile()}>
          {t('map.toFile')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => void fromFile()}>
          {t('map.fromFile')}
        </Button>
        {known ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void attempt(async () => void (await remove.mutateAsync({ name })))}
          >
            {t('map.remove')}
          </Button>
        ) : null}
        {said === '' ? null : (
          <span className={classes.small} role="status">
            {said}
          </span>
        )}
        {failure ? (
          <span className={classes.warning} role="alert">
            {failure.message}
          </span>
        ) : null}
      </div>
    </Card>
  )
}
