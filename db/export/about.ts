import { defaultDependenceMethod } from '../../electron/shared/analytics/dependence/defaultMethod.ts'
import { storeChecksum } from '../queries/storeChecksum.ts'
import type { ReadDb } from '../worker/db.ts'

export const METHOD_ID = `${defaultDependenceMethod.id} ${defaultDependenceMethod.version}`

/** What made a file, and how its figures stand. */
export const aboutExport = ({
  db,
  version,
  today,
}: {
  readonly db: ReadDb
  readonly version: string
  readonly today: string
}): string =>
  `Exported from Multivector ${version} on ${today}. Store checksum: ${storeChecksum(db)}. Index method: ${METHOD_ID}.\n${METHOD}`

const METHOD = `Figures stand as published: nothing is estimated, interpolated or smoothed. A unit was converted only by a power of ten.
status is the SDMX observation status (A normal, E estimate, P provisional, M missing …). vintage is the day on which the release became known.
batch and line name the import and the physical line of its file. Two sources that disagree are two rows. WLD and groups are totals, never partners beside countries.
A source, note or other text that begins like a formula has an apostrophe before it, which is not part of it.
`
