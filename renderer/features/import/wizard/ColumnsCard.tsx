import { NativeSelect, Select, TextInput } from '@mantine/core'
import { useCatalogue } from '../../../ui/data/catalogue.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import layout from '../../../ui/parts/layout.module.css'
import { offeredRoles, withColumn } from '../mapping.ts'
import { type Editable, looksLikePeriod } from './parts.ts'
import classes from './wizard.module.css'

/** What each column is for. */
export function ColumnsCard({ words, mapping, setMapping }: Editable) {
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
              <span className={layout.sub}>{column.examples.join(' · ')}</span>
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
