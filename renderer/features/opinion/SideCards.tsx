// The smaller charts of the opinion screen: two questions side by side, net figures, protests, the same question elsewhere.
import type { Opinion, PollQuestion } from '../../../electron/shared/contract/schema/opinion.ts'
import { answerOf, type Contrast, netRows, overlaps, spanOf } from '../../../electron/shared/findings/opinion.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { niceTicks, yearTicks } from '../../charts/core/geometry.ts'
import { type RowOf, RowsChart } from '../../charts/RowsChart.tsx'
import { worded } from '../../language/wording.ts'
import { type CellRef, useEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import classes from './opinion.module.css'
import { askerName, percentText, pointLines, questionName, sampleLine, type Words } from './words.ts'

interface Shared {
  readonly reporter: string
  readonly partner: string
  readonly words: Words
}

const percentAxis = ({ formats }: Words) => ({
  domain: [0, 100] as const,
  ticks: [0, 50, 100],
  format: (tick: number) => (tick === 100 ? formats.percent(tick, 0) : String(tick)),
})

function singleRows(
  questions: readonly PollQuestion[],
  words: Words,
  name: (question: PollQuestion) => string,
): readonly RowOf<CellRef>[] {
  return questions.map((question) => ({
    id: question.id,
    label: name(question),
    note: sampleLine(words, question),
    items: question.points.map((point, index) => ({
      key: point.period,
      shape: 'dot' as const,
      from: point.value,
      to: point.value,
      partner: question.partner,
      hollow: index < question.points.length - 1,
      openEnd: point.bound === 'atLeast',
      label: index === question.points.length - 1 ? percentText(words, point) : point.period.slice(0, 4),
      tip: {
        title: words.formats.period(point.period),
        rows: [{ label: name(question), value: percentText(words, point), active: true }],
        lines: pointLines(words, point),
      },
      ref: point.cell,
    })),
  }))
}

const pollTwin = (questions: readonly PollQuestion[], words: Words, name: (question: PollQuestion) => string) => ({
  columns: [
    { id: 'question', label: words.t('column.question'), kind: 'text' as const },
    { id: 'period', label: words.t('column.period'), kind: 'period' as const },
    { id: 'value', label: words.t('column.value'), kind: 'number' as const },
  ],
  rows: questions.flatMap((question) =>
    question.points.map((point) => ({
      id: `${question.id} ${point.period}`,
      cells: [name(question), point.period, point.value],
      refs: [null, null, point.cell],
    })),
  ),
})

/** Favour for a country and approval of its leadership in one year: why nothing joins them. */
export function ContrastCard({ contrast, reporter, partner, words }: Shared & { readonly contrast: Contrast }) {
  const { t, formats, names } = words
  const { open } = useEvidence()
  const values = { ...areaWords(names, 'reporter', reporter), ...areaWords(names, 'partner', partner), year: contrast.year }
  const title = t('contrast.title')
  const two = [contrast.country, contrast.leadership].map(({ question, point }) => ({ ...question, points: [point] }))
  const name = (question: PollQuestion): string => questionName(words, question)
  return (
    <FigureCard id="opinion.contrast" title={title} subtitle={t('contrast.subtitle', values)} twin={pollTwin(two, words, name)}>
      <RowsChart<CellRef>
        name={title}
        onPoint={(cell) => open({ cells: [cell], figure: '', sentence: title })}
        layout={{ rows: singleRows(two, words, name), axis: percentAxis(words), rowHeight: 46 }}
      />
      <p className={classes.text}>{t('contrast.text', { gap: formats.number(Math.abs(contrast.gap), 0) })}</p>
    </FigureCard>
  )
}

/** Favourable minus unfavourable and the like, where both are known. */
export function NetCard({
  opinion,
  reporter,
  partners,
  words,
}: {
  readonly opinion: Opinion
  readonly reporter: string
  readonly partners: readonly string[]
  readonly words: Words
}) {
  const { t, formats, names } = words
  const { open } = useEvidence()
  const rows = netRows(opinion.net, partners)
  const title = t('net.title')
  if (rows.length === 0)
    return (
      <Card title={title} subtitle={t('net.subtitle')}>
        <p className={classes.text}>{t('net.empty', areaWords(names, 'reporter', reporter))}</p>
      </Card>
    )
  const label = (row: (typeof rows)[number]): string => `${names.area(row.line.partner)}: ${names.indicator(row.line.positive)}`
  return (
    <FigureCard
      id="opinion.net"
      title={title}
      subtitle={t('net.subtitle')}
      twin={{
        columns: [
          { id: 'question', label: t('column.question'), kind: 'text' },
          { id: 'period', label: t('column.period'), kind: 'period' },
          { id: 'net', label: t('column.net'), kind: 'number', decimals: 0 },
        ],
        rows: rows.flatMap((row) =>
          row.line.points.map((point) => ({
            id: `${row.line.id} ${point.period}`,
            cells: [label(row), point.period, point.net],
            refs: [null, null, point.cells[0]],
          })),
        ),
      }}
    >
      <RowsChart<readonly CellRef[]>
        name={title}
        onPoint={(cells) => open({ cells, figure: '', sentence: title })}
        layout={{
          rowHeight: 44,
          rows: rows.map((row) => ({
            id: row.line.id,
            label: label(row),
            note: askerName(words, row.line.pollster),
            items: [
              ...(row.first
                ? [{ key: 'change', shape: 'change' as const, from: row.first.net, to: row.last.net, partner: row.line.partner }]
                : []),
              ...row.line.points.map((point, index) => ({
                key: point.period,
                shape: 'dot' as const,
                from: point.net,
                to: point.net,
                partner: row.line.partner,
                hollow: index < row.line.points.length - 1,
                label:
                  index === row.line.points.length - 1 ? `${formats.signed(point.net, 0)} · ${point.year}` : String(point.year),
                tip: {
                  title: formats.period(point.period),
                  rows: [
                    { label: names.indicator(row.line.positive), value: formats.percent(point.positive, 0) },
                    { label: names.indicator(row.line.negative), value: formats.percent(point.negative, 0) },
                    { label: t('column.net'), value: formats.signed(point.net, 0), active: true },
                  ],
                  lines: [
                    point.margin === null ? t('tip.noSample') : t('net.margin', { margin: formats.number(point.margin, 1) }),
                  ],
                },
                ref: point.cells,
              })),
            ],
          })),
          axis: { domain: [-100, 100], ticks: [-100, -50, 0, 50, 100], format: (tick) => formats.signed(tick, 0) },
        }}
      />
    </FigureCard>
  )
}

/** Counts over their own spans. They overlap and come from different trackers, so each has a row. */
export function ProtestsCard({
  opinion,
  reporter,
  words,
}: {
  readonly opinion: Opinion
  readonly reporter: string
  readonly words: Words
}) {
  const { t, formats, names } = words
  const { open } = useEvidence()
  const title = t('protests.title')
  if (opinion.protests.length === 0)
    return (
      <Card title={title}>
        <p className={classes.text}>{t('protests.none', areaWords(names, 'reporter', reporter))}</p>
      </Card>
    )
  const count = (protest: Opinion['protests'][number]): string => {
    const value = formats.number(protest.value, 0)
    return protest.bound === 'atLeast'
      ? t('protests.atLeast', { value })
      : protest.bound === 'about'
        ? t('protests.about', { value })
        : value
  }
  const spans = opinion.protests.map((protest) => spanOf(protest.period))
  const [from, to] = [Math.floor(Math.min(...spans.map(([start]) => start))), Math.ceil(Math.max(...spans.map(([, end]) => end)))]
  return (
    <FigureCard
      id="opinion.protests"
      title={title}
      subtitle={t('protests.subtitle')}
      source={overlaps(opinion.protests) ? t('protests.overlap') : undefined}
      twin={{
        columns: [
          { id: 'what', label: t('column.what'), kind: 'text' },
          { id: 'period', label: t('column.period'), kind: 'period' },
          { id: 'count', label: t('column.count'), kind: 'number', decimals: 0 },
        ],
        rows: opinion.protests.map((protest) => ({
          id: `${protest.indicator} ${protest.period}`,
          cells: [names.indicator(protest.indicator), protest.period, protest.value],
          refs: [null, null, protest.cell],
        })),
      }}
    >
      <RowsChart<CellRef>
        name={title}
        onPoint={(cell) => open({ cells: [cell], figure: '', sentence: title })}
        layout={{
          rowHeight: 40,
          rows: opinion.protests.map((protest) => {
            const [start, end] = spanOf(protest.period)
            return {
              id: `${protest.indicator} ${protest.period}`,
              label: names.indicator(protest.indicator),
              note: formats.period(protest.period),
              items: [
                {
                  key: protest.period,
                  shape: 'span' as const,
                  from: start,
                  to: end,
                  ...(protest.partner === 'WLD' ? {} : { partner: protest.partner }),
                  openEnd: protest.bound === 'atLeast',
                  label: count(protest),
                  tip: {
                    title: formats.period(protest.period),
                    rows: [{ label: names.indicator(protest.indicator), value: count(protest), active: true }],
                    lines: [worded(formats.language, protest.note), names.source(protest.cell.source)].filter(
                      (line) => line !== '',
                    ),
                  },
                  ref: protest.cell,
                },
              ],
            }
          }),
          axis: { domain: [from, to], ticks: yearTicks(from, to, 5), format: String },
        }}
      />
    </FigureCard>
  )
}

/** Gallup's question about a leadership, asked in the world and in several countries of the region together. */
export function BenchmarkCard({
  opinion,
  partner,
  words,
}: {
  readonly opinion: Opinion
  readonly partner: string
  readonly words: Words
}) {
  const { t, names } = words
  const { open } = useEvidence()
  const rows = opinion.benchmarks.filter(
    (question) => question.partner === partner && answerOf(question.indicator) === 'leadership_approval',
  )
  if (rows.length === 0) return null
  const title = t('benchmark.title')
  const name = (question: PollQuestion): string =>
    question.reporter === 'WLD'
      ? t('benchmark.WLD')
      : worded(words.formats.language, question.points[0]?.note ?? '') || t('benchmark.OTH')
  return (
    <FigureCard
      id="opinion.benchmark"
      title={title}
      subtitle={t('benchmark.subtitle', areaWords(names, 'partner', partner))}
      twin={pollTwin(rows, words, name)}
    >
      <RowsChart<CellRef>
        name={title}
        onPoint={(cell) => open({ cells: [cell], figure: '', sentence: title })}
        layout={{
          rows: singleRows(rows, words, name),
          axis: { ...percentAxis(words), ticks: [...niceTicks(0, 100, { most: 2 })] },
          rowHeight: 46,
        }}
      />
    </FigureCard>
  )
}
