// What the reader set aside on a screen, as it was drawn and as a table.
import type { EntryParams } from '../../../electron/shared/domain/briefing.ts'
import { changedSince, goneSince, sourcesOfRows } from '../../queries/asideCells.ts'
import { itemOf } from '../../queries/briefingItems.ts'
import type { Missing, SlideDraft } from '../draft.ts'
import type { Kit } from '../kit.ts'

interface AsideColumn {
  readonly label: string
  readonly kind: string
}

const MOST_ROWS = 14

/** The first bytes of every PNG, as base64 writes them. */
const isPng = (value: unknown): value is string => typeof value === 'string' && value.startsWith('iVBORw0KGgo')

/** Something set aside on a screen: the drawing as it was and the first rows of its figures. */
export function asideSlide(kit: Kit, params: EntryParams): SlideDraft | Missing {
  const { say, formats } = kit
  const item = itemOf(kit.db, Number(params.item ?? 0))
  if (!item) return { missing: say('briefing:missing.aside') }
  const snapshot = item.snapshot as {
    readonly subtitle?: unknown
    readonly source?: unknown
    readonly svg?: unknown
    readonly png?: unknown
    readonly seen?: unknown
    readonly columns?: unknown
    readonly rows?: unknown
  }
  const columns = Array.isArray(snapshot.columns) ? (snapshot.columns as AsideColumn[]) : []
  const rows = Array.isArray(snapshot.rows) ? (snapshot.rows as { readonly cells?: readonly unknown[] }[]) : []
  const cell = (value: unknown, kind: string): string =>
    value === null || value === undefined
      ? '–'
      : typeof value === 'number'
        ? formats.number(value, Number.isInteger(value) ? 0 : 1)
        : kind === 'period'
          ? formats.period(String(value))
          : String(value)
  const changed = changedSince(kit.db, snapshot.rows, snapshot.seen)
  const svg = typeof snapshot.svg === 'string' && snapshot.svg.startsWith('<svg') ? snapshot.svg : null
  const table = {
    columns: columns.map((column) => ({
      label: String(column.label),
      align: column.kind === 'text' || column.kind === 'period' ? ('left' as const) : ('right' as const),
    })),
    rows: rows.slice(0, MOST_ROWS).map((row) => columns.map((column, at) => cell((row.cells ?? [])[at], column.kind))),
  }
  const subtitle = typeof snapshot.subtitle === 'string' ? snapshot.subtitle : ''
  // numbers that the store no longer holds are shown neither as a drawing nor as a table
  if (goneSince(kit.db, snapshot.rows, snapshot.seen))
    return {
      layout: 'figure',
      title: item.title,
      support: subtitle === '' ? [] : [{ text: subtitle }],
      notice: say('briefing:notice.gone', { day: formats.dayLong(item.addedAt.slice(0, 10)) }),
      changed: true,
      sources: [],
    }
  return {
    layout: svg === null ? 'table' : 'figure',
    title: item.title,
    support: subtitle === '' ? [] : [{ text: subtitle }],
    ...(svg === null ? {} : { svg }),
    ...(svg !== null && isPng(snapshot.png) ? { png: snapshot.png } : {}),
    changed,
    ...(columns.length === 0 ? {} : { table }),
    sources: sourcesOfRows(snapshot.rows).filter((code) => kit.source(code) !== undefined),
    warnings: [
      ...(changed ? [say('briefing:warning.asideChanged')] : []),
      say('briefing:warning.aside', { day: formats.dayLong(item.addedAt.slice(0, 10)) }),
      ...(typeof snapshot.source === 'string' && snapshot.source !== '' ? [snapshot.source] : []),
    ],
  }
}
