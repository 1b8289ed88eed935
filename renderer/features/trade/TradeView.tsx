import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TradeAnswer } from '../../../electron/shared/contract/schema/trade.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { sellsThroughTraders } from '../../../electron/shared/findings/overview.ts'
import { PERCENT } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { StackedAreaChart } from '../../charts/StackedAreaChart.tsx'
import { useFormats, useLanguage } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useEventMarkers } from '../../ui/events/useEventMarkers.ts'
import { type CellRef, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { stackAnnotations, stackTwin } from '../../ui/figure/tradeStack.ts'
import { Page } from '../../ui/page/Page.tsx'
import { WarningNote } from '../../ui/parts/Card.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import layout from '../../ui/parts/layout.module.css'
import { StateView } from '../../ui/parts/StateView.tsx'
import { ViewPickers } from '../../ui/pickers/viewPickers.tsx'
import { useView } from '../../ui/view/useView.ts'
import { AsymmetryCard } from './AsymmetryCard.tsx'
import { ConcentrationCard } from './ConcentrationCard.tsx'
import { type PartnerLine, pairOf, partnerLines } from './prepare.ts'
import { Ranking } from './Ranking.tsx'
import { SourceLines } from './SourceLines.tsx'
import classes from './trade.module.css'
import { type Flow, useTrade } from './useTrade.ts'
import { Support, useHeadline } from './words.tsx'

const INDICATORS: Readonly<Record<Flow, readonly string[]>> = {
  both: ['trade.exports_usd_m', 'trade.imports_usd_m'],
  exports: ['trade.exports_usd_m'],
  imports: ['trade.imports_usd_m'],
}

interface PointRef {
  readonly cells: readonly CellRef[]
  readonly figure: string
  readonly sentence: string
}

/** What the two charts say: how far the first two partners are apart, and what they hold together, now and in the base year. */
function useTitles(lines: readonly PartnerLine[], flow: Flow): { readonly lines: string; readonly stack: string } {
  const { t } = useTranslation('trade')
  const { t: overview } = useTranslation('overview')
  const names = useNames()
  const formats = useFormats()
  const { baseYear } = useView()
  const found = pairOf(lines, baseYear)
  if (found === null) return { lines: t('lines.title'), stack: t('stack.title') }
  const [first, second] = found.partners.map((code) => names.areaIn(code, 'nominative'))
  const { now, before } = found
  const joint = now.sum - before.sum
  return {
    lines: t('lines.gap', {
      first,
      second,
      gap: formats.number(now.gap),
      before: formats.number(before.gap),
      year: baseYear,
    }),
    stack: t('stack.together', {
      first,
      second,
      flow: t(`flowName.${flow}`),
      now: formats.percent(now.sum, 0),
      before: formats.percent(before.sum, 0),
      change: overview(joint > 0.5 ? 'stack.upFrom' : joint < -0.5 ? 'stack.downFrom' : 'stack.same'),
      year: baseYear,
    }),
  }
}

function Charts({ answer, flow }: { readonly answer: TradeAnswer; readonly flow: Flow }) {
  const { t } = useTranslation('trade')
  const { t: overview } = useTranslation('overview')
  const names = useNames()
  const formats = useFormats()
  const language = useLanguage()
  const { open } = useEvidence()
  const { reporter, partners, baseYear } = useView()
  const { stack } = answer
  const shown = stack.years.filter((_, i) => stack.parts.some((part) => part.values[i] != null))
  const [from = 1995, to = 2025] = [shown[0], shown.at(-1)]
  const events = useEventMarkers({ from, to, most: 3 })
  const { annotations, sourceLine, gapLine } = stackAnnotations(stack, language, baseYear, events)
  const labelOf = (id: string): string => (id === '_U' ? overview('stack.unallocatedName') : names.area(id))
  const flowName = t(`flowName.${flow}`)
  const years = formats.years(from, to)
  const refOf = (partner: string, year: number, value: number): PointRef => ({
    cells: INDICATORS[flow].flatMap((indicator) =>
      (partner === '_U' || partner === 'OTH' || partner === 'CA5' ? [WORLD] : [partner, WORLD]).map((code) => ({
        indicator,
        reporter,
        partner: code,
        period: String(year),
        source: '',
      })),
    ),
    figure: formats.percent(value),
    sentence: `${labelOf(partner)}, ${flowName}, ${year}`,
  })
  const lines = partnerLines(answer, partners)
  // a partner may be on record in years without a table of all
  const drawn = answer.years.filter((_, i) => lines.some(({ shares }) => shares[i] != null))
  const titles = useTitles(lines, flow)
  const twin = stackTwin(stack, labelOf, names.source, overview('table.period'), overview('table.source'))
  return (
    <div className={classes.charts}>
      <FigureCard
        id="trade.lines"
        title={titles.lines}
        subtitle={t('lines.subtitle', { flow: flowName, years: formats.years(drawn[0] ?? from, drawn.at(-1) ?? to) })}
        source={`${gapLine} ${sourceLine}`.trim()}
        twin={twin}
        className={classes.card ?? ''}
      >
        <LineChart
          name={titles.lines}
          height={300}
          unit={PERCENT}
          zero
          series={lines.map((line) => ({
            id: line.partner,
            label: names.area(line.partner),
            partner: line.partner,
            points: line.years.map((year, i) => {
              const value = line.shares[i] ?? null
              return {
                period: String(year),
                value,
                source: names.source(stack.sources[i] ?? ''),
                ...(value === null ? {} : { ref: refOf(line.partner, year, value) }),
              }
            }),
          }))}
          {...annotations}
          onPoint={open}
        />
      </FigureCard>
      <FigureCard
        id="trade.stack"
        title={titles.stack}
        subtitle={t('stack.subtitle', { flow: flowName, years })}
        source={[gapLine, sellsThroughTraders(reporter) ? overview('stack.note') : ''].filter((line) => line !== '').join(' ')}
        twin={twin}
        className={classes.card ?? ''}
      >
        <StackedAreaChart
          name={titles.stack}
          height={300}
          unit={PERCENT}
          shares
          series={stack.parts.map((part) => ({
            id: part.id,
            label: labelOf(part.id),
            partner: part.id,
            points: stack.years.map((year, i) => {
              const value = part.values[i] ?? null
              return {
                period: String(year),
                value,
                source: names.source(stack.sources[i] ?? ''),
                ...(value === null ? {} : { ref: refOf(part.id, year, value) }),
              }
            }),
          }))}
          {...annotations}
          onPoint={open}
        />
      </FigureCard>
    </div>
  )
}

function Body({ answer, flow }: { readonly answer: TradeAnswer; readonly flow: Flow }) {
  const { t } = useTranslation('trade')
  const names = useNames()
  const { reporter, partners } = useView()
  if (answer.latestYear === null)
    return (
      <WarningNote>
        {t(answer.ranking.length > 0 ? 'stack.noTotal' : 'stack.empty', {
          flow: t(`flowName.${flow}`),
          reporter: names.areaIn(reporter, 'nominative'),
        })}
      </WarningNote>
    )
  const flows = flow === 'both' ? (['exports', 'imports'] as const) : ([flow] as const)
  return (
    <>
      {flow !== 'imports' && sellsThroughTraders(reporter) ? <WarningNote>{t('tradingAddresses')}</WarningNote> : null}
      <Charts answer={answer} flow={flow} />
      <div className={classes.below}>
        <Ranking answer={answer} flow={flow} />
        <div className={layout.side}>
          <ConcentrationCard answer={answer} flow={flow} />
          <AsymmetryCard answer={answer} flow={flow} />
          {flows.map((one) => (
            <SourceLines key={one} answer={answer} partner={partners[0] ?? 'RUS'} flow={one} />
          ))}
        </div>
      </div>
    </>
  )
}

/** Goods trade: who, how much, since when, and how far the sources disagree about it. */
export default function TradeView() {
  const { t: app } = useTranslation('app')
  const { t } = useTranslation('trade')
  const { answer, flow, setFlow } = useTrade()
  const value = answer.state === 'ready' ? answer.value : answer.state === 'loading' ? answer.previous : null
  const headline = useHeadline(value, flow)
  return (
    <Page title={app('screen.trade')} pickers={<ViewPickers />}>
      <Headline support={value === null ? null : <Support answer={value} flow={flow} />}>{headline}</Headline>
      <SegmentedControl
        className={classes.flow ?? ''}
        size="xs"
        value={flow}
        onChange={setFlow}
        aria-label={t('flow.label')}
        data={(['imports', 'exports', 'both'] as const).map((one) => ({ value: one, label: t(`flow.${one}`) }))}
      />
      <StateView of={answer} height={560}>
        {(ready) => <Body answer={ready} flow={flow} />}
      </StateView>
    </Page>
  )
}
