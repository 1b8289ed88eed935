import { FileRefusal } from './refusal.ts'

/** What was read so far rests on a choice that a later record overturned: the file is read again from its start. */
export class ReadAgain extends Error {}

/** Exports and imports may not be taken for each other; every other word may. */
export type Direction = 'exports' | 'imports'

const directions: readonly (readonly [RegExp, Direction])[] = [
  [/(?:^|[._-])(?:exp|exports?)(?:[._-]|$)/i, 'exports'],
  [/(?:^|[._-])(?:imp|imports?)(?:[._-]|$)/i, 'imports'],
]

/** The direction of trade that an indicator's code says; null when it says none. */
export const directionOf = (code: string): Direction | null => directions.find(([pattern]) => pattern.test(code))?.[1] ?? null

/** True for the code of an indicator that stands for all goods together: one product is never its figure, whatever the user says. */
export const ofAllGoods = (code: string): boolean => /^trade\.(?:exports|imports|turnover)_[a-z]{3}_m(?:\.ytd)?$/.test(code)

/**
 * Guards an indicator that the user names for a whole file: it stands for one series of the publisher. Which one may not depend on
 * the order of rows, so two of equal right refuse the file with the question, and the whole overrides its parts wherever it stands.
 *
 * @param what names the part in the question, e.g. `commodity`
 * @param isWhole true for a text that means "all of it"
 * @returns whether a record with this text belongs to the series; throws ReadAgain or FileRefusal
 */
export function oneSeries(
  indicator: string,
  what: string,
  isWhole: (text: string) => boolean = () => false,
): (text: string) => boolean {
  let only: string | null = null
  return (text) => {
    if (only === null || only === text) {
      only = text
      return true
    }
    if (isWhole(only)) return false
    if (isWhole(text)) {
      only = text
      throw new ReadAgain(text)
    }
    throw new FileRefusal(
      'unknown-layout',
      `The file holds more than one ${what} ("${only.slice(0, 80)}" and "${text.slice(0, 80)}"), and ${indicator} can stand for one of them only. Which is it? Leave the others out of the file.`,
      null,
      null,
      { kind: 'several', text: `${only.slice(0, 80)}, ${text.slice(0, 80)}` },
    )
  }
}
