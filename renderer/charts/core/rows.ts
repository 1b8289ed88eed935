// Where rows, their marks and the words beside the marks stand. Numbers in, numbers out.
import { linearScale, type Scale, textWidth, wrapText } from './geometry.ts'
import type { Tip } from './types.ts'

export interface RowItem<Ref = unknown> {
  readonly key: string
  /** `dot` one reading; `change` an arrow from the first reading to the last; `interval` an uncertainty; `span` a stretch of time */
  readonly shape: 'dot' | 'change' | 'interval' | 'span'
  readonly from: number
  /** end of a change, interval or span; the same as `from` for a dot */
  readonly to: number
  readonly partner?: string
  /** first of several readings, an estimate, or a loose form of belonging */
  readonly hollow?: boolean
  /** "more than", or a span that still goes on */
  readonly openEnd?: boolean
  /** written beside the mark */
  readonly label?: string
  /** marks without a tip cannot be pointed at */
  readonly tip?: Tip
  readonly ref?: Ref
}

export interface RowOf<Ref = unknown> {
  readonly id: string
  readonly label: string
  /** second line, in grey */
  readonly note?: string
  /** rows of one group stand together under its name */
  readonly group?: string
  readonly items: readonly RowItem<Ref>[]
}

export interface RowsLayout<Ref = unknown> {
  readonly rows: readonly RowOf<Ref>[]
  readonly axis: {
    readonly domain: readonly [number, number]
    readonly ticks: readonly number[]
    readonly format: (tick: number) => string
  }
  /** vertical lines over all rows: base year, events */
  readonly lines?: readonly { readonly at: number; readonly label: string; readonly dashed?: boolean }[]
  readonly rowHeight?: number
  /** px for names; default 34 % of the width, at least 120 and at most 260 */
  readonly labelWidth?: number
}

type Entry<Ref> = { readonly kind: 'group'; readonly label: string } | { readonly kind: 'row'; readonly row: RowOf<Ref> }

/** Rows in the order given, with a heading where a new group begins. */
export function makeRows<Ref>(layout: Pick<RowsLayout<Ref>, 'rows'>): readonly Entry<Ref>[] {
  const entries: Entry<Ref>[] = []
  let group: string | undefined
  for (const row of layout.rows) {
    if (row.group !== undefined && row.group !== group) entries.push({ kind: 'group', label: row.group })
    group = row.group
    entries.push({ kind: 'row', row })
  }
  return entries
}

export interface PlacedItem<Ref> {
  readonly item: RowItem<Ref>
  readonly from: number
  readonly to: number
  /** null = no room for the words, or none to write */
  readonly label: { readonly x: number; readonly anchor: 'start' | 'end' | 'middle'; readonly above: boolean } | null
}

export interface PlacedRow<Ref> {
  readonly row: RowOf<Ref>
  readonly y: number
  readonly items: readonly PlacedItem<Ref>[]
  /** the name broken into at most five lines, and below it the grey text in at most two */
  readonly lines: readonly string[]
  readonly notes: readonly string[]
}

export interface PlacedRows<Ref> {
  readonly x: Scale
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly height: number
  readonly rows: readonly PlacedRow<Ref>[]
  readonly groups: readonly { readonly label: string; readonly y: number }[]
}

const GROUP_HEIGHT = 26
const AXIS_HEIGHT = 26
const MARK = 9
/** how far the arrow of "more than" reaches to the right of its mark */
const ARROW = 28

/** Words beside the marks of a row: the last reading to its right, others above; a word that would run into a neighbour's is left to the tooltip. */
function placeLabels<Ref>(
  items: readonly { readonly item: RowItem<Ref>; readonly from: number; readonly to: number }[],
  left: number,
  right: number,
): readonly PlacedItem<Ref>[] {
  // marks, intervals and the shaft of an arrow are in the way of words on their line
  const taken: { from: number; to: number; above: boolean }[] = items.flatMap(({ item, from, to }) => {
    if (item.shape === 'dot') return [{ from: from - MARK + 2, to: from + (item.openEnd ? ARROW : MARK) - 2, above: false }]
    return item.shape === 'span' ? [] : [{ from: Math.min(from, to) - 2, to: Math.max(from, to) + 2, above: false }]
  })
  const free = (from: number, to: number, above: boolean): boolean =>
    from >= left - 4 && to <= right && taken.every((span) => span.above !== above || to < span.from || from > span.to)
  /** how far the interval of a mark reaches to either side of it */
  const reach = (at: number): readonly [number, number] => {
    const own = items.find(({ item, from, to }) => item.shape === 'interval' && from <= at && to >= at)
    return own ? [at - own.from + 5, own.to - at + 5] : [0, 0]
  }
  return items
    .map((placed, order) => ({ placed, order }))
    .reverse()
    .map(({ placed, order }): { readonly order: number; readonly result: PlacedItem<Ref> } => {
      const { item, from } = placed
      if (item.label === undefined || item.shape === 'span') return { order, result: { ...placed, label: null } }
      const width = textWidth(item.label, 11, 620)
      const [before, after] = reach(from)
      const [padLeft, padRight] = [Math.max(MARK, before), Math.max(item.openEnd ? ARROW : MARK, after)]
      const options = [
        { x: from + padRight, anchor: 'start' as const, above: false, span: [from + padRight, from + padRight + width] as const },
        { x: from - padLeft, anchor: 'end' as const, above: false, span: [from - padLeft - width, from - padLeft] as const },
        { x: from, anchor: 'middle' as const, above: true, span: [from - width / 2, from + width / 2] as const },
        { x: from + 2, anchor: 'end' as const, above: true, span: [from + 2 - width, from + 2] as const },
        { x: from - 2, anchor: 'start' as const, above: true, span: [from - 2, from - 2 + width] as const },
      ]
      const found = options.find(({ span, above }) => free(span[0], span[1], above))
      if (!found) return { order, result: { ...placed, label: null } }
      taken.push({ from: found.span[0] - 3, to: found.span[1] + 3, above: found.above })
      return { order, result: { ...placed, label: { x: found.x, anchor: found.anchor, above: found.above } } }
    })
    .sort((a, b) => a.order - b.order)
    .map(({ result }) => result)
}

/** A text of one line, cut with an ellipsis where it is too long. */
export function cut(text: string, width: number, size = 11, weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text
  let length = text.length
  while (length > 4 && textWidth(`${text.slice(0, length)}…`, size, weight) > width) length -= 1
  return `${text.slice(0, length).trimEnd()}…`
}

/** A text broken into lines of a width; what exceeds the last line allowed is cut with an ellipsis, never dropped without a sign. */
export function lineBreaks(text: string, width: number, most: number, size = 11, weight = 400): readonly string[] {
  const lines = wrapText(text, width, size, weight)
  const kept = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')]
  return kept.map((line) => cut(line, width, size, weight))
}

/** How far rows may move apart to fill a taller card, as a part of their own height. */
export const MOST_SPREAD = 1

/** Everything in px for a width. Where `least` is more than the rows need, they move apart, up to {@link MOST_SPREAD}. */
export function placeRows<Ref>(
  layout: RowsLayout<Ref>,
  entries: readonly Entry<Ref>[],
  width: number,
  least = 0,
): PlacedRows<Ref> {
  const missing = least === 0 ? 0 : least - placeRows(layout, entries, width).height
  const left = layout.labelWidth ?? Math.min(260, Math.max(120, Math.round(width * 0.34)))
  const right = width - 56
  const top = (layout.lines ?? []).length > 0 ? 24 : 8
  const x = linearScale(layout.axis.domain, [left + 8, Math.max(left + 40, right)])
  const rowHeight = layout.rowHeight ?? 40
  const spread = Math.max(0, Math.min(MOST_SPREAD * rowHeight, missing / Math.max(1, layout.rows.length)))
  const rows: PlacedRow<Ref>[] = []
  const groups: { label: string; y: number }[] = []
  let y = top
  for (const entry of entries) {
    if (entry.kind === 'group') {
      groups.push({ label: entry.label, y: y + GROUP_HEIGHT / 2 })
      y += GROUP_HEIGHT
      continue
    }
    const items = entry.row.items.map((item) => ({ item, from: x(item.from), to: x(item.to) }))
    const lines = lineBreaks(entry.row.label, left - 12, 5, 12)
    const notes = entry.row.note === undefined ? [] : lineBreaks(entry.row.note, left - 12, 2)
    const height = Math.max(rowHeight, (lines.length + notes.length) * 14 + 8) + spread
    rows.push({ row: entry.row, y: y + height / 2, items: placeLabels(items, left, width), lines, notes })
    y += height
  }
  return { x, left, right, top, bottom: y, height: y + AXIS_HEIGHT, rows, groups }
}
