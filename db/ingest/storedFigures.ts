import { FigurePages, type FigureRow } from '../queries/figurePages.ts'
import type { Connection } from '../worker/connection.ts'
import type { Stored } from './diffOptions.ts'

/** What stands in the store already, asked for in order of series. @param whole with status and batch: they take as long as the rest */
export function storedFigures(raw: Connection['raw'], whole: boolean): (series: number) => readonly Stored[] {
  const pages = new FigurePages(raw, whole ? 'value, status, batch' : 'value')
  return (series) => pages.of(series).map(asStored)
}

const asStored = ([id, value, status = '', batch = 0]: FigureRow): Stored => ({ id, value, status, batch }) as Stored
