import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import type { BriefingContent } from '../../../../electron/shared/contract/schema/briefings.ts'
import { languages } from '../../../language/languages.ts'
import { useSay } from '../../../language/useSay.ts'
import { useCatalogue, useNames } from '../../../ui/data/catalogue.tsx'
import classes from '../briefings.module.css'

interface Props {
  readonly content: BriefingContent
  /** the title that it has by itself */
  readonly generated: string
  readonly change: (patch: Partial<BriefingContent>) => void
}

/** What a whole briefing is about: name, language, country, partners, base year, day of knowledge. */
export function SetupForm({ content, generated, change }: Props) {
  const t = useSay('briefings')
  const names = useNames()
  const { reporters, areas, summary } = useCatalogue()
  const countries = areas.filter((area) => area.kind === 'country' || area.code === 'EU27')
  // figures of another country or year are other figures: what was seen of them says nothing any more
  const other = (patch: Partial<BriefingContent>): void =>
    change({ ...patch, entries: content.entries.map((entry) => ({ ...entry, seen: null })) })
  return (
    <div className={classes.setup}>
      <TextInput
        label={t('setup.name')}
        placeholder={generated}
        maxLength={200}
        value={content.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Select
        label={t('setup.language')}
        allowDeselect={false}
        value={content.language ?? ''}
        onChange={(value) => change({ language: languages.find((one) => one === value) ?? null })}
        data={[
          { value: '', label: t('setup.asInterface') },
          ...languages.map((value) => ({ value, label: t(`language.${value}`) })),
        ]}
      />
      <Select
        label={t('setup.reporter')}
        searchable
        allowDeselect={false}
        value={content.reporter}
        onChange={(reporter) => reporter && other({ reporter })}
        data={reporters.map((code) => ({ value: code, label: names.area(code) }))}
      />
      <MultiSelect
        label={t('setup.partners')}
        searchable
        maxValues={4}
        value={content.partners}
        onChange={(partners) => partners.length > 0 && other({ partners })}
        data={countries.map((area) => ({ value: area.code, label: names.area(area.code) }))}
      />
      <NumberInput
        label={t('setup.baseYear')}
        min={1950}
        max={2100}
        value={content.baseYear}
        onChange={(value) => typeof value === 'number' && value >= 1950 && value <= 2100 && other({ baseYear: value })}
      />
      <Select
        label={t('setup.asOf')}
        allowDeselect={false}
        value={content.asOf}
        onChange={(asOf) => other({ asOf: asOf ?? '' })}
        data={[{ value: '', label: t('setup.today') }, ...summary.vintages.map((day) => ({ value: day, label: day }))]}
      />
    </div>
  )
}
