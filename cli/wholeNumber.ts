import { UsageError } from './command.ts'

/** @throws {UsageError} when the option is not a whole number within the bounds */
export function wholeNumber(value: number | null, name: string, least: number, most: number): number | null {
  if (value !== null && !(Number.isSafeInteger(value) && value >= least && value <= most))
    throw new UsageError(`--${name} must be a whole number from ${least} to ${most}`)
  return value
}
