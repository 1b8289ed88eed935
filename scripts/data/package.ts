// Packs the bundled data: reviews the terms of every source, checks each table against its schema and writes sizes, checksums and the list
// of sources into datapackage.json. Running it twice changes nothing. `--check` writes nothing and fails when something would change.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvRows, csvText } from './csv.ts'
import { dataFolder, readDescriptor, readText } from './descriptor.ts'
import { reviewTerms } from './terms.ts'
import { fingerprint, schemaFlaws } from './validate.ts'

const checkOnly = process.argv.includes('--check')
const flaws: string[] = []

function put(path: string, text: string): void {
  if (readText(dataFolder, path) === text) return
  if (checkOnly) flaws.push(`${path} is not up to date; run node scripts/data/package.ts`)
  else writeFileSync(join(dataFolder, path), text)
}

const sources = csvRows(readText(dataFolder, 'sources.csv'))
const reviewed = sources.map(({ source_id = '', licence = '' }) => {
  const review = reviewTerms(licence)
  if (!review) flaws.push(`sources.csv: the licence of ${source_id} has not been reviewed: "${licence}"; add a rule to terms.ts`)
  return { source_id, terms: review?.terms ?? 'narrow', reason: review?.reason ?? 'Not reviewed' }
})
put('source_terms.csv', csvText(['source_id', 'terms', 'reason'], reviewed))

const descriptor = readDescriptor(dataFolder)
const packed = {
  ...descriptor,
  sources: sources.map(({ title = '', url = '' }) => (url === '' ? { title } : { title, path: url })),
  resources: descriptor.resources.map((resource) => ({ ...resource, ...fingerprint(dataFolder, resource.path) })),
}
put('datapackage.json', `${JSON.stringify(packed, null, 2)}\n`)
flaws.push(...schemaFlaws(dataFolder, packed))

for (const flaw of flaws.slice(0, 50)) console.error(flaw)
if (flaws.length > 0) {
  console.error(`${flaws.length} flaws`)
  process.exitCode = 1
} else
  console.log(`${packed.resources.length} files, ${packed.resources.reduce((sum, { bytes }) => sum + bytes, 0)} bytes: sound`)
