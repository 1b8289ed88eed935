// What a command is, and what it is given. The frame in main.ts does everything that all commands share.
import type { ParseArgsConfig } from 'node:util'
import type { Host } from '../electron/host/openHost.ts'

/** A wrong way to call a command: exit status 2. */
export class UsageError extends Error {}

export interface StoreOptions {
  /** refuse to create a store that is not there; else it is built from the bundled data */
  readonly mustExist?: boolean
  /** make every missing folder of a named store; else only the last, and a longer missing path is taken for a slip of the pen */
  readonly makesFolder?: boolean
  /** bytes of the files that will be imported at once */
  readonly imports?: readonly number[]
  /** hold the store alone, as a window does */
  readonly exclusive?: boolean
  /** wait until the store answers (the default); a page shows the building itself and does not wait */
  readonly waits?: boolean
}

export interface CommandContext {
  /** values of the command's own options; an option that was not given is undefined */
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
  readonly positionals: readonly string[]
  /** the store's file, given by --store or the user's own */
  readonly store: string
  readonly json: boolean
  /**
   * The one answer on standard output: `value` with --json, else `text`, cleaned of control characters.
   *
   * @param text called only when it is wanted
   */
  print(value: unknown, text: () => string): void
  /** progress and remarks, on standard error */
  note(text: string): void
  /** opens the store and waits until it answers; the frame closes it. @throws {CallError} as the store refuses */
  open(options?: StoreOptions): Promise<Host>
}

export interface Command {
  readonly name: string
  /** the options, as the usage line shows them */
  readonly usage: string
  readonly summary: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** how many words without a dash it takes; none by default */
  readonly words?: { readonly least: number; readonly most: number }
  /** @returns exit status, 0 when nothing is returned */
  run(context: CommandContext): Promise<number | undefined>
}

/** A text option that must be given. @throws {UsageError} */
export function required(context: CommandContext, name: string): string {
  const value = optional(context, name)
  if (value === null) throw new UsageError(`--${name} is missing`)
  return value
}

/** A text option, or null. */
export function optional({ values }: CommandContext, name: string): string | null {
  const value = values[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** A number option, or null. @throws {UsageError} when it is not a finite number */
export function optionalNumber(context: CommandContext, name: string): number | null {
  const text = optional(context, name)
  if (text === null) return null
  const value = Number(text)
  if (!Number.isFinite(value)) throw new UsageError(`--${name} is not a number: ${text}`)
  return value
}

/** Whether an option without a value was given. */
export const flag = ({ values }: CommandContext, name: string): boolean => values[name] === true
