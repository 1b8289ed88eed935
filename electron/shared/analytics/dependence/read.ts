import { AnalyticsRefusal } from '../refusal.ts'

// Small readers of parsed JSON, each refusing by name what it cannot use.

type Json = Readonly<Record<string, unknown>>

/** Refuses a method file in words. @throws {AnalyticsRefusal} bad-method */
export function fail(message: string, detail: Readonly<Record<string, string>> = {}): never {
  throw new AnalyticsRefusal('bad-method', message, detail)
}

/** Entries that say something about a part and change no figure. */
const remarks = ['name', 'title', 'label', 'description', 'note', 'comment', 'source', 'unit', '$schema']

/** An object whose entries are all known: a misspelt option must not be ignored in silence. */
export function objectOf(value: unknown, where: string, known: readonly string[]): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(`${where} must be an object`, { where })
  for (const key of Object.keys(value)) {
    if (!known.includes(key) && !remarks.includes(key)) fail(`${where} has an unknown entry "${key}"`, { where, key })
  }
  return value as Json
}

/** The value as a list that is not empty. @throws {AnalyticsRefusal} bad-method */
export const itemsOf = (value: unknown, where: string): readonly unknown[] =>
  Array.isArray(value) && value.length > 0 ? value : fail(`${where} must be a list that is not empty`, { where })

/** The value as a text that is not empty. @throws {AnalyticsRefusal} bad-method */
export const textOf = (value: unknown, where: string): string =>
  typeof value === 'string' && value !== '' ? value : fail(`${where} must be a text that is not empty`, { where })

/** The value as a list of texts, which may be empty. @throws {AnalyticsRefusal} bad-method */
export const textsOf = (value: unknown, where: string): readonly string[] =>
  Array.isArray(value) ? value.map((item) => textOf(item, `an entry of ${where}`)) : fail(`${where} must be a list`, { where })

/** The value as one of a closed list. @throws {AnalyticsRefusal} bad-method */
export function choiceOf<T extends string>(value: unknown, allowed: readonly T[], where: string): T {
  return (
    allowed.find((item) => item === value) ??
    fail(`${where} must be one of ${allowed.join(', ')}`, { where, found: String(value) })
  )
}

/** A finite number within bounds. @throws {AnalyticsRefusal} `not-finite` for NaN and infinities, `bad-method` otherwise */
export function inRange(value: unknown, least: number, most: number, where: string): number {
  if (typeof value !== 'number') return fail(`${where} must be a number`, { where })
  if (!Number.isFinite(value)) throw new AnalyticsRefusal('not-finite', `${where} is not a finite number`, { where })
  return value >= least && value <= most
    ? value
    : fail(`${where} must lie between ${least} and ${most}`, { where, found: String(value) })
}
