// Cargo over the years: the Middle Corridor, containers, the Caspian ports.
import type { Reading } from '../../../electron/shared/contract/schema/readings.ts'
import { lastFall, lineOf, yearly } from '../../../electron/shared/findings/corridors.ts'
import { BarChart } from '../../charts/BarChart.tsx'
import { seriesTwin } from '../../charts/core/twin.ts'
import type { ChartPoint, ChartSeries } from '../../charts/core/types.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import type { UnitFormat } from '../../language/formats.ts'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import type { CorridorsCardProps } from './cardProps.ts'
import { readingLines, type Words } from './words.ts'

const unit = (short: string, decimals: number): UnitFormat => ({
  code: '',
  short: { en: short, ru: short, kk: short },
  decimals,
})

function pointOf(words: Words, reading: Reading, decimals: number, factor = 1): ChartPoint<CellRef> {
  return {
    period: reading.period,
    value: reading.value * factor,
    ...(reading.bound === 'exact' ? {} : { kind: 'estimated' as const }),
    source: words.names.source(reading.cell.source),
    note: readingLines(words, reading, decimals).slice(0, -1).join('; '),
    ref: reading.cell,
  }
}

/** Cargo of the Middle Corridor by year in Mt; a year without a figure is a gap. */
export function MiddleCorridorCard({ value, words }: CorridorsCardProps) {
  const { t, formats } = words
  const openMark = useMarkEvidence()
  const readings = yearly(lineOf(value, 'route.titr_cargo_mt'))
  const [before, last] = [readings.at(-2), readings.at(-1)]
  if (!last) return null
  const fell = before !== undefined && last.value < before.value
  const earlier = lastFall(readings.slice(0, -1))
  const title = !before
    ? t('route.titr')
    : fell && earlier
      ? t('titr.firstFall', { year: last.year, before: earlier.year })
      : t(fell ? 'titr.fell' : 'titr.rose', { year: last.year })
  return (
    <FigureCard
      id="corridors.middle"
      title={title}
      subtitle={t('titr.subtitle')}
      source={t('titr.source')}
      twin={{
        columns: [
          { id: 'year', label: t('column.year'), kind: 'period' },
          { id: 'value', label: t('map.mt'), kind: 'number', decimals: 3 },
        ],
        rows: readings.map((reading) => ({
          id: reading.period,
          cells: [reading.period, reading.value],
          refs: [null, reading.cell],
        })),
      }}
    >
      <BarChart<CellRef>
        name={title}
        summary={readings.map((reading) => `${reading.year}: ${formats.number(reading.value, 2)}`).join('; ')}
        height={160}
        unit={unit(t('map.mt'), 2)}
        bars={readings.map((reading) => ({
          id: reading.period,
          label: String(reading.year),
          value: reading.value,
          strong: reading === last,
          lines: readingLines(words, reading, 2),
          ref: reading.cell,
        }))}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}

const containers = [
  ['route.transit_teu', 'teu.transit', 'main'],
  ['route.khorgos_teu', 'teu.khorgos', 'dots'],
  ['route.titr_teu', 'teu.titr', 'dots'],
  ['route.china_europe_teu', 'teu.europe', 'dots'],
] as const

interface LinesProps extends CorridorsCardProps {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly unit: UnitFormat
  readonly series: readonly ChartSeries<CellRef>[]
}

/** A chart of readings with its table: a column per line, newest year first. */
function ReadingsCard({ id, title, subtitle, source, unit: unitFormat, series, words }: LinesProps) {
  const { t } = words
  const openMark = useMarkEvidence()
  return (
    <FigureCard
      id={id}
      title={title}
      subtitle={subtitle}
      source={source}
      twin={seriesTwin(series, { period: t('column.period') }, unitFormat.decimals)}
    >
      <LineChart<CellRef>
        name={title}
        summary={subtitle}
        height="fill"
        unit={unitFormat}
        zero
        series={series}
        onPoint={openMark(title)}
      />
    </FigureCard>
  )
}

/** Containers by route and year as each source counts them: lines of their own, never added up. */
export function ContainerCard({ value, words }: CorridorsCardProps) {
  const { t } = words
  const series = containers.flatMap(([indicator, key, role]): ChartSeries<CellRef>[] => {
    const readings = yearly(lineOf(value, indicator))
    return readings.length === 0
      ? []
      : [{ id: indicator, label: t(key), role, points: readings.map((reading) => pointOf(words, reading, 0, 0.001)) }]
  })
  if (series.length === 0) return null
  return (
    <ReadingsCard
      value={value}
      words={words}
      id="corridors.containers"
      title={t('teu.title')}
      subtitle={t('teu.subtitle')}
      source={t('teu.source')}
      unit={unit('', 0)}
      series={series}
    />
  )
}

/** Cargo of the Caspian ports by year in Mt, oil beside the rest. */
export function PortsCard({ value, words }: CorridorsCardProps) {
  const { t } = words
  const all = yearly(lineOf(value, 'route.aktau_port_mt'))
  const oil = yearly(lineOf(value, 'route.aktau_port_oil_mt'))
  const kuryk = yearly(lineOf(value, 'route.kuryk_port_mt'))
  const in2006 = all.find(({ year }) => year === 2006)
  const last = all.at(-1)
  if (!last) return null
  const line = (id: string, label: string, readings: readonly Reading[], role: ChartSeries['role']): ChartSeries<CellRef>[] =>
    readings.length === 0
      ? []
      : [{ id, label, ...(role ? { role } : {}), points: readings.map((reading) => pointOf(words, reading, 2)) }]
  const fell = in2006 && last.year === 2022 && last.value < in2006.value
  return (
    <ReadingsCard
      value={value}
      words={words}
      id="corridors.ports"
      title={t(fell ? 'ports.title' : 'ports.titlePlain')}
      subtitle={t('ports.subtitle')}
      source={t('ports.source')}
      unit={unit(t('map.mt'), 1)}
      series={[
        ...line('all', t('ports.all'), all, 'main'),
        ...line('oil', t('ports.oil'), oil, 'second'),
        ...line('kuryk', t('ports.kuryk'), kuryk, 'dots'),
      ]}
    />
  )
}
