// The program's own log, `<store>.log` and two older parts: what went wrong, where in the program, when. It holds no data: no message, no
// figure, no path, no request; only codes of the closed list, names of channels, and places in the program.
import { appendFileSync, readFileSync, renameSync, statSync } from 'node:fs'
import { basename } from 'node:path'

export interface LogEntry {
  /** ISO date and time */
  readonly at: string
  /** host, writer or reader */
  readonly part: string
  /** code of a refusal, or `internal` */
  readonly code: string
  /** channel that was asked; empty outside a call */
  readonly channel: string
  /** id that the page was told for a bug; empty for a refusal */
  readonly id: string
  /** kind of error and the places of its stack, innermost first: `TypeError`, `answer worker.ts:42` */
  readonly trace: readonly string[]
}

const MOST_BYTES = 256 * 1_024
const PARTS = 3
const MOST_PLACES = 8

/** Kind and places of an error, without its message, which may quote data, and without folders of this machine. */
export function traceOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [typeof error]
  const places = [...(error.stack ?? '').matchAll(/^\s+at (?:(?:async )?([\w.#<>[\] ]+) \()?(.+):(\d+):\d+\)?$/gm)]
    .slice(0, MOST_PLACES)
    .map(([, name = '', file = '', line = '']) => `${name} ${basename(file.replaceAll('\\', '/'))}:${line}`.trim())
  return [error.name, ...places]
}

export interface Log {
  write(entry: Omit<LogEntry, 'at'>): void
  /** the newest entries, newest first */
  last(most: number): readonly LogEntry[]
}

/** Closed form of the entries: whatever a damaged line says, nothing else passes. */
const isEntry = (value: unknown): value is LogEntry =>
  typeof value === 'object' &&
  value !== null &&
  ['at', 'part', 'code', 'channel', 'id'].every((key) => typeof Reflect.get(value, key) === 'string') &&
  Array.isArray(Reflect.get(value, 'trace'))

/**
 * The log of a store. A folder that cannot be written or read has no log; nothing else fails because of it.
 *
 * @param mostBytes a part longer than that is put aside before the next entry
 */
export function openLog(store: string, now: () => string = () => new Date().toISOString(), mostBytes: number = MOST_BYTES): Log {
  const path = (part: number): string => (part === 0 ? `${store}.log` : `${store}.log.${part}`)
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch {
      return otherwise
    }
  }
  const rotate = (): void => {
    if (attempt(() => statSync(path(0)).size, 0) < mostBytes) return
    for (let part = PARTS - 1; part > 0; part--) attempt(() => renameSync(path(part - 1), path(part)), undefined)
  }
  return {
    write: (entry) =>
      attempt(() => {
        rotate()
        appendFileSync(path(0), `${JSON.stringify({ at: now(), ...entry })}\n`, { mode: 0o600 })
      }, undefined),
    last: (most) => {
      const entries: LogEntry[] = []
      for (let part = 0; part < PARTS && entries.length < most; part++) {
        const lines = attempt(() => readFileSync(path(part), 'utf8').trimEnd().split('\n'), [])
        for (const line of lines.toReversed()) {
          const value = attempt(() => JSON.parse(line) as unknown, null)
          if (isEntry(value) && entries.length < most) entries.push(value)
        }
      }
      return entries
    },
  }
}

/** Refusals that say something of the machine or the store; the others are about a request or a file and concern nobody else. */
export const isWorthLogging = (code: string): boolean =>
  code === 'internal' || code.startsWith('store-') || code === 'disk-full' || code === 'bundle-damaged' || code === 'worker-lost'
