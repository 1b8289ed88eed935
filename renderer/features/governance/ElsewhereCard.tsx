import type { Governance } from '../../../electron/shared/contract/schema/governance.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { useView } from '../../ui/view/useView.ts'
import { placeOf } from './prepare.ts'
import type { Words } from './words.ts'

interface Props {
  readonly value: Governance
  readonly words: Words
}

/** Newest score of every country on record, the reporter's own filled. */
export function ElsewhereCard({ value, words }: Props) {
  const { t, formats, names } = words
  const openMark = useMarkEvidence()
  const { reporter } = useView()
  const place = placeOf(value.elsewhere, reporter)
  const title = place
    ? t('elsewhere.title', { reporter: names.area(reporter), place: place.place, of: place.of })
    : t('elsewhere.titleNone')
  return (
    <FigureCard
      id="governance.elsewhere"
      title={title}
      subtitle={t('elsewhere.subtitle')}
      twin={{
        columns: [
          { id: 'country', label: t('column.country'), kind: 'text' },
          { id: 'year', label: t('column.year'), kind: 'period' },
          { id: 'score', label: t('column.score'), kind: 'number', decimals: 0 },
        ],
        rows: value.elsewhere.map((one) => ({
          id: one.reporter,
          cells: [names.area(one.reporter), String(one.year), one.value],
          refs: [null, null, one.cell],
        })),
      }}
    >
      <RowsChart<CellRef>
        name={title}
        onPoint={openMark(title)}
        layout={{
          rowHeight: 24,
          rows: value.elsewhere.map((one) => ({
            id: one.reporter,
            label: names.area(one.reporter),
            items: [
              {
                key: 'score',
                shape: 'dot',
                from: one.value,
                to: one.value,
                hollow: one.reporter !== reporter,
                label: `${formats.number(one.value, 0)} · ${one.year}`,
                tip: {
                  title: names.area(one.reporter),
                  rows: [{ label: String(one.year), value: formats.number(one.value, 0), active: true }],
                  lines: [names.source(one.cell.source)],
                },
                ref: one.cell,
              },
            ],
          })),
          axis: { domain: [0, 100], ticks: [0, 50, 100], format: String },
        }}
      />
    </FigureCard>
  )
}
