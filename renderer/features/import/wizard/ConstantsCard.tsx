import { NativeSelect, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { NO_PARTNER } from '../../../../electron/shared/domain/observation.ts'
import { useCatalogue } from '../../../ui/data/catalogue.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import layout from '../../../ui/parts/layout.module.css'
import { type Constant, constants, type Mapping } from '../mapping.ts'
import { areaChoices } from '../questionAnswers.ts'
import type { Editable } from './parts.ts'

/** What the file does not say, and how its figures are written. */
export function ConstantsCard({ words, mapping, setMapping }: Editable) {
  const { t, names } = words
  const { areas, indicators, units } = useCatalogue()
  const set = (key: Constant, value: string | null): void =>
    setMapping({ ...mapping, constants: { ...mapping.constants, [key]: value ?? '' } })
  const areaData = useMemo(() => areaChoices(areas, [], names.area), [areas, names])
  const data: Partial<Record<Constant, { value: string; label: string }[]>> = {
    indicator: indicators.map(({ code }) => ({ value: code, label: `${names.indicator(code)} (${code})` })),
    reporter: areaData,
    partner: areaData.filter(({ value }) => value !== NO_PARTNER),
    unit: units.map(({ code }) => ({ value: code, label: names.unit(code) })),
  }
  return (
    <Card title={t('map.constants')} subtitle={t('map.constantsHint')}>
      <div className={layout.form}>
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
