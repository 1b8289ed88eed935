import { closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { type KeyboardEvent, useRef } from 'react'
import { useSay } from '../../../language/useSay.ts'
import classes from '../briefings.module.css'

export interface OutlineRow {
  readonly id: string
  readonly title: string
  /** figures changed since the last refresh */
  readonly stale: boolean
  /** the country lacks the figures: the slide is left out */
  readonly missing: boolean
}

interface RowProps {
  readonly row: OutlineRow
  readonly number: number
  readonly current: boolean
  readonly pick: (id: string) => void
  readonly move: (id: string, by: number) => void
}

function Row({ row, number, current, pick, move }: RowProps) {
  const t = useSay('briefings')
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: row.id,
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(row.id, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), ...(transition ? { transition } : {}) }}
      className={classes.outlineRow}
      data-current={current || undefined}
      data-dragging={isDragging || undefined}
    >
      <button
        type="button"
        className={classes.handle}
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={t('outline.handle', { title: row.title })}
      >
        <svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true">
          <path
            d="M3 3h.01M7 3h.01M3 8h.01M7 8h.01M3 13h.01M7 13h.01"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
          />
        </svg>
      </button>
      <button
        type="button"
        className={classes.outlineTitle}
        aria-current={current ? 'true' : undefined}
        onClick={() => pick(row.id)}
        onKeyDown={onKeyDown}
      >
        <span className={classes.outlineNumber}>{number}</span>
        <span>{row.title}</span>
        {row.stale ? (
          <span className={classes.dot} role="img" aria-label={t('stale')} title={t('stale')} />
        ) : row.missing ? (
          <span className={classes.facts}>{t('leftOut')}</span>
        ) : null}
      </button>
    </li>
  )
}

interface Props {
  readonly rows: readonly OutlineRow[]
  readonly current: string | null
  readonly pick: (id: string) => void
  /** puts a slide at a place, from 0 */
  readonly place: (id: string, to: number) => void
}

/** The slides in order: dragged by mouse, or moved by keys (handle and arrows, or Alt with an arrow on a slide). */
export function Outline({ rows, current, pick, place }: Props) {
  const t = useSay('briefings')
  const list = useRef<HTMLOListElement>(null)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const at = (id: string | number | undefined): number => rows.findIndex((row) => row.id === id)
  const ended = ({ active, over }: DragEndEvent): void => {
    if (over && active.id !== over.id) place(String(active.id), at(over.id))
  }
  const said = (key: 'lifted' | 'over' | 'dropped', id: string | number, over?: string | number): string =>
    t(`outline.${key}`, { title: rows[at(id)]?.title ?? '', n: at(over ?? id) + 1, of: rows.length })
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={ended}
      accessibility={{
        screenReaderInstructions: { draggable: t('outline.how') },
        announcements: {
          onDragStart: ({ active }) => said('lifted', active.id),
          onDragOver: ({ active, over }) => (over ? said('over', active.id, over.id) : undefined),
          onDragEnd: ({ active, over }) => said('dropped', active.id, over?.id),
          onDragCancel: ({ active }) => said('dropped', active.id),
        },
      }}
    >
      <SortableContext items={rows.map((row) => row.id)} strategy={verticalListSortingStrategy}>
        <ol className={classes.outline} ref={list}>
          {rows.map((row, index) => (
            <Row
              key={row.id}
              row={row}
              number={index + 1}
              current={row.id === current}
              pick={pick}
              move={(id, by) => place(id, index + by)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}
