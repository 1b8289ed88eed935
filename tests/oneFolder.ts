// Whatever the tests of a run put into the folder of temporary files lies in one folder, which goes with the run.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What each system calls the folder of temporary files. */
const NAMES = ['TMPDIR', 'TEMP', 'TMP'] as const
/** Where stores stand that the next run may use again. */
export const storesVariable = 'MULTIVECTOR_TEST_STORES'

export default function oneFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'multivector-run-'))
  // open to every account, as the folder that it stands for: some tests play another one
  chmodSync(folder, 0o1777)
  process.env[storesVariable] ??= join(tmpdir(), 'multivector-tests')
  for (const name of NAMES) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
