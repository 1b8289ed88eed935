import { useTranslation } from 'react-i18next'
import type { CellRef, Overview } from '../../../electron/shared/contract/schema/overview.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { type OverviewModel, sellsThroughTraders } from '../../../electron/shared/findings/overview.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { PERCENT } from '../../charts/core/values.ts'
import { StackedAreaChart } from '../../charts/StackedAreaChart.tsx'
import { ThenNowChart } from '../../charts/ThenNowChart.tsx'
import { useFormats, useLanguage } from '../../language/useFormats.ts'
import { useCatalogue, useNames } from '../../ui/data/catalogue.tsx'
import { useEventMarkers } from '../../ui/events/useEventMarkers.ts'
import { useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { stackAnnotations, stackTwin } from '../../ui/figure/tradeStack.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Headline } from '../../ui/parts/Headline.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { ViewPickers } from '../../ui/pickers/viewPickers.tsx'
import { useView } from '../../ui/view/useView.ts'
import { Answers } from './Answers.tsx'
import { ChannelTile } from './ChannelTile.tsx'
import { channelRows, channelTwin } from './channelRows.ts'
import classes from './overview.module.css'
import { type OverviewState, useOverview } from './useOverview.ts'
import { Support, useHeadline, usePointText } from './words.tsx'

function useStackTitle(model: OverviewModel): string {
  const { t } = useTranslation('overview')
  const names = useNames()
  const formats = useFormats()
  const { partners, baseYear } = useView()
  const { stack } = model
  if (stack === null) return t('stack.title')
  const [first = '', second = ''] = partners.map((code) => names.areaIn(code, 'nominative'))
  const [firstOf = '', secondOf = ''] = partners.map((code) => names.areaIn(code, 'genitive'))
  const now = formats.percent(stack.jointNow, 0)
  if (stack.jointThen === null || stack.latestYear === baseYear)
    return capital(t('stack.now', { first, second, now, year: stack.latestYear }))
  const difference = stack.jointNow - stack.jointThen
  const change = t(difference > 0.5 ? 'stack.upFrom' : difference < -0.5 ? 'stack.downFrom' : 'stack.same')
  const text = t(stack.overtaken ? 'stack.overtook' : 'stack.together', {
    first,
    second,
    firstOf,
    secondOf,
    now,
    change,
    before: formats.percent(stack.jointThen, 0),
    year: baseYear,
  })
  return capital(text)
}

interface YearRef {
  readonly part: string
  readonly label: string
  readonly year: number
  readonly value: number
}

function TradeCard({ overview, model }: { readonly overview: Overview; readonly model: OverviewModel }) {
  const { t } = useTranslation('overview')
  const names = useNames()
  const formats = useFormats()
  const language = useLanguage()
  const { open } = useEvidence()
  const { reporter, baseYear } = useView()
  const title = useStackTitle(model)
  const { years, parts, sources } = overview.trade
  const shown = years.filter((_, i) => parts.some((part) => part.values[i] != null))
  const [from, to] = [shown[0], shown.at(-1)]
  const events = useEventMarkers({ from: from ?? 1990, to: to ?? 2025, most: 3 })
  const labelOf = (id: string): string => (id === '_U' ? t('stack.unallocatedName') : names.area(id))
  if (from === undefined || to === undefined) return <FigureCardEmpty />
  const subtitle = t('stack.subtitle', { years: formats.years(from, to) })
  const { annotations, sourceLine } = stackAnnotations(overview.trade, language, baseYear, events)
  const refOf =
    (id: string, label: string) =>
    (i: number): YearRef => ({
      part: id,
      label,
      year: years[i] ?? to,
      value: parts.find((part) => part.id === id)?.values[i] ?? 0,
    })
  const openYear = ({ part, label, year, value }: YearRef): void => {
    const partner = part === '_U' ? WORLD : part
    const cells: CellRef[] = ['trade.exports_usd_m', 'trade.imports_usd_m'].flatMap((indicator) =>
      (partner === WORLD || partner === 'CA5' || partner === 'OTH' ? [WORLD] : [partner, WORLD]).map((code) => ({
        indicator,
        reporter,
        partner: code,
        period: String(year),
        source: '',
      })),
    )
    open({ cells, figure: formats.percent(value), sentence: `${label}, ${year}. ${subtitle}` })
  }
  return (
    <FigureCard
      id="overview.trade"
      title={title}
      subtitle={subtitle}
      source={[sourceLine, sellsThroughTraders(reporter) ? t('stack.note') : ''].filter((line) => line !== '').join(' ')}
      twin={stackTwin(overview.trade, labelOf, names.source, t('table.period'), t('table.source'))}
      className={classes.main ?? ''}
    >
      <StackedAreaChart
        name={title}
        summary={subtitle}
        height="fill"
        series={parts.map((part) => ({
          id: part.id,
          label: labelOf(part.id),
          partner: part.id,
          points: years.map((year, i) => ({
            period: String(year),
            value: part.values[i] ?? null,
            source: names.source(sources[i] ?? ''),
            ref: refOf(part.id, labelOf(part.id))(i),
          })),
        }))}
        unit={PERCENT}
        shares
        {...annotations}
        onPoint={openYear}
      />
    </FigureCard>
  )
}

/** Nothing to draw: what would stand here, and what to do. */
function FigureCardEmpty() {
  const { t } = useTranslation('overview')
  const names = useNames()
  const { reporter } = useView()
  return (
    <FigureCard id="overview.trade" title={t('stack.title')} twin={{ columns: [], rows: [] }} className={classes.main ?? ''}>
      <p className={classes.nothing}>{t('stack.empty', { reporter: names.areaIn(reporter, 'nominative') })}</p>
    </FigureCard>
  )
}

function ChannelsCard({ model }: { readonly model: OverviewModel }) {
  const { t } = useTranslation('overview')
  const names = useNames()
  const formats = useFormats()
  const { open } = useEvidence()
  const { partners, baseYear } = useView()
  const text = usePointText()
  const [first = 'RUS', second] = partners
  const title = t(model.disagree ? 'channels.disagree' : model.rows.length > 1 ? 'channels.agree' : 'channels.few')
  const subtitle = capital(t('channels.subtitle', { owner: names.areaIn(first, 'genitive') }))
  const words = {
    label: (id: (typeof model.rows)[number]['id']) => t(`channels.${id}`),
    group: (group: 'more' | 'less' | 'held' | 'unclear') => t(`channels.${group}`, { partner: names.area(first) }),
    span: (from: string, to: string) => t('channels.span', { from: formats.period(from), to: formats.period(to) }),
    partner: (code: string) => names.area(code),
    source: names.source,
    period: formats.period,
    text,
  }
  const rows = channelRows(model.rows, first, second, words)
  const hasRange = model.rows.some((row) => row.base.high - row.base.low > 1e-9 || row.latest.high - row.latest.low > 1e-9)
  const named = [...new Set(model.rows.flatMap((row) => row.latest.sources.map(names.source)))]
  return (
    <FigureCard
      id="overview.channels"
      title={title}
      subtitle={subtitle}
      source={[
        ...(hasRange ? [t('channels.range')] : []),
        ...(named.length > 0 ? [t('channels.sources', { list: named.join('; ') })] : []),
      ].join(' ')}
      twin={channelTwin(model.rows, words, {
        channel: t('table.channel'),
        base: t('table.base'),
        latest: t('table.latest'),
        change: t('table.change'),
      })}
      className={classes.side ?? ''}
    >
      {rows.length === 0 ? (
        <p className={classes.nothing}>{t('channels.empty', { year: baseYear })}</p>
      ) : (
        <ThenNowChart
          name={title}
          summary={subtitle}
          height="fill"
          rows={rows}
          ticks={[0, 25, 50, 75, 100]}
          format={(tick) => (tick === 100 ? formats.percent(tick, 0) : String(tick))}
          partners={partners.slice(0, 2).map((code) => ({ code, label: names.area(code) }))}
          onPoint={open}
        />
      )}
    </FigureCard>
  )
}

function Body({ overview, model }: OverviewState) {
  const years = model.tiles.flatMap((tile) => tile.points.map((point) => point.year))
  const [from, to] = [Math.max(1995, Math.min(...years, 2000)), Math.max(...years, 2020)]
  return (
    <>
      <div className={classes.tiles}>
        {model.tiles.map((tile) => (
          <ChannelTile key={tile.id} tile={tile} from={from} to={to} />
        ))}
      </div>
      <div className={classes.charts}>
        <TradeCard overview={overview} model={model} />
        <ChannelsCard model={model} />
      </div>
    </>
  )
}

/** The answer in ten seconds: how dependence on the first partner moved, channel by channel, and that the channels disagree. */
export default function OverviewView() {
  const { t } = useTranslation('app')
  useCatalogue()
  const state = useOverview()
  const model = state.state === 'ready' ? state.value.model : state.state === 'loading' ? (state.previous?.model ?? null) : null
  const headline = useHeadline(model)
  return (
    <Page title={t('screen.overview')} pickers={<ViewPickers />}>
      <Headline support={model === null ? null : <Support model={model} />} further={model === null ? null : <Answers />}>
        {headline}
      </Headline>
      <StateView of={state} height={560}>
        {(value) => <Body {...value} />}
      </StateView>
    </Page>
  )
}
