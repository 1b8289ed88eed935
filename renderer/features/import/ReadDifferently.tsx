// The form that says of a file what it does not say itself, or says wrongly.

import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ImportOptionsRequest } from '../../../electron/shared/contract/schema/importRequests.ts'
import { delimiters, encodings } from '../../../electron/shared/domain/csvFile.ts'
import { NO_PARTNER } from '../../../electron/shared/domain/observation.ts'
import { useCatalogue } from '../../ui/data/catalogue.tsx'
import layout from '../../ui/parts/layout.module.css'
import type { Entry } from './queue.ts'
import { delimiterName, encodingName, type Words } from './words.ts'

/** Fields the reader emptied are left out, so that the importer recognises them again. */
const said = (options: Readonly<Record<string, string | null | undefined>>): ImportOptionsRequest =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null && value !== undefined && value !== ''))

/** Fields left empty are recognised from the file again. */
export function ReadDifferently({
  entry,
  words,
  onRead,
}: {
  readonly entry: Entry
  readonly words: Words
  readonly onRead: (options: ImportOptionsRequest) => void
}) {
  const { t, names } = words
  const { areas, indicators, units } = useCatalogue()
  const { strict: _strict, areas: answeredAreas, indicators: answeredIndicators, ...texts } = entry.options
  const [draft, setDraft] = useState<Readonly<Record<string, string | null | undefined>>>(() => texts)
  const set = (key: keyof typeof texts) => (value: string | null) => setDraft({ ...draft, [key]: value })
  const areaData = areas.filter(({ code }) => code !== NO_PARTNER).map(({ code }) => ({ value: code, label: names.area(code) }))
  const choice = (key: keyof typeof texts, label: string, data: readonly { value: string; label: string }[]) => (
    <Select
      size="xs"
      searchable
      clearable
      limit={50}
      label={label}
      placeholder={t('read.automatic')}
      data={data}
      value={draft[key] ?? null}
      onChange={set(key)}
    />
  )
  const field = (key: keyof typeof texts, label: string, placeholder: string) => (
    <TextInput
      size="xs"
      label={label}
      placeholder={placeholder}
      value={draft[key] ?? ''}
      onChange={(event) => set(key)(event.currentTarget.value)}
    />
  )
  const vintage = draft.vintage ?? ''
  const badDay = vintage !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(vintage)
  return (
    <div className={layout.form}>
      {choice(
        'encoding',
        t('read.encoding'),
        encodings.map((one) => ({ value: one, label: encodingName(one) })),
      )}
      {choice(
        'delimiter',
        t('read.delimiter'),
        delimiters.map((one) => ({ value: one, label: delimiterName(words, one) })),
      )}
      {choice('decimal', t('read.decimal'), [
        { value: '.', label: t('decimal.point') },
        { value: ',', label: t('decimal.comma') },
      ])}
      {choice(
        'indicator',
        t('column.indicator'),
        indicators.map(({ code }) => ({ value: code, label: `${names.indicator(code)} (${code})` })),
      )}
      {choice('reporter', t('column.reporter'), areaData)}
      {choice('partner', t('column.partner'), areaData)}
      {choice(
        'unit',
        t('read.unit'),
        units.map(({ code }) => ({ value: code, label: names.unit(code) })),
      )}
      {field('source', t('read.source'), t('read.sourceHint'))}
      <TextInput
        size="xs"
        label={t('read.vintage')}
        placeholder="2026-11-24"
        value={vintage}
        error={badDay ? t('read.badDay') : null}
        onChange={(event) => set('vintage')(event.currentTarget.value.trim())}
      />
      <Button
        size="xs"
        variant="default"
        disabled={badDay}
        onClick={() =>
          onRead({
            ...said(draft),
            ...(answeredAreas ? { areas: answeredAreas } : {}),
            ...(answeredIndicators ? { indicators: answeredIndicators } : {}),
          })
        }
      >
        {t('read.again')}
      </Button>
    </div>
  )
}
