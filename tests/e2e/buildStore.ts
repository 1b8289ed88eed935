// Builds the store of the bundled data once per run; every worker gets a copy.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openWriter } from '../../db/worker/connection.ts'

const root = resolve(import.meta.dirname, '../..')
export const storeVariable = 'MULTIVECTOR_E2E_STORE'

export default function buildStore(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'multivector-e2e-'))
  const store = join(folder, 'multivector.sqlite')
  const built = spawnSync(process.execPath, [join(root, 'out', 'main', 'cli.js'), 'init', '--store', store], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`the store could not be built (npm run build comes first): ${built.stderr}`)
  // specs are about the screens; the tour of the first start has a spec of its own
  const connection = openWriter(store)
  connection.raw.prepare("INSERT INTO setting (name, value) VALUES ('user.tourSeen', 'true')").run()
  connection.close()
  process.env[storeVariable] = store
  return () => rmSync(folder, { recursive: true, force: true })
}
