// A table of any length: only the rows on screen exist. A grid of roles instead of <table>, because rows stand by position.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import classes from './import.module.css'

export interface Column<T> {
  readonly id: string
  readonly label: string
  /** width as in grid-template-columns */
  readonly width: string
  readonly right?: boolean
  /** the rows are sorted by this column; pressing its heading asks for it */
  readonly sort?: { readonly active: boolean; readonly choose: () => void }
  readonly cell: (row: T) => ReactNode
}

interface Props<T> {
  readonly name: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T, index: number) => string
  /** px; 28 for one line, 46 for two */
  readonly rowHeight?: number
  readonly height: number
}

export function VirtualTable<T>({ name, columns, rows, keyOf, rowHeight = 28, height }: Props<T>) {
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const gridTemplateColumns = columns.map(({ width }) => width).join(' ')
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by position, which a <table> cannot do
    <div className={classes.table} role="table" aria-label={name} aria-rowcount={rows.length + 1}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div className={classes.scroll} ref={box} style={{ maxHeight: height }} tabIndex={0}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div className={classes.head} role="row" style={{ gridTemplateColumns }} tabIndex={-1}>
          {columns.map(({ id, label, right, sort }) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div
              key={id}
              role="columnheader"
              tabIndex={-1}
              data-right={right || undefined}
              aria-sort={sort?.active ? 'other' : undefined}
            >
              {sort ? (
                <button type="button" onClick={sort.choose} data-active={sort.active || undefined}>
                  {label}
                </button>
              ) : (
                label
              )}
            </div>
          ))}
        </div>
        <div className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index] as T
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above
              <div
                key={keyOf(row, item.index)}
                className={classes.row}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                style={{ gridTemplateColumns, height: rowHeight, transform: `translateY(${item.start}px)` }}
              >
                {columns.map(({ id, right, cell }) => (
                  // biome-ignore lint/a11y/useSemanticElements: see above
                  <div key={id} role="cell" tabIndex={-1} data-right={right || undefined}>
                    {cell(row)}
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
