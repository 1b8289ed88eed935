import { Fragment, type ReactNode } from 'react'
import type { Investment } from '../../../electron/shared/contract/schema/investment.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { MILLIONS_PER_BILLION } from '../../charts/core/values.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { type CellRef, EvidenceNumber } from '../../ui/evidence/evidence.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { ScreenState } from '../../ui/parts/ScreenState.tsx'
import { fillSlots, slots } from '../../ui/parts/sentence.tsx'
import { WarningsCard } from '../../ui/parts/WarningsCard.tsx'
import { ViewPickers } from '../../ui/pickers/viewPickers.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import { ChineseCard } from './ChineseCard.tsx'
import { CreditorsCard, DebtCard } from './DebtCards.tsx'
import { ImmediateCard } from './ImmediateCard.tsx'
import classes from './investment.module.css'
import { PartnersCard, RankingCard } from './MainCard.tsx'
import { NationalCard } from './NationalCard.tsx'
import { baseOf, cellOf, lastYear, leaderOf, ranked, shareMove, shareOf } from './prepare.ts'
import { SectorsCard } from './SectorsCard.tsx'
import { CumulativeCard, GrossCard, SharesCard } from './StatementCards.tsx'
import { useInvestment } from './useInvestment.ts'
import { unitName, type Words } from './words.ts'

interface Part {
  readonly value: Investment
  readonly words: Words
}

const join = (parts: readonly ReactNode[]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one text have no other identity
  parts.map((part, index) => <Fragment key={index}>{part}</Fragment>)

/** Where the stock is known by partner: how two partners moved, who holds most, and how old the newest figure is. */
function StockHeadline({ value, words }: Part) {
  const { t, names, formats } = words
  const { reporter, partners, baseYear } = useView()
  const block = value.stock
  if (!block) return null
  const [from, to] = [baseOf(block, baseYear), lastYear(block)]
  const moves = partners.flatMap((code) => shareMove(block, code, from, to) ?? [])
  const [one, two] = moves
  if (!one) return <NoneHeadline value={value} words={words} />
  const text = {
    ...areaWords(names, 'reporter', reporter),
    ...areaWords(names, 'partner', one.key),
    ...(two ? areaWords(names, 'second', two.key) : {}),
    from,
    to,
  }
  const headline = two ? t(`headline.two.${one.movement}-${two.movement}`, text) : t(`headline.one.${one.movement}`, text)
  const cells = (key: string, year: number): readonly CellRef[] => [
    cellOf(block, reporter, key, year),
    cellOf(block, reporter, WORLD, year),
  ]
  const number = (text: string, refs: readonly CellRef[]): ReactNode => (
    <EvidenceNumber cells={refs} sentence={headline}>
      {text}
    </EvidenceNumber>
  )
  const sentences = moves.slice(0, 2).map((move) =>
    fillSlots(t('support.share', { name: names.area(move.key), fromYear: from, toYear: to, ...slots('from', 'to') }), {
      from: number(formats.percent(move.from), cells(move.key, from)),
      to: number(formats.percent(move.to), cells(move.key, to)),
    }),
  )
  const [china, hongKong] = [shareOf(block, 'CHN', to), shareOf(block, 'HKG', to)]
  if (china !== null && hongKong !== null && moves.slice(0, 2).some(({ key }) => key === 'CHN'))
    sentences.push(
      fillSlots(t('support.hongKong', slots('value')), {
        value: number(formats.percent(china + hongKong), [
          cellOf(block, reporter, 'CHN', to),
          cellOf(block, reporter, 'HKG', to),
        ]),
      }),
    )
  const [first, second] = ranked(block, to)
  const [firstShare, secondShare] = [first && shareOf(block, first.key, to), second && shareOf(block, second.key, to)]
  if (first && second && firstShare != null && secondShare != null)
    sentences.push(
      fillSlots(
        t('support.top', {
          first: names.areaIn(first.key, 'nominative'),
          second: names.areaIn(second.key, 'nominative'),
          ...slots('firstValue', 'secondValue'),
        }),
        {
          firstValue: number(formats.percent(firstShare), cells(first.key, to)),
          secondValue: number(formats.percent(secondShare), cells(second.key, to)),
        },
      ),
    )
  sentences.push(t('support.after', { year: to }))
  return <Headline support={join(sentences)}>{headline}</Headline>
}

/** Where only shares, flows or statements are known. */
function LeaderHeadline({ value, words }: Part) {
  const { t, names, formats } = words
  const { reporter, partners } = useView()
  const leader = leaderOf(value, reporter)
  const [first] = leader?.rows ?? []
  if (!leader || !first) return <NoneHeadline value={value} words={words} />
  const own = areaWords(names, 'reporter', reporter)
  const headline = capital(
    t('headline.leader', {
      ...own,
      partner: names.areaIn(first.partner, 'nominative'),
      period: formats.period(leader.period),
    }),
  )
  const shown = leader.rows.filter((row, index) => index < 2 || partners.includes(row.partner)).slice(0, 4)
  const sentences = shown.map((row) =>
    fillSlots(t('support.leader', { name: names.area(row.partner), ...slots('value') }), {
      value: (
        <EvidenceNumber cells={[row.cell]} sentence={headline}>
          {row.unit === 'PCT' ? formats.percent(row.value) : `${formats.number(row.value, 0)} ${unitName(words, row.unit)}`}
        </EvidenceNumber>
      ),
    }),
  )
  return <Headline support={join(sentences)}>{headline}</Headline>
}

function NoneHeadline({ value, words }: Part) {
  const { t, names, formats } = words
  const { reporter } = useView()
  const headline = t('headline.none', areaWords(names, 'reporter', reporter))
  const commitment = value.chinese
    .find((line) => line.reporter === reporter && line.indicator.startsWith('gcdf.'))
    ?.readings.at(-1)
  const sentences: ReactNode[] = commitment
    ? [
        fillSlots(t('support.chinese', slots('value')), {
          value: (
            <EvidenceNumber cells={[commitment.cell]} sentence={headline}>
              {`${formats.number(commitment.value / MILLIONS_PER_BILLION, 1)} ${t('unit.bn')}`}
            </EvidenceNumber>
          ),
        }),
      ]
    : []
  return <Headline support={join([...sentences, t('support.none')])}>{headline}</Headline>
}

function Content({ value, words }: Part) {
  const { t, formats } = words
  const [measure] = useViewParam('measure', 'stock')
  const sector = measure === 'flow' ? 'flow' : 'stock'
  const hasBlock = value.stock !== null || value.flow !== null
  const headline = value.stock ? <StockHeadline value={value} words={words} /> : <LeaderHeadline value={value} words={words} />
  return (
    <>
      {headline}
      {hasBlock ? (
        <div className={classes.columns}>
          <div className={layout.side}>
            <PartnersCard value={value} words={words} />
            <ImmediateCard value={value} words={words} />
          </div>
          <div className={layout.side}>
            {value.stock ? <RankingCard value={value} words={words} /> : <ChineseCard value={value} words={words} />}
          </div>
        </div>
      ) : null}
      <div className={layout.masonry}>
        <div className={layout.side}>
          <SectorsCard value={value} words={words} measure={sector} />
          <DebtCard value={value} words={words} />
          <CreditorsCard value={value} words={words} />
        </div>
        <div className={layout.side}>
          <GrossCard value={value} words={words} />
          {value.stock || !hasBlock ? <ChineseCard value={value} words={words} /> : null}
        </div>
        <div className={layout.side}>
          <SharesCard value={value} words={words} />
          <CumulativeCard value={value} words={words} />
          <NationalCard value={value} words={words} />
        </div>
      </div>
      <WarningsCard
        title={t('warnings')}
        warnings={value.warnings.map((warning) => ({ id: warning.id, text: warning.text[formats.language] }))}
      />
    </>
  )
}

/** Foreign direct investment by partner as statistics count it, beside what trackers and statements say. */
export function InvestmentView() {
  const t = useSay('investment')
  const formats = useFormats()
  const names = useNames()
  const investment = useInvestment()
  return (
    <Page title={t('title')} pickers={<ViewPickers />}>
      <ScreenState of={investment}>{(value) => <Content value={value} words={{ t, formats, names }} />}</ScreenState>
    </Page>
  )
}
