import { Button, Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { type FieldSpec, fieldMark } from '../../../../electron/shared/domain/briefing.ts'
import { channelIds } from '../../../../electron/shared/domain/channels.ts'
import { NO_PARTNER, WORLD } from '../../../../electron/shared/domain/observation.ts'
import { useSay } from '../../../language/useSay.ts'
import { useCatalogue, useNames } from '../../../ui/data/catalogue.tsx'
import { useCall } from '../../../ui/data/client.tsx'
import { useYears } from '../../../ui/pickers/useYears.ts'
import classes from '../briefings.module.css'

interface Props {
  readonly reporter: string
  readonly partners: readonly string[]
  readonly opened: boolean
  readonly close: () => void
  readonly insert: (mark: string) => void
}

/** A number of the store for a text: picked from lists, never typed. */
export function FieldPicker({ reporter, partners, opened, close, insert }: Props) {
  const t = useSay('briefings')
  const overview = useSay('overview')
  const names = useNames()
  const { indicators, areas } = useCatalogue()
  const [measure, setMeasure] = useState<string | null>('channel imports')
  const [partner, setPartner] = useState<string | null>(partners[0] ?? 'RUS')
  const [at, setAt] = useState<string | null>('latest')
  const [kind = 'channel', what = ''] = (measure ?? '').split(' ')
  const rule = kind === 'value' ? names.indicatorOf(what)?.partnerRule : 'required'
  const chosen = rule === 'WLD' ? WORLD : rule === 'none' ? NO_PARTNER : (partner ?? '')
  const found = useCall(
    'series.query',
    { indicators: [what], reporters: [reporter], partners: [chosen], sourceRule: 'preferred' },
    { enabled: opened && kind === 'value' && what !== '' && chosen !== '' },
  )
  const every = useYears(1990)
  const own = found.state === 'ready' ? found.value.series.flatMap((one) => one.periods) : []
  const years = kind === 'channel' ? every.map(String) : [...new Set(own)].toReversed()
  const spec: FieldSpec | null =
    what === '' || chosen === '' || at === null
      ? null
      : kind === 'channel'
        ? { kind, channel: what, partner: chosen, at }
        : { kind: 'value', indicator: what, partner: chosen, at }
  const take = (): void => {
    if (spec === null) return
    insert(fieldMark(spec))
    close()
  }
  return (
    <Modal opened={opened} onClose={close} title={t('field.title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={classes.form}>
        <Select
          label={t('field.measure')}
          searchable
          allowDeselect={false}
          limit={60}
          value={measure}
          onChange={setMeasure}
          nothingFoundMessage={t('field.nothing')}
          data={[
            {
              group: t('field.channels'),
              items: channelIds.map((id) => ({ value: `channel ${id}`, label: overview(`channels.${id}`) })),
            },
            {
              group: t('field.indicators'),
              items: indicators
                .filter((one) => one.observations > 0)
                .map((one) => ({ value: `value ${one.code}`, label: names.indicator(one.code) })),
            },
          ]}
        />
        {rule === 'required' ? (
          <Select
            label={t('field.partner')}
            searchable
            allowDeselect={false}
            limit={60}
            value={partner}
            onChange={setPartner}
            data={[
              { group: t('field.ofBriefing'), items: partners.map((code) => ({ value: code, label: names.area(code) })) },
              {
                group: t('field.others'),
                items: areas
                  .filter((one) => !partners.includes(one.code) && one.code !== reporter)
                  .map((one) => ({ value: one.code, label: names.area(one.code) })),
              },
            ]}
          />
        ) : null}
        <Select
          label={t('field.year')}
          searchable
          allowDeselect={false}
          value={at}
          onChange={setAt}
          data={[
            { value: 'latest', label: t('field.latest') },
            { value: 'base', label: t('field.base') },
            ...years.map((year) => ({ value: year, label: year })),
          ]}
        />
        <div className={classes.bar}>
          <Button size="xs" onClick={take} disabled={spec === null}>
            {t('field.insert')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
