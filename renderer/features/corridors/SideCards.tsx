// What stands around the map: the share that crosses a country, the Middle Corridor, containers, ports, stoppages, and all the rest.
import type { Corridors } from '../../../electron/shared/contract/schema/corridors.ts'
import type { Reading, ReadingLine } from '../../../electron/shared/contract/schema/readings.ts'
import { incidents, lastFall, lineOf, longestGap, restOf, ticksOf, yearly } from '../../../electron/shared/findings/corridors.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import { BarChart } from '../../charts/BarChart.tsx'
import type { ChartPoint, ChartSeries } from '../../charts/core/types.ts'
import { PERCENT } from '../../charts/core/values.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import type { UnitFormat } from '../../language/formats.ts'
import { worded } from '../../language/wording.ts'
import { type CellRef, EvidenceNumber, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { useView } from '../../ui/view/useView.ts'
import classes from './corridors.module.css'
import { incidentText } from './incidentTexts.ts'
import { readingLines, type Words } from './words.ts'

interface Props {
  readonly value: Corridors
  readonly words: Words
}

const unit = (short: string, decimals: number): UnitFormat => ({ code: '', short: { en: short, ru: short, kk: short }, decimals })

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

/** Per cent of oil exports that crosses a country, a capsule per year. */
export function ShareCard({ value, words, partner }: Props & { readonly partner: string }) {
  const { t, names, formats } = words
  const { open } = useEvidence()
  const { baseYear } = useView()
  const points = value.oil.crossing.find((one) => one.partner === partner)?.points ?? []
  if (points.length === 0) return null
  const title = t('share.title', areaWords(names, 'partner', partner))
  const gap = longestGap(ticksOf(value))
  return (
    <FigureCard
      id="corridors.share"
      title={title}
      subtitle={t('share.subtitle')}
      source={t('share.source')}
      twin={{
        columns: [
          { id: 'period', label: t('column.period'), kind: 'period' },
          { id: 'low', label: t('column.low'), kind: 'number' },
          { id: 'high', label: t('column.high'), kind: 'number' },
        ],
        rows: points.map((point) => ({
          id: point.period,
          cells: [point.period, point.low, point.high],
          refs: [null, point.cells[0], point.cells[0]],
        })),
      }}
    >
      <LineChart<readonly CellRef[]>
        name={title}
        summary={points
          .map((point) => `${formats.period(point.period)}: ${formats.percentRange(point.low, point.high)}`)
          .join('; ')}
        height={210}
        unit={{ ...PERCENT, decimals: 0 }}
        zero
        top={100}
        baseYear={baseYear}
        {...(gap ? { gaps: [{ from: String(gap.from), to: String(gap.to), reason: t('share.gap') }] } : {})}
        onPoint={(cells) => open({ cells, figure: '', sentence: title })}
        series={[
          {
            id: partner,
            label: names.area(partner),
            partner,
            role: 'ranges',
            points: points.map((point) => ({
              period: String(point.year),
              value: point.value,
              low: point.low,
              high: point.high,
              source: point.sources.join(', '),
              note: point.period === String(point.year) ? '' : formats.period(point.period),
              ref: point.cells,
            })),
          },
        ]}
      />
    </FigureCard>
  )
}

export function MiddleCorridorCard({ value, words }: Props) {
  const { t, formats } = words
  const { open } = useEvidence()
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
        height={200}
        unit={unit(t('map.mt'), 2)}
        bars={readings.map((reading) => ({
          id: reading.period,
          label: String(reading.year),
          value: reading.value,
          strong: reading === last,
          lines: readingLines(words, reading, 2),
          ref: reading.cell,
        }))}
        onPoint={(cell) => open({ cells: [cell], figure: '', sentence: title })}
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

interface LinesProps extends Props {
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
  const { open } = useEvidence()
  const periods = [...new Set(series.flatMap((one) => one.points.map((point) => point.period)))].sort().reverse()
  return (
    <FigureCard
      id={id}
      title={title}
      subtitle={subtitle}
      source={source}
      twin={{
        columns: [
          { id: 'period', label: t('column.period'), kind: 'period' },
          ...series.map((one) => ({ id: one.id, label: one.label, kind: 'number' as const, decimals: unitFormat.decimals })),
        ],
        rows: periods.map((period) => {
          const found = series.map((one) => one.points.find((point) => point.period === period))
          return {
            id: period,
            cells: [period, ...found.map((point) => point?.value ?? null)],
            refs: [null, ...found.map((point) => point?.ref)],
          }
        }),
      }}
    >
      <LineChart<CellRef>
        name={title}
        summary={subtitle}
        height={220}
        unit={unitFormat}
        zero
        series={series}
        onPoint={(cell) => open({ cells: [cell], figure: '', sentence: title })}
      />
    </FigureCard>
  )
}

export function ContainerCard({ value, words }: Props) {
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

export function PortsCard({ value, words }: Props) {
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

export function IncidentsCard({ value, words }: Props) {
  const { t, formats } = words
  const readings = incidents(value)
  const [first] = readings
  if (!first) return null
  const title = t('stops.title', { count: readings.length, year: first.year })
  return (
    <FigureCard
      id="corridors.incidents"
      kind="table"
      title={title}
      subtitle={t('stops.subtitle')}
      source={t('stops.source')}
      twin={{
        columns: [
          { id: 'day', label: t('column.period'), kind: 'period' },
          { id: 'what', label: t('column.what'), kind: 'text' },
        ],
        rows: readings.toReversed().map((reading) => ({
          id: reading.period,
          cells: [reading.period, incidentText(words, reading.note)],
          refs: [reading.cell],
        })),
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <ul className={classes.incidents} tabIndex={0} aria-label={title}>
        {readings.toReversed().map((reading) => (
          <li key={reading.period}>
            <EvidenceNumber cells={[reading.cell]} sentence={incidentText(words, reading.note)}>
              {formats.period(reading.period)}
            </EvidenceNumber>
            <span>{incidentText(words, reading.note)}</span>
          </li>
        ))}
      </ul>
    </FigureCard>
  )
}

/** A line by its indicator, and by its partner where that is not the world: imports of electricity from all and from Russia are two lines. */
const lineName = (line: ReadingLine, names: Names): string =>
  line.partner === 'WLD' || line.partner === '_Z'
    ? names.indicator(line.indicator)
    : `${names.indicator(line.indicator)}: ${names.area(line.partner)}`

/** Readings that no chart shows, so that nothing on record is out of reach. */
export function RestCard({ value, words }: Props) {
  const { t, names, formats } = words
  const { open } = useEvidence()
  const rest = restOf(value)
  if (rest.length === 0) return null
  const title = t('rest.title')
  return (
    <FigureCard
      id="corridors.rest"
      kind="table"
      title={title}
      subtitle={t('rest.subtitle')}
      twin={{
        columns: [
          { id: 'indicator', label: t('column.indicator'), kind: 'text' },
          { id: 'period', label: t('column.period'), kind: 'period' },
          { id: 'value', label: t('column.value'), kind: 'number', decimals: 2 },
          { id: 'unit', label: t('column.unit'), kind: 'text' },
          { id: 'note', label: t('column.note'), kind: 'text' },
        ],
        rows: value.lines.flatMap((line) =>
          line.readings.map((reading) => ({
            id: `${line.indicator} ${line.partner} ${reading.period}`,
            cells: [
              lineName(line, names),
              reading.period,
              reading.value,
              names.unitShort(line.unit),
              worded(formats.language, reading.note),
            ],
            refs: [null, null, reading.cell],
          })),
        ),
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <ul className={classes.incidents} tabIndex={0} aria-label={title}>
        {rest.map(({ line, reading }) => (
          <li key={`${line.indicator} ${line.partner}`} style={{ gridTemplateColumns: 'minmax(0, 1fr) auto 92px' }}>
            <span>{lineName(line, names)}</span>
            <button
              type="button"
              className={classes.figure}
              onClick={() =>
                open({ cells: [reading.cell], figure: formats.compact(reading.value), sentence: lineName(line, names) })
              }
            >
              {formats.value(
                reading.value,
                line.unit === 'COUNT' ? null : names.unitOf(line.unit),
                line.unit === 'COUNT' ? 0 : undefined,
              )}
            </button>
            <span className={classes.pct}>{formats.period(reading.period)}</span>
          </li>
        ))}
      </ul>
    </FigureCard>
  )
}
