import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Places = typeof import('../../../electron/main/places.ts')

/** The places of a clone with a page of one line instead of the built one, so that tests of the host need no build. */
export function withLeastPage(actual: Places): Places {
  const page = mkdtempSync(join(tmpdir(), 'multivector-page-'))
  writeFileSync(join(page, 'index.html'), '<!doctype html><p>page</p>')
  return { ...actual, places: () => ({ ...actual.places(), page }) }
}
