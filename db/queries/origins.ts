// The cells of the store that the numbers of a table rest on, with their units, sources and vintages.
import type { CheckedRequestOf } from '../../electron/shared/contract/channels.ts'
import type { Language } from '../../electron/shared/domain/languages.ts'
import { encodePeriod } from '../../electron/shared/domain/period.ts'
import { licenceIn, publisherIn } from '../../electron/shared/language/citationWords.ts'
import type { CitedSource } from '../publish/dataFiles.ts'
import type { Origin } from '../publish/figureData.ts'
import type { ReadDb } from '../worker/db.ts'
import { allSources } from './catalogue.ts'
import { allBatches } from './observations.ts'
import { type Cell, chooseCell, readLines } from './readSeries.ts'
import { sourceRule } from './sourceRule.ts'

type Request = CheckedRequestOf<'figure.data'>
type Named = Request['origins'][number]

const cellKey = (partner: string, period: number): string => `${partner} ${period}`
/** A source named as `a+b` is a figure made of both. */
export const codesOf = (source: string): readonly string[] => source.split('+').filter((code) => code !== '')

/**
 * Looks the named cells up, as known on the day of the request.
 *
 * @returns the cells in the order of the request; a cell of which nothing is stored has no value and no unit. Codes of all their sources, each
 *   once, in the order in which they first occur
 */
export function readOrigins(
  db: ReadDb,
  { origins, asOf }: Request,
): { readonly cells: readonly Origin[]; readonly codes: readonly string[] } {
  const vintages = new Map(db.all(allBatches, {}).map((batch) => [batch.id, batch.vintage]))
  const cells: Origin[] = new Array(origins.length)
  for (const group of Map.groupBy([...origins.entries()], ([, { indicator, reporter }]) => `${indicator} ${reporter}`).values()) {
    const first = group[0]?.[1]
    if (!first) continue
    const { indicator, reporter } = first
    const stored = Map.groupBy(
      readLines(db, {
        ...{ indicators: [indicator], reporters: [reporter], partners: [...new Set(group.map(([, { partner }]) => partner))] },
        ...{ rule: 'all', asOf },
      }).flatMap((line) => line.cells),
      (cell) => cellKey(cell.partner, cell.period),
    )
    const rule = sourceRule(db, indicator, reporter)
    for (const [place, named] of group) {
      const period = encodePeriod(named.period)
      const candidates = period === null ? [] : (stored.get(cellKey(named.partner, period)) ?? [])
      const found = period === null ? undefined : chosenOf(candidates, named, () => rule.for(period))
      cells[place] = {
        ...{ indicator, reporter, partner: named.partner, period: named.period },
        source: found?.source ?? named.source,
        unit: found?.unit ?? '',
        value: found?.value ?? null,
        status: found?.status ?? 'O',
        vintage: found === undefined ? '' : (vintages.get(found.batch) ?? ''),
      }
    }
  }
  const codes = new Set(origins.flatMap((named, place) => [...codesOf(named.source), ...codesOf(cells[place]?.source ?? '')]))
  return { cells, codes: [...codes] }
}

function chosenOf(
  candidates: readonly Cell[],
  { source }: Named,
  choices: () => Parameters<typeof chooseCell>[1],
): Cell | undefined {
  if (source === '') return chooseCell(candidates, choices())
  const codes = codesOf(source)
  return candidates.find((cell) => cell.source === source) ?? candidates.find((cell) => codes.includes(cell.source))
}

/** Sources by code as a list in a file names them, in a language; a code that the store does not know is left out. */
export function citedSources(db: ReadDb, codes: readonly string[], language: Language): readonly CitedSource[] {
  const known = new Map(db.all(allSources, {}).map((row) => [row.code, row]))
  return codes.flatMap((code) => {
    const source = known.get(code)
    if (!source) return []
    const { title, publisher, licence, url, terms } = source
    return [
      {
        ...{ code, title, url, publisher: publisherIn(publisher, language), licence: licenceIn(licence, language) },
        narrow: terms !== 'open',
      },
    ]
  })
}
