import type { ReactNode } from 'react'
import type { Politics } from '../../../electron/shared/contract/schema/politics.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { ScreenState } from '../../ui/parts/ScreenState.tsx'
import { fillSlots, slots } from '../../ui/parts/sentence.tsx'
import { TopicWarnings } from '../../ui/parts/TopicWarnings.tsx'
import { ViewPickers } from '../../ui/pickers/viewPickers.tsx'
import { useView } from '../../ui/view/useView.ts'
import { ClubsCard } from './ClubsCard.tsx'
import classes from './politics.module.css'
import {
  type ArmsFinding,
  armsFinding,
  clubLines,
  directionOf,
  isProvisional,
  lineOf,
  type VoteFinding,
  voteFinding,
  votePartners,
} from './prepare.ts'
import { ArmsCard, UkraineCard } from './SecurityCards.tsx'
import { usePolitics } from './usePolitics.ts'
import { AgreementCard, DistanceCard } from './VotesCards.tsx'
import type { Words } from './words.ts'

/** Up to so many lines the clubs are about as high as the arms beside them; more reach down to the end of the votes. */
const FEW_CLUBS = 18

function headlineText(
  votes: VoteFinding | null,
  arms: ArmsFinding | null,
  values: Readonly<Record<string, string>>,
  baseYear: number,
  { t }: Words,
): string {
  if (votes) {
    const lead = t(`headline.agreement.${votes.agreementMoved}`, { ...values, year: votes.agreement.base.year })
    if (votes.distanceMoved === null) return lead
    const toYear = votes.distance?.latest.year ?? votes.agreement.latest.year
    return t(`headline.${votes.disagree ? 'yet' : 'and'}.${votes.distanceMoved}`, { ...values, lead, toYear })
  }
  if (arms)
    return t(`headline.arms.${directionOf(arms.latest.share - arms.base.share, 1)}`, { ...values, year: arms.base.window.to })
  return t('headline.none', { ...values, year: baseYear })
}

function Finding({
  politics,
  votes,
  arms,
  reporter,
  partner,
  words,
}: {
  readonly politics: Politics
  readonly votes: VoteFinding | null
  readonly arms: ArmsFinding | null
  readonly reporter: string
  readonly partner: string
  readonly words: Words
}) {
  const { t, formats, names } = words
  const { baseYear } = useView()
  const values = { ...areaWords(names, 'reporter', reporter), ...areaWords(names, 'partner', partner) }
  const headline = headlineText(votes, arms, values, baseYear, words)
  const sentences: ReactNode[] = []
  if (votes) {
    const { base, latest } = votes.agreement
    const number = (point: typeof base) => (
      <EvidenceNumber cells={[point.cell]} sentence={headline}>
        {formats.percent(point.value, 0)}
      </EvidenceNumber>
    )
    const text = t('support.agreement', { ...values, fromYear: base.year, toYear: latest.year, ...slots('from', 'to') })
    sentences.push(<span key="agreement">{fillSlots(text, { from: number(base), to: number(latest) })} </span>)
  }
  if (votes?.distance) {
    const { base, latest } = votes.distance
    const number = (point: typeof base) => (
      <EvidenceNumber cells={[point.cell]} sentence={headline}>
        {formats.number(point.value, 2)}
      </EvidenceNumber>
    )
    const text = t('support.distance', { ...values, fromYear: base.year, toYear: latest.year, ...slots('from', 'to') })
    sentences.push(<span key="distance">{fillSlots(text, { from: number(base), to: number(latest) })} </span>)
  }
  const last = lineOf(politics.distance, partner).at(-1)
  if (votes && last && isProvisional(last)) {
    const value = (
      <EvidenceNumber cells={[last.cell]} sentence={headline}>
        {formats.number(last.value, 2)}
      </EvidenceNumber>
    )
    sentences.push(
      <span key="provisional">{fillSlots(t('support.provisional', { year: last.year, ...slots('value') }), { value })} </span>,
    )
  }
  if (arms) {
    const number = ({ window, share }: ArmsFinding['base']) => {
      const own = window.suppliers.find((one) => one.partner === partner)?.cell
      return (
        <EvidenceNumber cells={own ? [own, window.totalCell] : [window.totalCell]} sentence={headline}>
          {formats.percent(share, 0)}
        </EvidenceNumber>
      )
    }
    const text = t('support.arms', {
      ...values,
      fromPeriod: formats.period(arms.base.window.period),
      toPeriod: formats.period(arms.latest.window.period),
      ...slots('from', 'to'),
    })
    sentences.push(<span key="arms">{fillSlots(text, { from: number(arms.base), to: number(arms.latest) })}</span>)
  }
  return <Headline support={sentences.length > 0 ? sentences : undefined}>{headline}</Headline>
}

function Content({ politics, words }: { readonly politics: Politics; readonly words: Words }) {
  const { t } = words
  const { reporter, partners, baseYear } = useView()
  const partner = partners[0] ?? 'RUS'
  const shown = votePartners(politics, partners)
  const votes = voteFinding(politics, partner, baseYear)
  const arms = armsFinding(politics.arms, partner, baseYear)
  return (
    <>
      <Finding politics={politics} votes={votes} arms={arms} reporter={reporter} partner={partner} words={words} />
      {shown.length > 0 ? (
        <>
          <div className={classes.half}>
            <AgreementCard politics={politics} partners={shown} finding={votes} words={words} />
            <DistanceCard politics={politics} partners={shown} finding={votes} words={words} />
          </div>
          <p className={classes.care}>
            <strong>{t('both.title')}</strong> {t('both.text')}
          </p>
        </>
      ) : null}
      <TopicWarnings topic="politics" partners={shown} />
      {clubLines(politics.memberships) > FEW_CLUBS ? (
        <div className={classes.half}>
          <div className={layout.side}>
            <ArmsCard politics={politics} finding={arms} reporter={reporter} words={words} />
            <UkraineCard politics={politics} reporter={reporter} words={words} />
          </div>
          <ClubsCard politics={politics} reporter={reporter} words={words} />
        </div>
      ) : (
        <>
          <div className={classes.half}>
            <ArmsCard politics={politics} finding={arms} reporter={reporter} words={words} />
            <ClubsCard politics={politics} reporter={reporter} words={words} />
          </div>
          <UkraineCard politics={politics} reporter={reporter} words={words} wide />
        </>
      )}
    </>
  )
}

/** Votes, clubs and arms: with whom a country stands, by measures that can point apart. */
export function PoliticsView() {
  const t = useSay('politics')
  const formats = useFormats()
  const names = useNames()
  const politics = usePolitics()
  return (
    <Page title={t('title')} pickers={<ViewPickers />}>
      <ScreenState of={politics}>{(value) => <Content politics={value} words={{ t, formats, names }} />}</ScreenState>
    </Page>
  )
}
