// Seals of figures, by batch. The seal "figures N" covers every figure that batch N wrote, whether it stands in `observation` or was
// superseded and stands in `revision`: superseding and taking back move rows between the two and leave the seal as it is. The seal
// "replaced N" covers which figures N superseded. Both are written once, at the end of the import, and go when the batch is taken back.
import type { Connection } from '../worker/connection.ts'
import { prepared } from '../worker/prepared.ts'
import { RowSum } from './rowHash.ts'

type Raw = Connection['raw']

/** Name of the seal over the figures that a batch wrote. */
export const figuresSeal = (batch: number): string => `figures ${batch}`

/** Name of the seal over the figures that a batch replaced. */
export const replacedSeal = (batch: number): string => `replaced ${batch}`

/** Writes a seal, over the one of that name where there is one. */
export function putSeal(raw: Raw, name: string, { rows, content }: Pick<RowSum, 'rows' | 'content'>): void {
  prepared(
    raw,
    'INSERT INTO seal (name, rows, content) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET rows = excluded.rows, content = excluded.content',
  ).run(name, rows, content)
}

/** Writes both seals of a batch. To be called in the transaction that writes its figures. */
export function sealBatch(
  raw: Raw,
  batch: number,
  figures: Pick<RowSum, 'rows' | 'content'>,
  replaced: Pick<RowSum, 'rows' | 'content'>,
): void {
  putSeal(raw, figuresSeal(batch), figures)
  if (replaced.rows > 0) putSeal(raw, replacedSeal(batch), replaced)
}

/** Removes the seals of a batch whose figures have left. To be called in the same transaction. */
export function unsealBatch(raw: Raw, batch: number): void {
  prepared(raw, 'DELETE FROM seal WHERE name IN (?, ?)').run(figuresSeal(batch), replacedSeal(batch))
}

/** Figures read at once. */
const AT_ONCE = 512
const FIGURE = 'id, value, status, decimals, batch, line, note'

type FigureRow = [number, number | null, string, number | null, number, number | null, number | null]

/** Sums over all figures as they stand, by the names of their seals. @throws what SQLite says of a page that cannot be read */
export function sumFigures(raw: Raw): ReadonlyMap<string, RowSum> {
  const sums = new Map<string, RowSum>()
  const of = (name: string): RowSum => {
    let sum = sums.get(name)
    if (!sum) {
      sum = new RowSum()
      sums.set(name, sum)
    }
    return sum
  }
  let batch = Number.NaN
  let figures = of('')
  sums.clear()
  const add = ([id, value, status, decimals, by, line, note]: FigureRow): void => {
    if (by !== batch) {
      batch = by
      figures = of(figuresSeal(by))
    }
    figures.figure(id, value, status, decimals, by, line, note)
  }
  const page = prepared(raw, `SELECT ${FIGURE} FROM observation WHERE id > ? ORDER BY id LIMIT ${AT_ONCE}`, 'lists')
  for (let last = Number.NEGATIVE_INFINITY, rows = AT_ONCE; rows === AT_ONCE; ) {
    const found = page.all(Math.max(last, Number.MIN_SAFE_INTEGER)) as FigureRow[]
    for (const row of found) add(row)
    const next = found[found.length - 1]?.[0] ?? last
    // keys out of order are damage: what was summed so far cannot answer to any seal
    if (next <= last) break
    last = next
    rows = found.length
  }
  for (const row of raw.prepare(`SELECT ${FIGURE}, replaced_by FROM revision`).raw().iterate() as IterableIterator<
    [...FigureRow, number]
  >) {
    add(row.slice(0, 7) as FigureRow)
    of(replacedSeal(row[7])).replaced(row[0], row[7])
  }
  return sums
}
