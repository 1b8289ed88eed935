import type { Opinion } from '../../../electron/shared/contract/schema/opinion.ts'
import { netRows } from '../../../electron/shared/findings/opinion.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import classes from './opinion.module.css'
import { askerName, type Words } from './words.ts'

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
  const openMark = useMarkEvidence()
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
        onPoint={openMark(title)}
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
