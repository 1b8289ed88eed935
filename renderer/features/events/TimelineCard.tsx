import type { EventRow } from '../../../electron/shared/contract/schema/own.ts'
import { eventCategories } from '../../../electron/shared/domain/event.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'
import { yearTicks } from '../../charts/core/geometry.ts'
import { periodPosition } from '../../charts/core/periods.ts'
import { RowsChart } from '../../charts/RowsChart.tsx'
import { FigureCard } from '../../ui/figure/FigureCard.tsx'
import { useView } from '../../ui/view/useView.ts'
import { descriptionOf, type Words } from './words.ts'

/** Kinds of events as rows, years as the axis; a mark wears its partner's colour when it concerns one partner only. */
export function TimelineCard({
  events,
  words,
  onOpen,
}: {
  readonly events: readonly EventRow[]
  readonly words: Words
  readonly onOpen: (id: number) => void
}) {
  const { t, formats, names, titleOf } = words
  const { baseYear } = useView()
  const title = t('timeline.title')
  const ordered = events.toReversed()
  const positions = ordered.map((event) => periodPosition(event.date))
  const [from, to] = [Math.floor(Math.min(...positions)), Math.ceil(Math.max(...positions) + 0.2)]
  const rows = eventCategories
    .map((category) => ({ category, own: ordered.filter((event) => event.category === category) }))
    .filter(({ own }) => own.length > 0)
    .map(({ category, own }) => ({
      id: category,
      label: t(`category.${category}`),
      items: own.map((event) => ({
        key: String(event.id),
        shape: 'dot' as const,
        from: periodPosition(event.date),
        to: periodPosition(event.date),
        ...(event.partners.length === 1 && event.partners[0] !== undefined && event.partners[0] !== WORLD
          ? { partner: event.partners[0] }
          : {}),
        hollow: event.hidden || event.origin === 'user',
        tip: {
          title: formats.period(event.date),
          rows: [{ label: titleOf(event), value: '', active: true }],
          lines: [
            descriptionOf(words, event),
            event.partners.map((code) => names.area(code)).join(', '),
            event.sourceTitle,
          ].filter((line) => line !== ''),
        },
        ref: event.id,
      })),
    }))
  return (
    <FigureCard
      id="events.timeline"
      title={title}
      subtitle={t('timeline.subtitle')}
      source={t('timeline.source')}
      twin={{
        columns: [
          { id: 'date', label: t('column.date'), kind: 'text' },
          { id: 'event', label: t('column.event'), kind: 'text' },
          { id: 'category', label: t('column.category'), kind: 'text' },
          { id: 'partners', label: t('column.partners'), kind: 'text' },
          { id: 'source', label: t('column.source'), kind: 'text' },
        ],
        rows: events.map((event) => ({
          id: String(event.id),
          cells: [
            formats.period(event.date),
            titleOf(event),
            t(`category.${event.category}`),
            event.partners.map((code) => names.area(code)).join(', '),
            event.sourceTitle,
          ],
        })),
      }}
    >
      <RowsChart<number>
        name={title}
        summary={t('timeline.subtitle')}
        onPoint={onOpen}
        layout={{
          rows,
          rowHeight: 30,
          labelWidth: 130,
          lines: baseYear > from && baseYear < to ? [{ at: baseYear, label: String(baseYear), dashed: true }] : [],
          axis: { domain: [from, to], ticks: yearTicks(from, to, 9), format: String },
        }}
      />
    </FigureCard>
  )
}
