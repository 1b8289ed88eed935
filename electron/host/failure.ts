// Errors as they cross a border. Without the contract's schemas: a thread that only imports has no use for them.
import { randomUUID } from 'node:crypto'
import { AnalyticsRefusal } from '../shared/analytics/refusal.ts'
import { CallError, type CallFailure } from '../shared/contract/errors.ts'

/** A measure refused its input: the sentence for the reader, and in `detail` the refusal's own code with what it is about. */
function refusalOf({ code, message, detail }: AnalyticsRefusal): CallFailure {
  const about = Object.entries(detail).map(([key, value]) => `${key} ${value}`)
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
  return { code: code === 'not-defined' ? 'not-defined' : 'refused', message: sentence, detail: [code, ...about].join(', ') }
}

/**
 * Any error as a failure. A bug is printed with an id and its stack; the page learns only the id.
 *
 * @param tell hears of a bug, so that it can be logged
 */
export function toFailure(error: unknown, tell?: (id: string, error: unknown) => void): CallFailure {
  if (error instanceof CallError) return error.toFailure()
  if (error instanceof AnalyticsRefusal) return refusalOf(error)
  const id = randomUUID().slice(0, 8)
  console.error(`internal error ${id}:`, error)
  tell?.(id, error)
  return { code: 'internal', message: 'Something went wrong inside Multivector. Nothing was changed.', detail: `error ${id}` }
}
