// Everything that a run of tests puts into the system's folder for temporary files lies in one folder of its own, and goes with it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The names under which POSIX systems and Windows look for that folder. */
const NAMES = ['TMPDIR', 'TEMP', 'TMP'] as const

/** Runs before the test processes start, which inherit it. @returns what to do at the end */
export default function ownTemporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'multivector-tests-'))
  // open to all as the system's own is: some tests act as another account
  chmodSync(folder, 0o1777)
  for (const name of NAMES) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
