import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DependenceReport, DependenceYear, IndexLevel } from '../../../electron/shared/analytics/dependence/index.ts'
import type { DependenceInput } from '../../../electron/shared/contract/schema/dependence.ts'
import type { ChartPoint, ChartSeries } from '../../charts/core/types.ts'
import { NUMBER } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useEventMarkers } from '../../ui/events/useEventMarkers.ts'
import { type EvidenceRequest, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { Twin } from '../../ui/figure/TwinTable.tsx'
import { endOf, findingOf, indexCells } from './prepare.ts'
import { usePartNames } from './words.tsx'

type Point = ChartPoint<EvidenceRequest>

interface Props {
  readonly reports: readonly DependenceReport[]
  readonly inputs: readonly (readonly DependenceInput[])[]
  readonly baseYear: number
  /** true = the second partner's index stands on the same chart */
  readonly both: boolean
  readonly setBoth: (both: boolean) => void
  readonly setName: string
}

/** Years in which a pillar that is not measured yearly gives the index a second reading. */
const extendedOf = (report: DependenceReport, pillar: string): readonly (readonly [DependenceYear, IndexLevel])[] =>
  report.years.flatMap((year) => {
    const found = year.extended.find((one) => one.pillar === pillar && one.index !== null)
    // a carried reading is no reading of its own
    const own = year.channels.some(
      (channel) => channel.pillar === pillar && channel.score !== null && channel.carriedFrom === null,
    )
    return found && own ? [[year, found] as const] : []
  })

/** The index by year with its band; rings where scattered pillars give it a second reading; one partner or two. */
export function IndexCard({ reports, inputs, baseYear, both, setBoth, setName }: Props) {
  const { t } = useTranslation('dependence')
  const names = useNames()
  const formats = useFormats()
  const parts = usePartNames()
  const { open } = useEvidence()
  const [report] = reports
  const shown = both ? reports : reports.slice(0, 1)
  const drawn = shown.flatMap((one) => one.years.filter((year) => year.index !== null).map((year) => year.year))
  const [from, to] = [Math.min(...drawn), Math.max(...drawn)]
  const events = useEventMarkers({ from, to, most: 3, categories: ['war', 'integration'] })
  if (!report) return null
  const point = (one: DependenceReport, at: number, year: DependenceYear, level: IndexLevel, carried: boolean): Point => ({
    period: String(year.year),
    value: level.index,
    low: level.low,
    high: level.high,
    kind: carried ? 'carried' : 'measured',
    ...(level.index === null
      ? {}
      : {
          ref: {
            cells: indexCells(inputs[at] ?? [], year),
            figure: formats.number(level.index),
            sentence: t('index.of', { partner: names.area(one.on), year: year.year }),
          },
        }),
    note: t('index.note', { coverage: formats.percent(year.coverage * 100, 0), carried: year.carried }),
  })
  const yearly = (year: DependenceYear): boolean =>
    year.channels.some((channel) => channel.contribution > 0 && channel.carriedFrom !== null)
  const lines = shown.map(
    (one, at): ChartSeries<EvidenceRequest> => ({
      id: one.on,
      label: names.area(one.on),
      partner: one.on,
      role: 'band',
      points: one.years
        .filter((year) => year.year >= from && year.year <= to)
        .map((year) => point(one, at, year, year, yearly(year))),
    }),
  )
  const rings = both
    ? []
    : report.method.pillars.flatMap((pillar): ChartSeries<EvidenceRequest>[] => {
        const found = pillar.occasional ? extendedOf(report, pillar.id) : []
        return found.length < 2
          ? []
          : [
              {
                id: `${report.on} ${pillar.id}`,
                label: t('index.with', { partner: names.area(report.on), pillar: parts.inText(`pillar-${pillar.id}`) }),
                partner: report.on,
                role: 'dots',
                points: found.map(([year, level]) => point(report, 0, year, level, false)),
              },
            ]
      })
  const { change, low, high, kind } = findingOf(report)
  const ended = endOf(report, inputs[0] ?? [])
  const partner = names.areaIn(report.on, 'nominative')
  const title = both
    ? t('index.titleBoth', { a: partner, b: names.areaIn(reports[1]?.on ?? '', 'nominative') })
    : kind === 'unclear' || change === null
      ? t('index.titleUnclear', { partner })
      : t(change > 0 ? 'index.titleRose' : 'index.titleFell', {
          change: formats.number(Math.abs(change)),
          low: formats.signed(low),
          high: formats.signed(high),
        })
  const twin: Twin = {
    columns: [
      { id: 'year', label: t('table.year'), kind: 'period' },
      ...shown.flatMap((one) =>
        [t('table.index'), t('table.low'), t('table.high'), t('table.coverage')].map((label, at) => ({
          id: `${one.on}${at}`,
          label: `${names.area(one.on)}, ${label}`,
          kind: 'number' as const,
          decimals: at === 3 ? 2 : 1,
        })),
      ),
    ],
    rows: report.years.map((year) => ({
      id: String(year.year),
      cells: [
        String(year.year),
        ...shown.flatMap((one) => {
          const own = one.years.find((candidate) => candidate.year === year.year)
          return [own?.index ?? null, own?.low ?? null, own?.high ?? null, own?.coverage ?? null]
        }),
      ],
    })),
  }
  return (
    <FigureCard
      id="dependence.index"
      title={title}
      subtitle={t(rings.length > 0 ? 'index.subtitleRings' : 'index.subtitle', {
        runs: formats.number(report.method.robustness.runs, 0),
        set: setName,
        seed: report.seed,
      })}
      source={[
        t('index.source', { method: report.method.id, version: report.method.version }),
        ended.stopped.length === 0 || ended.year === null
          ? ''
          : t('index.ends', {
              year: ended.year,
              stopped: formats.list(ended.stopped.map((one) => `${parts.inText(one.channel)} (${one.year})`)),
            }),
        ended.going.length === 0
          ? ''
          : t('index.goes', { going: formats.list(ended.going.map((one) => `${parts.inText(one.channel)} (${one.year})`)) }),
      ]
        .filter((line) => line !== '')
        .join(' ')}
      twin={twin}
      actions={
        reports.length > 1 ? (
          <SegmentedControl
            size="xs"
            value={both ? 'both' : 'one'}
            onChange={(value) => setBoth(value === 'both')}
            aria-label={t('index.partners')}
            data={[
              { value: 'one', label: names.area(report.on) },
              { value: 'both', label: t('index.beside', { b: names.area(reports[1]?.on ?? '') }) },
            ]}
          />
        ) : null
      }
    >
      {drawn.length === 0 ? (
        <p>{t('index.empty')}</p>
      ) : (
        <LineChart
          name={title}
          height={290}
          unit={NUMBER}
          zero
          series={[...lines, ...rings]}
          events={events}
          baseYear={baseYear}
          from={from}
          to={to}
          onPoint={open}
        />
      )}
    </FigureCard>
  )
}
