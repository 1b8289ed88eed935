// The pickers that most screens share. Each changes the view in the address.

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../language/useFormats.ts'
import { useCatalogue, useNames } from '../data/catalogue.tsx'
import { useView } from '../view/useView.ts'
import { Picker } from './Picker.tsx'
import { useYears } from './useYears.ts'

/** Whose statistics. Countries with most figures first. */
export function ReporterPicker() {
  const { t } = useTranslation('app')
  const { reporters } = useCatalogue()
  const names = useNames()
  const { reporter, set } = useView()
  return (
    <Picker
      label={t('picker.reporter')}
      text={names.area(reporter)}
      options={reporters.map((code) => ({ value: code, label: names.area(code) }))}
      chosen={[reporter]}
      onPick={(code) => set({ reporter: code })}
    />
  )
}

const FREQUENT = ['RUS', 'CHN', 'EU27', 'TUR', 'USA', 'DEU', 'FRA', 'ITA', 'KAZ', 'UZB', 'KGZ']
const MOST_PARTNERS = 4

/** The partners compared; the first is the one the headline speaks of. Picking one again takes it out, the last one stays. */
export function PartnersPicker({ single = false, label }: { readonly single?: boolean; readonly label?: string }) {
  const { t, i18n } = useTranslation('app')
  const { areas } = useCatalogue()
  const names = useNames()
  const { reporter, partners, set } = useView()
  const options = useMemo(() => {
    const usable = areas.filter((area) => area.code !== reporter && (area.kind === 'country' || area.code === 'EU27'))
    const { compare } = new Intl.Collator(i18n.language)
    const option = (code: string, group: string) => ({ value: code, label: names.area(code), group })
    return [
      ...FREQUENT.filter((code) => code !== reporter).map((code) => option(code, t('picker.frequent'))),
      ...usable
        .filter((area) => !FREQUENT.includes(area.code))
        .map((area) => option(area.code, t('picker.all')))
        .sort((a, b) => compare(a.label, b.label)),
    ]
  }, [areas, names, reporter, i18n.language, t])
  const pick = (code: string): void => {
    const without = partners.filter((other) => other !== code)
    if (single) set({ partners: [code, ...without].slice(0, MOST_PARTNERS) })
    else if (without.length === partners.length) set({ partners: [...partners, code].slice(-MOST_PARTNERS) })
    else if (without.length > 0) set({ partners: without })
  }
  const shown = single ? partners.slice(0, 1) : partners
  return (
    <Picker
      label={label ?? t('picker.partners')}
      text={shown.map((code) => names.area(code)).join(', ')}
      options={options}
      chosen={shown}
      onPick={pick}
      multiple={!single}
    />
  )
}

/** The year that changes are counted from. */
export function BaseYearPicker() {
  const { t } = useTranslation('app')
  const { baseYear, set } = useView()
  const years = useYears(1992)
  return (
    <Picker
      label={t('picker.baseYear')}
      text={String(baseYear)}
      options={years.map((year) => ({ value: String(year), label: String(year) }))}
      chosen={[String(baseYear)]}
      onPick={(year) => set({ baseYear: Number(year) })}
    />
  )
}

/** The day whose knowledge is shown: figures that became known later are left out. */
export function AsOfPicker() {
  const { t } = useTranslation('app')
  const formats = useFormats()
  const { summary } = useCatalogue()
  const { asOf, set } = useView()
  const day = asOf === '' ? summary.vintage : asOf
  return (
    <span title={t('picker.asOfHint')}>
      <Picker
        label={t('picker.asOf')}
        text={formats.day(day)}
        options={summary.vintages.map((vintage) => ({ value: vintage, label: formats.day(vintage) }))}
        chosen={[day]}
        onPick={(vintage) => set({ asOf: vintage === summary.vintage ? '' : vintage })}
      />
    </span>
  )
}

/** What most screens can be asked: whose statistics, with whom, since when, and as known on which day. */
export function ViewPickers() {
  return (
    <>
      <ReporterPicker />
      <PartnersPicker />
      <BaseYearPicker />
      <AsOfPicker />
    </>
  )
}
