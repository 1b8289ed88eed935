import type { ReactNode } from 'react'
import type { Corridors } from '../../../electron/shared/contract/schema/corridors.ts'
import { corridorKinds } from '../../../electron/shared/domain/oilRoutes.ts'
import {
  classOf,
  corridorsThrough,
  oilFinding,
  ticksOf,
  transitPartner,
  volumeIn,
} from '../../../electron/shared/findings/corridors.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { type CellRef, EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { StateView } from '../../ui/parts/StateView.tsx'
import { fillSlots, slots } from '../../ui/parts/sentence.tsx'
import { WarningsCard } from '../../ui/parts/WarningsCard.tsx'
import { Picker } from '../../ui/pickers/Picker.tsx'
import { AsOfPicker, BaseYearPicker, PartnersPicker, ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useRestingParam } from '../../ui/view/useRestingParam.ts'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import classes from './corridors.module.css'
import { MapCard } from './MapCard.tsx'
import { IncidentsCard, RestCard } from './RecordCards.tsx'
import { ShareCard } from './ShareCard.tsx'
import { useCorridors } from './useCorridors.ts'
import { ContainerCard, MiddleCorridorCard, PortsCard } from './VolumeCards.tsx'
import { CrossingWays, OilWays } from './WayCard.tsx'
import { rangeWords, volumeText, type Words, warningText } from './words.ts'

interface Part {
  readonly value: Corridors
  readonly words: Words
}

/** The sentence for the exporter whose routes are measured. */
function useOilFinding({ value, words }: Part, partner: string) {
  const { t, names } = words
  const { baseYear } = useView()
  const found = oilFinding(value, partner, baseYear)
  if (!found) return null
  const { latest, base } = found
  const text = {
    ...areaWords(names, 'reporter', 'KAZ'),
    ...areaWords(names, 'partner', partner),
    now: rangeWords(words, latest),
    before: base ? rangeWords(words, base) : '',
    year: baseYear,
  }
  const headline = t(base ? 'headline.oilThen' : 'headline.oil', text)
  const volume = (id: string, year: number) => {
    const route = value.oil.routes.find((one) => one.id === id)
    return route ? volumeIn(route.volumes, year) : null
  }
  const nodes: Record<string, ReactNode> = {}
  const put = (name: string, id: string, year: number | undefined): boolean => {
    const found = year === undefined ? null : volume(id, year)
    if (!found) return false
    nodes[name] = (
      <EvidenceNumber cells={found.cells as readonly CellRef[]} sentence={headline}>
        {volumeText(words, found)}
      </EvidenceNumber>
    )
    return true
  }
  const names2 = slots('cpcFrom', 'cpcTo', 'chinaFrom', 'chinaTo', 'baku')
  const years = { from: base?.year ?? '', to: latest.year }
  let support = base ? '' : t('support.noBase', { year: baseYear })
  const cpcThen = put('cpcFrom', 'cpc', base?.year)
  if (put('cpcTo', 'cpc', latest.year)) support += t(cpcThen ? 'support.cpcBoth' : 'support.cpc', { ...names2, ...years })
  const chinaThen = put('chinaFrom', 'china', base?.year)
  if (put('chinaTo', 'china', latest.year))
    support += t(chinaThen ? 'support.chinaBoth' : 'support.china', { ...names2, ...years })
  if (put('baku', 'aktauBaku', latest.year)) support += t('support.baku', names2)
  return { headline, support: fillSlots(support, nodes) }
}

function OilHeadline(props: Part & { readonly partner: string }) {
  const found = useOilFinding(props, props.partner)
  return found ? <Headline support={found.support}>{found.headline}</Headline> : <OtherHeadline {...props} />
}

/** The sentence for every other country: it is crossed, or it is not. */
function OtherHeadline({ value, words }: Part) {
  const { t, names } = words
  const { reporter } = useView()
  const through = corridorsThrough(value, reporter)
  const own = areaWords(names, 'reporter', reporter)
  const all = value.corridors.length
  const free = through.filter((corridor) => classOf(corridor) !== 'RUS').length
  const headline =
    through.length === 0
      ? t('headline.none', { ...own, all })
      : t('headline.crossed', { ...own, all, count: through.length, free })
  return <Headline support={t('support.others', own)}>{headline}</Headline>
}

function Content({ value, words, kinds }: Part & { readonly kinds: readonly string[] }) {
  const { t } = words
  const { reporter, partners } = useView()
  const ticks = ticksOf(value)
  const [chosen, choose] = useRestingParam('year')
  const newest = ticks.findLast((tick) => tick.split)?.year ?? ticks.at(-1)?.year ?? 2025
  const year = ticks.some((tick) => String(tick.year) === chosen) ? Number(chosen) : newest
  const shown = value.corridors.filter(({ kind }) => kinds.includes(kind))
  const isExporter = reporter === 'KAZ'
  const partner = transitPartner(value, partners)
  return (
    <>
      {isExporter ? <OilHeadline value={value} words={words} partner={partner} /> : <OtherHeadline value={value} words={words} />}
      <div className={classes.columns}>
        <MapCard
          value={value}
          shown={shown}
          year={year}
          onYear={(next) => choose(next === newest ? '' : String(next))}
          found={t('map.subtitle')}
          words={words}
        />
        <div className={classes.side}>
          {isExporter ? (
            <OilWays value={value} year={year} words={words} />
          ) : (
            <CrossingWays value={value} year={year} words={words} />
          )}
          <MiddleCorridorCard value={value} words={words} />
        </div>
      </div>
      {isExporter ? (
        <div className={layout.masonry}>
          <div className={layout.side}>
            <ShareCard value={value} words={words} partner={partner} />
            <ContainerCard value={value} words={words} />
          </div>
          <div className={layout.side}>
            <IncidentsCard value={value} words={words} />
          </div>
          <div className={layout.side}>
            <PortsCard value={value} words={words} />
            <RestCard value={value} words={words} />
          </div>
        </div>
      ) : null}
      <WarningsCard
        title={t('warnings')}
        warnings={value.warnings.map((warning) => ({ id: warning.id, text: warningText(words, warning) }))}
      />
    </>
  )
}

function KindPicker({
  kinds,
  choose,
  words: { t },
}: {
  readonly kinds: readonly string[]
  readonly choose: (value: string) => void
  readonly words: Words
}) {
  const pick = (kind: string): void => {
    const next = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind]
    if (next.length > 0)
      choose(next.length === corridorKinds.length ? '' : corridorKinds.filter((one) => next.includes(one)).join())
  }
  return (
    <Picker
      label={t('show')}
      text={
        kinds.length === corridorKinds.length
          ? t('kind.all')
          : corridorKinds
              .filter((kind) => kinds.includes(kind))
              .map((kind) => t(`kind.${kind}`))
              .join(', ')
      }
      options={corridorKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      chosen={kinds}
      onPick={pick}
      multiple
    />
  )
}

/** Routes that a country trades by: the map of a year, volumes over time, stoppages, and what one route carries of the whole. */
export function CorridorsView() {
  const t = useSay('corridors')
  const formats = useFormats()
  const names = useNames()
  const words: Words = { t, formats, names }
  const corridors = useCorridors()
  const [chosen, choose] = useViewParam('kinds', '')
  const wanted = corridorKinds.filter((kind) => chosen.split(',').includes(kind))
  const kinds: readonly string[] = wanted.length > 0 ? wanted : corridorKinds
  const pickers = (
    <>
      <ReporterPicker />
      <PartnersPicker single />
      <KindPicker kinds={kinds} choose={choose} words={words} />
      <BaseYearPicker />
      <AsOfPicker />
    </>
  )
  return (
    <Page title={t('title')} pickers={pickers}>
      <StateView of={corridors} height={560}>
        {(value) => <Content value={value} words={words} kinds={kinds} />}
      </StateView>
    </Page>
  )
}
