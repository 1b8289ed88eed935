import { useTranslation } from 'react-i18next'
import type { CompareAnswer, CompareMeasure } from '../../../electron/shared/contract/schema/compare.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import type { ChartSeries } from '../../charts/core/types.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { SlopeChart } from '../../charts/SlopeChart.tsx'
import { useFormats } from '../../language/useFormats.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { Picker } from '../../ui/pickers/Picker.tsx'
import classes from './compare.module.css'
import { medianLine, rankingOf, readAtBoth, type Span } from './prepare.ts'
import { useMeasureFormat } from './useCompare.ts'

interface Props {
  readonly answer: CompareAnswer
  readonly measure: CompareMeasure
  readonly reporter: string
}

/** Every country at two dates: who rose, who fell, and the median between them. */
export function SlopeCard({ answer, measure, reporter, from, to, span }: Props & { from: number; to: number; span: Span }) {
  const { t } = useTranslation('compare')
  const names = useNames()
  const formats = useFormats()
  const { unit, decimals } = useMeasureFormat(measure.unit)
  const [then, now] = [rankingOf(measure, answer.reporters, from, span), rankingOf(measure, answer.reporters, to, span)]
  const at = (ranking: typeof then, code: string): number | null =>
    ranking.rows.find((row) => row.reporter === code)?.value ?? null
  const both = readAtBoth(measure, answer.reporters, [from, to], span)
  const rose = both.filter((code) => (at(now, code) ?? 0) > (at(then, code) ?? 0)).length
  const when = (year: number): string => (span === 'year' ? String(year) : formats.years(year - 4, year))
  const title = t('slope.title', { rose, count: both.length })
  const medianIn = (year: number): number | null => rankingOf(measure, both, year, span).median
  const median = { id: '_M', label: t('medianShort'), base: medianIn(from), latest: medianIn(to) }
  return (
    <FigureCard
      id={`compare.slope.${measure.id}`}
      title={title}
      subtitle={t('slope.subtitle', { measure: t(`measure.${measure.id}`), from: when(from), to: when(to) })}
      source={t('slope.source')}
      twin={{
        columns: [
          { id: 'country', label: t('table.country'), kind: 'text' },
          { id: 'then', label: when(from), kind: 'number', decimals },
          { id: 'now', label: when(to), kind: 'number', decimals },
          { id: 'change', label: t('table.change'), kind: 'number', decimals },
        ],
        rows: both.map((code) => ({
          id: code,
          cells: [names.area(code), at(then, code), at(now, code), (at(now, code) ?? 0) - (at(then, code) ?? 0)],
        })),
      }}
    >
      <SlopeChart
        name={title}
        height={380}
        unit={unit}
        baseLabel={when(from)}
        latestLabel={when(to)}
        items={[
          ...both.map((code) => ({
            id: code,
            label: names.area(code),
            base: at(then, code),
            latest: at(now, code),
            ...(code === reporter ? { partner: answer.on } : {}),
          })),
          { ...median, strong: true },
        ]}
      />
    </FigureCard>
  )
}

function linesOf(
  measure: CompareMeasure,
  codes: readonly (readonly [string, ChartSeries['partner'], ChartSeries['role']])[],
  names: Pick<Names, 'source'>,
  label: (code: string) => string,
): ChartSeries[] {
  return codes.flatMap(([code, partner, role]) => {
    const points = measure.lines.find((line) => line.reporter === code)?.points ?? []
    return points.length === 0
      ? []
      : [
          {
            id: code,
            label: label(code),
            ...(partner === undefined ? {} : { partner }),
            ...(role === undefined ? {} : { role }),
            points: points.map((point) => ({
              period: String(point.year),
              value: point.value,
              source: names.source(point.source),
            })),
          },
        ]
  })
}

/** One country against another, with the median of all. */
export function AgainstCard({
  answer,
  measure,
  reporter,
  other,
  setOther,
}: Props & { other: string; setOther: (code: string) => void }) {
  const { t } = useTranslation('compare')
  const names = useNames()
  const { unit, decimals } = useMeasureFormat(measure.unit)
  const second = other === reporter ? (answer.reporters.find((code) => code !== reporter) ?? other) : other
  const median: ChartSeries = {
    id: '_M',
    label: t('medianShort'),
    role: 'second',
    points: medianLine(measure).map((point) => ({ period: String(point.year), value: point.value })),
  }
  const lines = linesOf(
    measure,
    [
      [reporter, answer.on, 'main'],
      [second, undefined, 'main'],
    ],
    names,
    (code) => names.area(code),
  )
  const series = [...lines, median]
  const title = t('against.title', { a: names.area(reporter), b: names.area(second) })
  const years = [...new Set(series.flatMap((one) => one.points.map((point) => point.period)))].sort().reverse()
  return (
    <FigureCard
      id={`compare.against.${measure.id}`}
      title={title}
      subtitle={t(measure.id === 'index' ? 'about.indexLine' : `about.${measure.id}`, { partner: names.area(answer.on) })}
      twin={{
        columns: [
          { id: 'year', label: t('table.year'), kind: 'period' },
          ...series.map((one) => ({ id: one.id, label: one.label, kind: 'number' as const, decimals })),
        ],
        rows: years.map((year) => ({
          id: year,
          cells: [year, ...series.map((one) => one.points.find((point) => point.period === year)?.value ?? null)],
        })),
      }}
    >
      <div className={classes.row}>
        <Picker
          label={t('against.with')}
          text={names.area(second)}
          options={answer.reporters.filter((code) => code !== reporter).map((code) => ({ value: code, label: names.area(code) }))}
          chosen={[second]}
          onPick={setOther}
        />
      </div>
      <LineChart name={title} height={250} unit={unit} zero series={series} />
    </FigureCard>
  )
}

/** Every country in a small chart of its own, all on one scale, with the median in grey. */
export function MultiplesCard({ answer, measure, reporter }: Props) {
  const { t } = useTranslation('compare')
  const names = useNames()
  const { unit, decimals, text } = useMeasureFormat(measure.unit)
  const all = measure.lines.flatMap((line) => line.points)
  const [from, to] = [Math.min(...all.map((point) => point.year)), Math.max(...all.map((point) => point.year))]
  const top = Math.max(...all.map((point) => point.value))
  const median = medianLine(measure).map((point) => ({ period: String(point.year), value: point.value }))
  const order = [...measure.lines].sort(
    (a, b) =>
      Number(b.reporter === reporter) - Number(a.reporter === reporter) ||
      (b.points.at(-1)?.value ?? 0) - (a.points.at(-1)?.value ?? 0),
  )
  const title = t('multiples.title', { measure: t(`measure.${measure.id}`) })
  const years = [...new Set(all.map((point) => point.year))].sort((a, b) => b - a)
  return (
    <FigureCard
      id={`compare.multiples.${measure.id}`}
      title={title}
      subtitle={t('multiples.subtitle', { partner: names.area(answer.on) })}
      source={t(measure.id === 'index' ? 'multiples.index' : 'multiples.median', {
        partner: names.areaIn(answer.on, 'nominative'),
      })}
      twin={{
        columns: [
          { id: 'year', label: t('table.year'), kind: 'period' },
          ...order.map((line) => ({ id: line.reporter, label: names.area(line.reporter), kind: 'number' as const, decimals })),
        ],
        rows: years.map((year) => ({
          id: String(year),
          cells: [String(year), ...order.map((line) => line.points.find((point) => point.year === year)?.value ?? null)],
        })),
      }}
    >
      <div className={classes.multiples}>
        {order.map((line) => (
          <div key={line.reporter}>
            <h3>
              {names.area(line.reporter)} <span>{text(line.points.at(-1)?.value ?? null)}</span>
            </h3>
            <LineChart
              name={`${names.area(line.reporter)}, ${title}`}
              height={96}
              unit={unit}
              zero
              top={top}
              from={from}
              to={to}
              endLabels={false}
              series={[
                { id: '_M', label: t('medianShort'), role: 'second', points: median },
                {
                  id: line.reporter,
                  label: names.area(line.reporter),
                  ...(line.reporter === reporter ? { partner: answer.on } : {}),
                  points: line.points.map((point) => ({
                    period: String(point.year),
                    value: point.value,
                    source: names.source(point.source),
                  })),
                },
              ]}
            />
          </div>
        ))}
      </div>
    </FigureCard>
  )
}
