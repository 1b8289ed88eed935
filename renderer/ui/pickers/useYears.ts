import { useCatalogue } from '../data/catalogue.tsx'

/** Years that can be asked for, the newest first: up to that of the store's newest release, for no figure is of a later one. */
export function useYears(from: number): readonly number[] {
  const { summary } = useCatalogue()
  const to = Math.max(from, Number(summary.vintage.slice(0, 4)))
  return Array.from({ length: to - from + 1 }, (_, index) => to - index)
}
