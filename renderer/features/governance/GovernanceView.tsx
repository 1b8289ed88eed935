import type { ReactNode } from 'react'
import type { Governance } from '../../../electron/shared/contract/schema/governance.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { type CellRef, EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { ScreenState } from '../../ui/parts/ScreenState.tsx'
import { fillSlots, slots } from '../../ui/parts/sentence.tsx'
import { TopicWarnings } from '../../ui/parts/TopicWarnings.tsx'
import { AsOfPicker, BaseYearPicker, PartnersPicker, ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useView } from '../../ui/view/useView.ts'
import { ElsewhereCard } from './ElsewhereCard.tsx'
import classes from './governance.module.css'
import { growthPercent, pointIn, readingCells, readingOf, scoreChange } from './prepare.ts'
import { CorruptionCard, CpiCard, CpiOldCard, ReadingCard, SizeCards } from './ScoreCards.tsx'
import { useGovernance } from './useGovernance.ts'
import type { Words } from './words.ts'

/** Letters of a headline at most. */
const LONGEST_HEADLINE = 95

interface Part {
  readonly value: Governance
  readonly words: Words
  readonly partner: string
}

function Finding({ value, words, partner }: Part) {
  const { t, formats, names } = words
  const { reporter, baseYear } = useView()
  const values = { ...areaWords(names, 'reporter', reporter), ...areaWords(names, 'partner', partner) }
  const cpi = scoreChange(value.cpi, baseYear, 1)
  const corruption = scoreChange(value.corruption, baseYear, 0)
  const reading = readingOf(value.reading, baseYear)
  const press = value.cpi.findLast((point) => point.error === null)
  const gdpChange = reading ? (reading.latest.shareOfGdp ?? 0) - (reading.base.shareOfGdp ?? 0) : 0
  const lead = cpi
    ? t(`headline.cpi.${cpi.movement}`, { ...values, from: cpi.base.year, to: cpi.latest.year })
    : t(value.cpi.length > 0 || value.corruption.length > 0 ? 'headline.one' : 'headline.none', values)
  const both =
    cpi && reading?.disagree
      ? t('headline.reading', { ...values, lead, moved: t(gdpChange > 0 ? 'moved.up' : 'moved.down') })
      : lead
  // the sentence below tells of trade anyway: a headline of two lines would not
  const headline = both.length <= LONGEST_HEADLINE ? both : lead
  const number = (text: string, cells: readonly CellRef[]): ReactNode => (
    <EvidenceNumber cells={cells} sentence={headline}>
      {text}
    </EvidenceNumber>
  )
  const sentences: ReactNode[] = []
  const add = (key: string, text: string, nodes: Readonly<Record<string, ReactNode>>): void => {
    sentences.push(<span key={key}>{fillSlots(text, nodes)} </span>)
  }
  if (cpi)
    add('cpi', t('support.cpi', { fromYear: cpi.base.year, toYear: cpi.latest.year, ...slots('from', 'to') }), {
      from: number(formats.number(cpi.base.value, 0), [cpi.base.cell]),
      to: number(formats.number(cpi.latest.value, 0), [cpi.latest.cell]),
    })
  if (cpi && press && press.year > cpi.latest.year)
    add('press', t('support.cpiPress', { year: press.year, ...slots('value') }), {
      value: number(formats.number(press.value, 0), [press.cell]),
    })
  if (corruption)
    add('corruption', t('support.corruption', slots('from', 'to')), {
      from: number(formats.number(corruption.base.value, 2), [corruption.base.cell]),
      to: number(formats.number(corruption.latest.value, 2), [corruption.latest.cell]),
    })
  if (corruption?.movement === 'unclear')
    sentences.push(<span key="unclear">{t('support.unclear', { from: corruption.base.year, to: corruption.latest.year })} </span>)
  if (reading) {
    const { base, latest } = reading
    add(
      'reading',
      t('support.reading', {
        ...values,
        fromYear: base.year,
        toYear: latest.year,
        ...slots('tradeFrom', 'gdpFrom', 'tradeTo', 'gdpTo'),
      }),
      {
        tradeFrom: number(formats.percent(base.shareOfTrade), readingCells(reporter, partner, base.year, 'trade')),
        gdpFrom: number(formats.percent(base.shareOfGdp), readingCells(reporter, partner, base.year, 'gdp')),
        tradeTo: number(formats.percent(latest.shareOfTrade), readingCells(reporter, partner, latest.year, 'trade')),
        gdpTo: number(formats.percent(latest.shareOfGdp), readingCells(reporter, partner, latest.year, 'gdp')),
      },
    )
  }
  return <Headline support={sentences.length > 0 ? sentences : undefined}>{headline}</Headline>
}

/** What growth and people do to the reading of shares on the other screens. */
function Care({ value, words, partner }: Part) {
  const { t, formats, names } = words
  const { baseYear } = useView()
  const base = value.gdp.find((point) => point.year >= baseYear)
  const latest = value.gdp.at(-1)
  const people =
    base && latest
      ? growthPercent(pointIn(value.population, base.year)?.value ?? null, pointIn(value.population, latest.year)?.value ?? null)
      : null
  const growth = base && latest && base.year < latest.year ? growthPercent(base.value, latest.value) : null
  const reading = readingOf(value.reading, baseYear)
  const signed = (percent: number): string => formats.signedPercent(percent, 0)
  return (
    <p className={classes.care}>
      <strong>{t('care.title')}</strong>{' '}
      {growth !== null && people !== null && base && latest
        ? `${t('care.growth', { fromYear: base.year, toYear: latest.year, gdp: signed(growth), population: signed(people) })} `
        : ''}
      {reading && reading.base.perPerson !== null && reading.latest.perPerson !== null
        ? `${t('care.amount', { ...areaWords(names, 'partner', partner), from: formats.number(reading.base.perPerson, 0), to: formats.number(reading.latest.perPerson, 0), fromYear: reading.base.year, toYear: reading.latest.year })} `
        : ''}
      {t('care.scores')}
    </p>
  )
}

function Content({ value, words }: { readonly value: Governance; readonly words: Words }) {
  const { partners } = useView()
  const partner = partners[0] ?? 'RUS'
  return (
    <>
      <Finding value={value} words={words} partner={partner} />
      <div className={classes.columns}>
        <div className={layout.side}>
          <CpiCard value={value} words={words} />
          <ReadingCard value={value} words={words} partner={partner} />
          <SizeCards value={value} words={words} />
          <Care value={value} words={words} partner={partner} />
          <TopicWarnings topic="governance" partners={[partner]} />
        </div>
        <div className={layout.side}>
          <CorruptionCard value={value} words={words} />
          <ElsewhereCard value={value} words={words} />
          <CpiOldCard value={value} words={words} />
        </div>
      </div>
    </>
  )
}

/** Corruption as it is perceived, estimates of governance with their standard errors, and large cases. */
export function GovernanceView() {
  const t = useSay('governance')
  const formats = useFormats()
  const names = useNames()
  const governance = useGovernance()
  const pickers = (
    <>
      <ReporterPicker />
      <PartnersPicker single />
      <BaseYearPicker />
      <AsOfPicker />
    </>
  )
  return (
    <Page title={t('title')} pickers={pickers}>
      <ScreenState of={governance}>{(value) => <Content value={value} words={{ t, formats, names }} />}</ScreenState>
    </Page>
  )
}
