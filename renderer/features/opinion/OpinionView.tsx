import { SegmentedControl } from '@mantine/core'
import type { Opinion } from '../../../electron/shared/contract/schema/opinion.ts'
import {
  answerOf,
  contrastOf,
  headlineOf,
  judgedPartners,
  laterAnswer,
  questionRows,
} from '../../../electron/shared/findings/opinion.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useCatalogue, useNames } from '../../ui/data/catalogue.tsx'
import { EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { ScreenState } from '../../ui/parts/ScreenState.tsx'
import { fillSlots, slots } from '../../ui/parts/sentence.tsx'
import { TopicWarnings } from '../../ui/parts/TopicWarnings.tsx'
import { AsOfPicker, ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import { BenchmarkCard } from './BenchmarkCard.tsx'
import { ContrastCard } from './ContrastCard.tsx'
import { NetCard } from './NetCard.tsx'
import classes from './opinion.module.css'
import { ProtestsCard } from './ProtestsCard.tsx'
import { QuestionsCard } from './QuestionsCard.tsx'
import { useOpinion } from './useOpinion.ts'
import { askerName, percentText, pollsterName, questionName, type Words } from './words.ts'

/** Texts of the questions that a headline can be made of; every other question is named as the catalogue names it. */
const subjects = {
  favourable: 'subject.favourable',
  relations_good: 'subject.relationsGood',
  leadership_approval: 'subject.leadershipApproval',
  main_friend: 'subject.mainFriend',
  political_partner: 'subject.politicalPartner',
  economic_partner: 'subject.economicPartner',
  eaeu_support: 'subject.eaeuSupport',
  war_side: 'subject.warSide',
  political_threat: 'subject.politicalThreat',
  invasion_expected: 'subject.invasionExpected',
} as const
const subjectKey = (indicator: string) =>
  (subjects as Readonly<Record<string, (typeof subjects)[keyof typeof subjects]>>)[answerOf(indicator)] ?? 'subject.other'

interface Part {
  readonly opinion: Opinion
  readonly reporter: string
  readonly partner: string
  readonly words: Words
}

/** The sentence in serif and the one below it, whose numbers open their evidence. */
function Finding({ opinion, reporter, partner, words }: Part) {
  const { t, names, formats } = words
  const found = headlineOf(opinion, partner)
  const values = { ...areaWords(names, 'reporter', reporter), ...areaWords(names, 'partner', partner) }
  if (found.kind === 'none') return <Headline support={t('support.none')}>{t('headline.none', values)}</Headline>
  if (found.kind === 'contrast') {
    const { country, leadership, year, gap } = found.contrast
    const headline = t(gap > 0 ? 'headline.contrast.more' : 'headline.contrast.fewer', { ...values, year })
    const text = t('support.contrast', {
      ...values,
      ...slots('country', 'leadership'),
      countryPollster: askerName(words, country.question.pollster),
      leadershipPollster: askerName(words, leadership.question.pollster),
    })
    const number = (one: typeof country) => (
      <EvidenceNumber cells={[one.point.cell]} sentence={headline}>
        {percentText(words, one.point)}
      </EvidenceNumber>
    )
    return <Headline support={fillSlots(text, { country: number(country), leadership: number(leadership) })}>{headline}</Headline>
  }
  const { row } = found
  const pollster = pollsterName(words, row.question)
  if (found.kind === 'single' || row.first === null) {
    const headline = t('headline.single', { ...values, year: row.last.year })
    const text = t('support.single', {
      name: questionName(words, row.question),
      pollster,
      period: formats.period(row.last.period),
      ...slots('value'),
    })
    const value = (
      <EvidenceNumber cells={[row.last.cell]} sentence={headline}>
        {percentText(words, row.last)}
      </EvidenceNumber>
    )
    return <Headline support={fillSlots(text, { value })}>{headline}</Headline>
  }
  const subject = t(subjectKey(row.question.indicator), { ...values, name: questionName(words, row.question) })
  const headline = t(`headline.trend.${found.movement}`, { subject, from: row.first.year, to: row.last.year })
  const text = t('support.trend', {
    pollster,
    fromPeriod: formats.period(row.first.period),
    toPeriod: formats.period(row.last.period),
    ...slots('from', 'to'),
  })
  const number = (point: typeof row.last) => (
    <EvidenceNumber cells={[point.cell]} sentence={headline}>
      {percentText(words, point)}
    </EvidenceNumber>
  )
  const later = laterAnswer(opinion, row)
  const afterwards =
    later === null
      ? null
      : fillSlots(
          t('support.later', {
            pollster: pollsterName(words, later.question),
            period: formats.period(later.last.period),
            ...slots('value'),
          }),
          { value: number(later.last) },
        )
  const support = (
    <>
      {fillSlots(text, { from: number(row.first), to: number(row.last) })} {afterwards}
    </>
  )
  return <Headline support={support}>{headline}</Headline>
}

/** What a reader could be misled by: state pollsters, old polls, samples that nobody states. */
function Care({ opinion, reporter, partner, words }: Part) {
  const { t, names } = words
  const { summary } = useCatalogue()
  const rows = questionRows(opinion, partner)
  const points = rows.flatMap((row) => row.question.points)
  const newest = Math.max(...points.map((point) => point.year))
  const state = [
    ...new Set(rows.filter((row) => row.question.pollster.state).map((row) => askerName(words, row.question.pollster))),
  ]
  const values = { ...areaWords(names, 'reporter', reporter), ...areaWords(names, 'partner', partner) }
  const old = Number(summary.vintage.slice(0, 4)) - newest > 3
  return (
    <p className={classes.care}>
      <strong>{t('care.title')}</strong>{' '}
      {t('care.samples', { known: points.filter((point) => point.sample !== null).length, all: points.length })}{' '}
      {old ? `${t('care.old', { ...values, year: newest })} ` : ''}
      {state.length > 0 ? t('care.state', { pollsters: state.join(', ') }) : ''}
    </p>
  )
}

function Content({ opinion, words, reporter }: { readonly opinion: Opinion; readonly words: Words; readonly reporter: string }) {
  const { t, names } = words
  const { partners } = useView()
  const judged = judgedPartners(opinion, partners)
  const [chosen, choose] = useViewParam('about', '')
  const partner = judged.includes(chosen) ? chosen : (judged[0] ?? partners[0] ?? 'RUS')
  const rows = questionRows(opinion, partner)
  const contrast = contrastOf(opinion, partner)
  const shared = { reporter, partner, words }
  return (
    <>
      <Finding opinion={opinion} {...shared} />
      {judged.length > 1 ? (
        <div className={classes.filters}>
          <span id="opinion-about">{t('about')}</span>
          <SegmentedControl
            size="xs"
            aria-labelledby="opinion-about"
            value={partner}
            onChange={choose}
            data={judged.slice(0, 9).map((code) => ({ value: code, label: names.area(code) }))}
          />
        </div>
      ) : null}
      <div className={classes.columns}>
        <div className={layout.side}>
          {rows.length > 0 ? <QuestionsCard rows={rows} {...shared} /> : null}
          {rows.length > 0 ? <Care opinion={opinion} {...shared} /> : null}
          <TopicWarnings topic="opinion" partners={[partner]} />
        </div>
        <div className={layout.side}>
          {contrast ? <ContrastCard contrast={contrast} {...shared} /> : null}
          <NetCard opinion={opinion} reporter={reporter} partners={[partner, ...partners]} words={words} />
          <ProtestsCard opinion={opinion} reporter={reporter} words={words} />
          <BenchmarkCard opinion={opinion} partner={partner} words={words} />
        </div>
      </div>
    </>
  )
}

/** What people say of great powers, question by question: waves of one poll are joined, polls are not. */
export function OpinionView() {
  const t = useSay('opinion')
  const formats = useFormats()
  const names = useNames()
  const { reporter } = useView()
  const opinion = useOpinion()
  const words: Words = { t, formats, names }
  return (
    <Page
      title={t('title')}
      pickers={
        <>
          <ReporterPicker />
          <AsOfPicker />
        </>
      }
    >
      <ScreenState of={opinion}>{(value) => <Content opinion={value} words={words} reporter={reporter} />}</ScreenState>
    </Page>
  )
}
