// Statements kept with their connection. SQLite's memory for a statement lies outside the heap, so the collector sees a few bytes where
// there may be hundreds of kilobytes and lets it wait: a process that imports for hours and prepared anew each time would only grow.
import type { Connection, Prepared } from './connection.ts'

type Raw = Connection['raw']
/** How rows are given: as objects by column, as the first column alone, as lists. */
export type Shape = 'rows' | 'values' | 'lists'

/** Far more than there are texts of statements: they are constants, and what differs by call is bound. */
const MOST_KEPT = 512
const kept = new WeakMap<Raw, Map<string, Prepared>>()

/**
 * The statement of a text, prepared once for each connection and shape. Not to be iterated: one that is busy cannot run a second time.
 *
 * @throws what SQLite says of the text
 */
export function prepared(raw: Raw, sql: string, shape: Shape = 'rows'): Prepared {
  let statements = kept.get(raw)
  if (!statements) {
    statements = new Map()
    kept.set(raw, statements)
  }
  const key = `${shape} ${sql}`
  const found = statements.get(key)
  if (found) return found
  const made = raw.prepare(sql) as Prepared
  if (shape === 'values') made.pluck()
  if (shape === 'lists') made.raw()
  // the first to come is the first to go; whoever holds it may still use it
  if (statements.size >= MOST_KEPT) statements.delete(statements.keys().next().value as string)
  statements.set(key, made)
  return made
}

/** How many statements a connection keeps. */
export const keptStatements = (raw: Raw): number => kept.get(raw)?.size ?? 0
