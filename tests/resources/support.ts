// The tables of the bundled data as rows of text.
import type { Row } from '../../scripts/data/csv.ts'
import { dataFolder, observationNames, readDescriptor } from '../../scripts/data/descriptor.ts'
import { rowsOf } from '../../scripts/data/validate.ts'

export const descriptor = readDescriptor(dataFolder)
const tables = new Map(descriptor.resources.filter(({ schema }) => schema).map((r) => [r.name, rowsOf(dataFolder, r)]))

/** Rows of a table by its name in the data package; none for a table that is not there. */
export const table = (name: string): readonly Row[] => tables.get(name) ?? []

/** The rows of every table of figures. */
export const observations = observationNames.flatMap((name) => table(name))
