import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CompareAnswer } from '../../../electron/shared/contract/schema/compare.ts'
import { compareMeasures } from '../../../electron/shared/domain/compareMeasures.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { Picker } from '../../ui/pickers/Picker.tsx'
import { AsOfPicker, PartnersPicker, ReporterPicker } from '../../ui/pickers/viewPickers.tsx'
import { useView } from '../../ui/view/useView.ts'
import { AgainstCard, MultiplesCard, SlopeCard } from './ChangeCards.tsx'
import classes from './compare.module.css'
import { findingOf, nearestYear, PERIOD_YEARS, usableYears } from './prepare.ts'
import { RankingCard } from './RankingCard.tsx'
import { type CompareState, useCompare, useMeasureFormat } from './useCompare.ts'

/** Measures whose figures are trade's: one source for every country, not the national ones. */
const ofTrade: ReadonlySet<string> = new Set(['imports', 'exports', 'trade', 'hhi-imports', 'hhi-exports'])

function Body({ answer, state }: { readonly answer: CompareAnswer; readonly state: CompareState }) {
  const { t } = useTranslation('compare')
  const names = useNames()
  const formats = useFormats()
  const { reporter, baseYear, set } = useView()
  const measure = answer.measures.find((one) => one.id === state.measure) ?? answer.measures[0]
  const { text } = useMeasureFormat(measure?.unit ?? '')
  if (!measure) return null
  const years = usableYears(measure)
  const to = nearestYear(years, state.to === '' ? (years.at(-1) ?? 0) : Number(state.to))
  const from = nearestYear(
    years.filter((year) => to === null || year < to),
    baseYear,
  )
  if (from === null || to === null) return <WarningNote>{t('empty', { partner: names.area(answer.on) })}</WarningNote>
  const finding = findingOf(measure, answer.reporters, reporter, [from, to], state.span)
  const name = t(`inText.${measure.id}`, {
    partner: names.areaIn(answer.on, 'nominative'),
    partnerGenitive: names.areaIn(answer.on, 'genitive'),
    partnerDative: names.areaIn(answer.on, 'dative'),
  })
  const when = (year: number): string => (state.span === 'year' ? String(year) : formats.years(year - PERIOD_YEARS + 1, year))
  const words = {
    reporter: names.areaIn(reporter, 'nominative'),
    measure: name,
    rank: finding.rank ?? '',
    count: finding.count,
    year: to,
    when: when(to),
  }
  const options = years.map((year) => ({ value: String(year), label: String(year) })).reverse()
  return (
    <>
      <Headline
        support={
          finding.value === null || finding.medianAfter === null
            ? null
            : [
                t('support', {
                  value: text(finding.value),
                  before: text(finding.before),
                  from: when(from),
                  to: when(to),
                  median: text(finding.medianAfter),
                  medianBefore: text(finding.medianBefore),
                }),
                // whoever comes from another screen knows other levels
                ...(measure.id === 'index' || ofTrade.has(measure.id)
                  ? [t(`levels.${measure.id === 'index' ? 'index' : 'trade'}`, { source: names.source(answer.tradeSource) })]
                  : []),
              ].join(' ')
        }
      >
        {finding.side === 'none' ? t('headline.none', words) : t(`headline.${finding.side}`, words)}
      </Headline>
      <div className={classes.row}>
        <Picker
          label={t('picker.measure')}
          text={t(`measure.${measure.id}`)}
          options={compareMeasures.map((id) => ({ value: id, label: t(`measure.${id}`) }))}
          chosen={[measure.id]}
          onPick={state.setMeasure}
        />
        <Picker
          label={t('picker.from')}
          text={String(from)}
          options={options.filter((one) => Number(one.value) < to)}
          chosen={[String(from)]}
          onPick={(year) => set({ baseYear: Number(year) })}
        />
        <Picker label={t('picker.to')} text={String(to)} options={options} chosen={[String(to)]} onPick={state.setTo} />
        <SegmentedControl
          size="xs"
          value={state.span}
          onChange={state.setSpan}
          aria-label={t('span.label')}
          data={(['year', 'period'] as const).map((one) => ({ value: one, label: t(`span.${one}`) }))}
        />
      </div>
      <div className={classes.main}>
        <RankingCard answer={answer} measure={measure} reporter={reporter} year={to} span={state.span} />
        <SlopeCard answer={answer} measure={measure} reporter={reporter} from={from} to={to} span={state.span} />
      </div>
      <AgainstCard answer={answer} measure={measure} reporter={reporter} other={state.other} setOther={state.setOther} />
      <MultiplesCard answer={answer} measure={measure} reporter={reporter} />
    </>
  )
}

/** The same measures for every country, on one method and one source of trade. */
export default function CompareView() {
  const { t: app } = useTranslation('app')
  const { t } = useTranslation('compare')
  const state = useCompare()
  return (
    <Page
      title={app('screen.compare')}
      pickers={
        <>
          <ReporterPicker />
          <PartnersPicker single label={t('picker.on')} />
          <AsOfPicker />
        </>
      }
    >
      <StateView of={state.answer} height={620}>
        {(answer) => <Body answer={answer} state={state} />}
      </StateView>
    </Page>
  )
}
