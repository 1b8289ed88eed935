import type { Opinion } from '../../../electron/shared/contract/schema/opinion.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { overlaps, spanOf } from '../../../electron/shared/findings/opinion.ts'
import { areaWords } from '../../../electron/shared/language/areaWords.ts'
import { yearTicks } from '../../charts/core/geometry.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { worded } from '../../language/wording.ts'
import { type CellRef, useMarkEvidence } from '../../ui/evidence/evidence.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { Card } from '../../ui/parts/Card.tsx'
import classes from './opinion.module.css'
import type { Words } from './words.ts'

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
  const openMark = useMarkEvidence()
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
        onPoint={openMark(title)}
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
                  ...(protest.partner === WORLD ? {} : { partner: protest.partner }),
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
