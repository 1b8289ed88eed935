import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import classes from './table.module.css'

export interface Sort {
  readonly active: 'ascending' | 'descending' | null
  readonly choose: () => void
}

export interface Column<T> {
  readonly id: string
  readonly label: string
  /** width as in grid-template-columns */
  readonly width: string
  readonly right?: boolean
  /** pressing the heading asks for this order; pressing again turns it over */
  readonly sort?: Sort
  /** a column of several dimensions: each has an order of its own, and the label is not shown */
  readonly sorts?: readonly (Sort & { readonly label: string })[]
  readonly cell: (row: T) => ReactNode
}

interface Props<T> {
  readonly name: string
  readonly columns: readonly Column<T>[]
  /** rows in all; those that were not fetched yet are drawn empty */
  readonly count: number
  readonly rowAt: (index: number) => T | undefined
  /** told which rows are on screen */
  readonly onRange?: (first: number, last: number) => void
  readonly keyOf: (row: T, index: number) => string
  /** px; 28 for one line, 46 for two */
  readonly rowHeight?: number
  /** px, or as a length of CSS; longer tables scroll inside */
  readonly height: number | string
}

/** No browser draws a box higher than some 17 to 33 million px: what is higher is drawn at a scale, and the scroll bar runs faster than the rows. */
const MOST_PX = 15_000_000

/** px of the headings, as in the style sheet; they scroll with the rows before they stick. */
const HEAD = 28

const arrows = { ascending: ' ↑', descending: ' ↓' } as const

/** A table of any length: only the rows on screen exist. A grid of roles instead of <table>, because rows stand by position. */
export function VirtualTable<T>({ name, columns, count, rowAt, onRange, keyOf, rowHeight = 28, height }: Props<T>) {
  const box = useRef<HTMLDivElement>(null)
  const full = count * rowHeight
  const scale = Math.max(1, full / MOST_PX)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight / scale,
    overscan: Math.ceil(12 * scale),
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => onRange?.(first, last), [onRange, first, last])
  // where the rows stand when the box is scrolled to `at`: from the first row at its top to the last at its bottom, whatever the scale
  const at = virtual.scrollOffset ?? 0
  const view = virtual.scrollRect?.height ?? 0
  const shift = scale === 1 ? 0 : at - at * ((HEAD + full - view) / Math.max(1, HEAD + full / scale - view))
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return
    const page = Math.max(rowHeight, view - 2 * rowHeight)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: rowHeight,
      ArrowUp: -rowHeight,
      PageDown: page,
      PageUp: -page,
      Home: -full,
      End: full,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.currentTarget.scrollBy(0, step / scale)
  }
  const most = { '--most': typeof height === 'number' ? `${height}px` : height, '--row': `${rowHeight}px` } as CSSProperties
  const gridTemplateColumns = columns.map(({ width }) => width).join(' ')
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by position, which a <table> cannot do
    <div className={classes.table} role="table" aria-label={name} aria-rowcount={count + 1}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div className={classes.scroll} ref={box} style={most} tabIndex={0} role="rowgroup" onKeyDown={walk}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div className={classes.head} role="row" style={{ gridTemplateColumns }} tabIndex={-1}>
          {columns.map(({ id, label, right, sort, sorts = sort ? [{ ...sort, label }] : [] }) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div
              key={id}
              role="columnheader"
              tabIndex={-1}
              data-right={right || undefined}
              aria-sort={sorts.find(({ active }) => active !== null)?.active ?? undefined}
            >
              {sorts.length === 0
                ? label
                : sorts.map((one) => (
                    <button key={one.label} type="button" onClick={one.choose} data-active={one.active ?? undefined}>
                      {one.label}
                      {one.active ? <span aria-hidden="true">{arrows[one.active]}</span> : null}
                    </button>
                  ))}
            </div>
          ))}
        </div>
        <div className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rowAt(item.index)
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above
              <div
                key={row === undefined ? item.index : keyOf(row, item.index)}
                className={classes.row}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                style={{ gridTemplateColumns, height: rowHeight, transform: `translateY(${item.index * rowHeight + shift}px)` }}
              >
                {columns.map(({ id, right, cell }) => (
                  // biome-ignore lint/a11y/useSemanticElements: see above
                  <div key={id} role="cell" tabIndex={-1} data-right={right || undefined}>
                    {row === undefined ? '' : cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
