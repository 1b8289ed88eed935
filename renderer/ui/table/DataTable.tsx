import {
  type Cell,
  type ColumnDef,
  createSortedRowModel,
  type Header,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Formats } from '../../language/formats.ts'
import { useFormats, useLanguage } from '../../language/useFormats.ts'
import classes from './table.module.css'

export interface Column<Row> {
  readonly id: string
  readonly label: string
  /** numbers stand right, with their decimals aligned */
  readonly kind: 'text' | 'number' | 'period'
  /** what is sorted, copied and, without `render`, shown; null = missing, sorted last whatever the direction */
  readonly value: (row: Row) => string | number | null
  /** anything but plain text: a mark, a sparkline, a bar */
  readonly render?: (row: Row) => ReactNode
  /** decimals of a number; default 1 */
  readonly decimals?: number
  /** px, or a share of the room that is left (`2fr`); default 1fr for text, 96 px for numbers */
  readonly width?: number | `${number}fr`
  /** why a figure is missing: shown on pointing */
  readonly missing?: (row: Row) => string
  /** false = the heading does not sort */
  readonly sortable?: boolean
}

export interface DataTableProps<Row> {
  /** what the table shows, for those who cannot see it */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  /** the same array as long as the rows are the same: a new one sorts anew */
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** 28 for one line, 46 for two, 62 for three */
  readonly rowHeight?: 28 | 46 | 62
  /** px; longer tables scroll inside. `fill` takes the height of the parent */
  readonly height?: number | 'fill'
  readonly sort?: { readonly column: string; readonly descending: boolean }
  /** click or Enter on a row */
  readonly onRow?: (row: Row) => void
  readonly selected?: string | null
  /** rows that need attention stand on the warning colour */
  readonly warned?: (row: Row) => boolean
  /** what stands in place of no rows */
  readonly empty?: ReactNode
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const HEAD = 32
const MOST_HEIGHT = 480

type Definition<Row> = ColumnDef<typeof features, { readonly row: Row }, unknown>

const widthOf = <Row,>(column: Column<Row>): string =>
  typeof column.width === 'number'
    ? `${column.width}px`
    : (column.width ?? (column.kind === 'text' ? 'minmax(80px, 1fr)' : '96px'))

/** What a cell says as plain text. */
function cellText<Row>(column: Column<Row>, row: Row, formats: Formats): string {
  const value = column.value(row)
  if (value === null) return '–'
  if (typeof value === 'number') return column.kind === 'period' ? String(value) : formats.number(value, column.decimals ?? 1)
  return column.kind === 'period' ? formats.period(value) : value
}

/** A table of any length: sorted by its headings, only the rows on screen are drawn, walked with the arrow keys. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowId, rowHeight = 28, height, sort, onRow, selected = null, warned, empty } = props
  const { t } = useTranslation('figure')
  const formats = useFormats()
  const language = useLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  const [sorting, setSorting] = useState<SortingState>(sort ? [{ id: sort.column, desc: sort.descending }] : [])
  const [focused, setFocused] = useState(0)
  // rows are wrapped: what TanStack calls data must be an object, ours may be anything
  const data = useMemo(() => rows.map((row) => ({ row })), [rows])
  const definitions = useMemo(() => {
    const collator = new Intl.Collator(language)
    return columns.map(
      (column): Definition<Row> => ({
        id: column.id,
        header: column.label,
        accessorFn: ({ row }) => column.value(row) ?? undefined,
        enableSorting: column.sortable ?? true,
        sortUndefined: 'last',
        sortDescFirst: column.kind !== 'text',
        sortFn: (a, b, id) => {
          const [x, y] = [a.getValue(id), b.getValue(id)]
          return typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y))
        },
      }),
    )
  }, [columns, language])
  const table = useTable({
    features,
    data,
    columns: definitions,
    state: { sorting },
    onSortingChange: setSorting,
    enableSortingRemoval: true,
  })
  const shown = table.getRowModel().rows
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    useFlushSync: false,
    // the sticky head covers the first rows of the box
    scrollPaddingEnd: HEAD,
    // a box that has not been measured yet draws a screenful
    initialRect: { width: 800, height: MOST_HEIGHT },
  })
  const template = columns.map(widthOf).join(' ')

  const focusRow = (index: number): void => {
    const next = Math.min(Math.max(index, 0), shown.length - 1)
    setFocused(next)
    virtual.scrollToIndex(next)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true }),
    )
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>, index: number, row: Row): void => {
    if (event.target !== event.currentTarget) return
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? MOST_HEIGHT) - HEAD) / rowHeight) - 1)
    const to: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: shown.length - 1,
    }
    const next = to[event.key]
    if (next !== undefined) {
      event.preventDefault()
      focusRow(next)
    } else if (event.key === 'Enter' && onRow) {
      event.preventDefault()
      onRow(row)
    }
  }

  const full = HEAD + shown.length * rowHeight + 2
  // a table that scrolls ends with a whole row
  const most = height === 'fill' ? 0 : (height ?? MOST_HEIGHT)
  const boxHeight = height === 'fill' ? '100%' : Math.min(full, HEAD + Math.floor((most - HEAD) / rowHeight) * rowHeight)
  const byId = new Map(columns.map((column) => [column.id, column]))
  if (rows.length === 0 && empty !== undefined) return <div className={classes.none}>{empty}</div>
  return (
    <div ref={scroller} className={classes.scroller} style={{ height: boxHeight }}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table element does not allow */}
      <div
        role="grid"
        aria-label={caption}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length}
        className={classes.grid}
        style={{ height: full }}
      >
        {table.getHeaderGroups().map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          // biome-ignore lint/a11y/useFocusableInteractive: the buttons in it take the focus
          <div key={group.id} role="row" aria-rowindex={1} className={classes.head} style={{ gridTemplateColumns: template }}>
            {group.headers.map((header) => (
              <Heading key={header.id} header={header} kind={byId.get(header.id)?.kind ?? 'text'} hint={t('sort')} />
            ))}
          </div>
        ))}
        {virtual.getVirtualItems().map((item) => {
          const row = shown[item.index]
          if (!row) return null
          const own = row.original.row
          const id = rowId(own)
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div
              key={id}
              role="row"
              data-index={item.index}
              aria-rowindex={item.index + 2}
              aria-selected={selected === id}
              tabIndex={item.index === Math.min(focused, shown.length - 1) ? 0 : -1}
              className={classes.row}
              data-lines={rowHeight === 28 ? 1 : rowHeight === 46 ? 2 : 3}
              data-clickable={onRow !== undefined || undefined}
              data-selected={selected === id || undefined}
              data-warned={warned?.(own) || undefined}
              style={{ gridTemplateColumns: template, height: rowHeight, transform: `translateY(${HEAD + item.start}px)` }}
              onClick={() => {
                setFocused(item.index)
                onRow?.(own)
              }}
              onFocus={() => setFocused(item.index)}
              onKeyDown={(event) => onKeyDown(event, item.index, own)}
            >
              {row.getAllCells().map((cell) => (
                <Body
                  key={cell.id}
                  cell={cell}
                  column={byId.get(cell.column.id)}
                  row={own}
                  formats={formats}
                  missing={t('missing')}
                />
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

type Kind = Column<unknown>['kind']

function Heading<Row>({
  header,
  kind,
  hint,
}: {
  readonly header: Header<typeof features, { readonly row: Row }, unknown>
  readonly kind: Kind
  readonly hint: string
}) {
  const sorted = header.column.getIsSorted()
  const label = String(header.column.columnDef.header ?? '')
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid of divs
    // biome-ignore lint/a11y/useFocusableInteractive: the button in it takes the focus
    <div
      role="columnheader"
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
      data-kind={kind}
      className={classes.heading}
    >
      {header.column.getCanSort() ? (
        <button type="button" onClick={header.column.getToggleSortingHandler()} title={hint}>
          {label}
          <svg viewBox="0 0 8 8" width={8} height={8} aria-hidden="true" data-sorted={sorted || undefined}>
            <path d={sorted === 'asc' ? 'M4 1L7.5 7H.5Z' : 'M4 7L.5 1H7.5Z'} fill="currentColor" />
          </svg>
        </button>
      ) : (
        label
      )}
    </div>
  )
}

interface BodyProps<Row> {
  readonly cell: Cell<typeof features, { readonly row: Row }, unknown>
  readonly column: Column<Row> | undefined
  readonly row: Row
  readonly formats: Formats
  readonly missing: string
}

function Body<Row>({ column, row, formats, missing }: BodyProps<Row>) {
  if (!column) return null
  const absent = column.value(row) === null
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid of divs
    // biome-ignore lint/a11y/useFocusableInteractive: rows take the focus, not their cells
    <div
      role="gridcell"
      data-kind={column.kind}
      className={classes.cell}
      title={absent ? (column.missing?.(row) ?? missing) : undefined}
    >
      {column.render && !absent ? column.render(row) : cellText(column, row, formats)}
    </div>
  )
}
