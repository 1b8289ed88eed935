import { Checkbox, SegmentedControl } from '@mantine/core'
import type { Investment, YearlyBlock } from '../../../electron/shared/contract/schema/investment.ts'
import { seriesTwin } from '../../charts/core/twin.ts'
import type { ChartSeries } from '../../charts/core/types.ts'
import { PERCENT } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { useEventMarkers } from '../../ui/events/useEventMarkers.ts'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { useView, useViewParam } from '../../ui/view/useView.ts'
import classes from './investment.module.css'
import { type AmountIn, amountIn, baseOf, cellOf, drawnPartners, isConduit, lastYear, ranked, shareOf } from './prepare.ts'
import { bare, unitName, type Words } from './words.ts'

interface Props {
  readonly value: Investment
  readonly words: Words
}

type Measure = 'stock' | 'flow'

/** The line below a chart: the join through wiiw with its terms, else the publishers. */
function useSourceText({ t }: Words, block: YearlyBlock | null): string {
  const sources = useCall('sources.list', {})
  if (!block) return ''
  if (block.rows[0]?.source.startsWith('wiiw')) return t('main.sourceWiiw')
  const listed = sources.state === 'ready' ? sources.value : []
  const publishers = block.rows.map(({ source }) => listed.find(({ code }) => code === source)?.publisher || source)
  return t('main.source', { sources: [...new Set(publishers)].join('; ') })
}

/** What the reader chose: stock or flow, share or amount, euro or dollars. Flows have no shares: amounts below zero have none. */
function useChoice(value: Investment) {
  const [measureParam, setMeasure] = useViewParam('measure', 'stock')
  const [asParam, setAs] = useViewParam('as', 'share')
  const [dollarsParam, setDollars] = useViewParam('usd', '')
  const measure: Measure = value.stock === null || (measureParam === 'flow' && value.flow !== null) ? 'flow' : 'stock'
  const block = measure === 'stock' ? value.stock : value.flow
  const share = measure === 'stock' && asParam === 'share'
  const convertible = !share && block?.unit === 'EUR_M'
  const dollars = convertible && dollarsParam === '1'
  const currency: AmountIn = dollars ? { dollars: measure === 'stock' ? 'yearEnd' : 'average' } : 'published'
  return { measure, setMeasure, share, setAs, block, convertible, dollars, setDollars, currency }
}

/** Stock and net flow by partner: shares or amounts over the years, and the largest holders then and now. */
export function PartnersCard({ value, words }: Props) {
  const { t, names } = words
  const openMark = useMarkEvidence()
  const { reporter, partners, baseYear } = useView()
  const choice = useChoice(value)
  const { measure, share, block, currency } = choice
  const [from, to] = [block?.years[0] ?? 2000, block ? lastYear(block) : 2025]
  const events = useEventMarkers({ from, to, partners, most: 2 })
  const source = useSourceText(words, block)
  if (!block) return null
  const unit = unitName(words, choice.dollars ? 'USD_M' : block.unit)
  const title = t(share ? 'main.stockShare' : measure === 'stock' ? 'main.stockAmount' : 'main.flowAmount')
  const rate = choice.dollars ? `, ${t(measure === 'stock' ? 'main.rateYearEnd' : 'main.rateAverage')}` : ''
  const subtitle = `${t(share ? 'main.subShare' : measure === 'stock' ? 'main.subStock' : 'main.subFlow', { unit, from, to })}${rate}`
  const series = drawnPartners(block, partners).map(
    (key): ChartSeries<CellRef> => ({
      id: key,
      label: names.area(key),
      partner: key,
      points: block.years.map((year) => ({
        period: String(year),
        value: share ? shareOf(block, key, year) : amountIn(block, key, year, currency),
        source: names.source(block.rows.find((row) => row.key === key)?.source ?? ''),
        ref: cellOf(block, reporter, key, year),
      })),
    }),
  )
  return (
    <FigureCard
      id="investment.partners"
      title={title}
      subtitle={subtitle}
      source={source}
      twin={seriesTwin(series, { period: t('column.year') }, share ? 1 : 0)}
    >
      <div className={classes.controls}>
        {value.stock && value.flow ? (
          <SegmentedControl
            size="xs"
            aria-label={t('measure.label')}
            value={measure}
            onChange={choice.setMeasure}
            data={[
              { value: 'stock', label: t('measure.stock') },
              { value: 'flow', label: t('measure.flow') },
            ]}
          />
        ) : null}
        {measure === 'stock' ? (
          <SegmentedControl
            size="xs"
            aria-label={t('as.label')}
            value={share ? 'share' : 'amount'}
            onChange={choice.setAs}
            data={[
              { value: 'share', label: t('as.share') },
              { value: 'amount', label: t('as.amount') },
            ]}
          />
        ) : null}
        {choice.convertible ? (
          <Checkbox
            size="xs"
            label={t('dollars')}
            checked={choice.dollars}
            onChange={(event) => choice.setDollars(event.currentTarget.checked ? '1' : '')}
          />
        ) : null}
      </div>
      <LineChart<CellRef>
        name={title}
        summary={subtitle}
        height={330}
        unit={share ? PERCENT : bare(0)}
        zero
        {...(baseYear >= from && baseYear <= to ? { baseYear } : {})}
        events={events}
        series={series}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}

const MOST = 10

/** The ten largest: base year hollow, last year filled. */
export function RankingCard({ value, words }: Props) {
  const { t, names, formats } = words
  const openMark = useMarkEvidence()
  const { reporter, baseYear } = useView()
  const block = value.stock
  const source = useSourceText(words, block)
  if (!block) return null
  const [from, to] = [baseOf(block, baseYear), lastYear(block)]
  const rows = ranked(block, to)
    .slice(0, MOST)
    .flatMap(({ key }) => {
      const now = shareOf(block, key, to)
      return now === null ? [] : [{ key, before: shareOf(block, key, from), now }]
    })
  if (rows.length === 0) return null
  const most = Math.max(...rows.flatMap((row) => [row.now, row.before ?? 0]))
  const top = Math.ceil(most / 10) * 10
  const title = t('ranking.title')
  const subtitle = t('ranking.subtitle', { from, to })
  return (
    <FigureCard
      id="investment.ranking"
      title={title}
      subtitle={subtitle}
      source={source}
      twin={{
        columns: [
          { id: 'partner', label: t('column.partner'), kind: 'text' },
          { id: 'then', label: String(from), kind: 'number' },
          { id: 'now', label: String(to), kind: 'number' },
        ],
        rows: ranked(block, to).map(({ key }) => ({
          id: key,
          cells: [names.area(key), shareOf(block, key, from), shareOf(block, key, to)],
          refs: [null, cellOf(block, reporter, key, from), cellOf(block, reporter, key, to)],
        })),
      }}
    >
      <RowsChart<CellRef>
        name={title}
        summary={subtitle}
        onPoint={openMark(title)}
        fill
        layout={{
          rowHeight: 34,
          labelWidth: 130,
          rows: rows.map(({ key, before: then, now }) => ({
            id: key,
            label: names.area(key),
            ...(isConduit(key) ? { note: t('ranking.conduit') } : {}),
            items: [
              ...(then === null ? [] : [{ key: 'change', shape: 'change' as const, from: then, to: now, partner: key }]),
              ...(then === null
                ? []
                : [
                    {
                      key: 'then',
                      shape: 'dot' as const,
                      from: then,
                      to: then,
                      partner: key,
                      hollow: true,
                      tip: {
                        title: `${names.area(key)}, ${from}`,
                        rows: [{ label: t('column.share'), value: formats.percent(then) }],
                        lines: [],
                      },
                      ref: cellOf(block, reporter, key, from),
                    },
                  ]),
              {
                key: 'now',
                shape: 'dot',
                from: now,
                to: now,
                partner: key,
                label: formats.number(now, 1),
                tip: {
                  title: `${names.area(key)}, ${to}`,
                  rows: [{ label: t('column.share'), value: formats.percent(now) }],
                  lines: [],
                },
                ref: cellOf(block, reporter, key, to),
              },
            ],
          })),
          axis: {
            domain: [0, top],
            ticks: [0, top / 2, top],
            format: (tick) => (tick === top ? formats.percent(tick, 0) : formats.number(tick, Number.isInteger(tick) ? 0 : 1)),
          },
        }}
      />
    </FigureCard>
  )
}
