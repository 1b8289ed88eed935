import type { RequestOf } from '../../../electron/shared/contract/channels.ts'
import type { CellRef } from '../evidence/evidence.tsx'
import type { Twin } from './TwinTable.tsx'

type FigureRequest = RequestOf<'figure.data'>

/** Ids that are there once: a second `RUS` becomes `RUS.2`. */
function uniqueIds(ids: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return ids.map((id) => {
    const times = (seen.get(id) ?? 0) + 1
    seen.set(id, times)
    return times === 1 ? id : `${id}.${times}`
  })
}

const keyOf = ({ indicator, reporter, partner, period, source }: CellRef): string =>
  [indicator, reporter, partner, period, source].join(' ')

/** The table behind a chart for a file: its numbers, and the cells of the store they rest on, each named once. */
export function figureTable({ columns, rows }: Twin): Pick<FigureRequest, 'columns' | 'rows' | 'origins'> {
  const ids = uniqueIds(columns.map(({ id }) => id))
  const places = new Map<string, number>()
  const origins: FigureRequest['origins'] = []
  const placeOf = (ref: CellRef | null | undefined): number | null => {
    if (!ref) return null
    const key = keyOf(ref)
    let place = places.get(key)
    if (place === undefined) {
      const { indicator, reporter, partner, period, source } = ref
      place = origins.push({ indicator, reporter, partner, period, source }) - 1
      places.set(key, place)
    }
    return place
  }
  return {
    columns: columns.map(({ label, kind }, at) => ({ id: ids[at] ?? label, label, kind })),
    rows: rows.map((row) => ({ cells: [...row.cells], origins: columns.map((_, at) => placeOf(row.refs?.[at])) })),
    origins,
  }
}
