// Looks into packages that were made around the real Electron, as the release does before it hands them on.
//
//   node scripts/package/look.ts [--in FOLDER] linux-x64 [linux-arm64 …]
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkContents, type Entry } from './contents.ts'
import { fuseProblems, packageEntries, runtimeProblems, sealProblems, unpackedProblems } from './electronPackage.ts'
import { unpackedFolder } from './pack.ts'
import { type Target, targetNamed } from './targets.ts'

export interface Found {
  readonly entries: readonly Entry[]
  /** sentences; none = the package is as it should be */
  readonly problems: readonly string[]
  /** the unpacked folder */
  readonly folder: string
  readonly resources: string
}

/** Everything that is checked of one unpacked package. @param output the folder that electron-builder wrote to */
export async function lookInto(root: string, target: Target, output: string): Promise<Found> {
  const { folder, resources } = unpackedFolder(output, target)
  const entries = packageEntries(resources)
  const problems = [
    ...checkContents(root, target, entries, { preload: true }),
    ...unpackedProblems(resources),
    ...(await fuseProblems(folder, target)),
    ...sealProblems(folder, resources, target),
    ...runtimeProblems(folder, resources, target),
  ]
  return { entries, problems, folder, resources }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ options: { in: { type: 'string', default: 'release' } }, allowPositionals: true })
  const root = resolve(import.meta.dirname, '../..')
  for (const name of positionals) {
    const { entries, problems } = await lookInto(root, targetNamed(name), resolve(values.in))
    for (const problem of problems) process.stdout.write(`${name}: ${problem}\n`)
    if (problems.length > 0) process.exitCode = 1
    else process.stdout.write(`${name}: as it should be, ${entries.length} files\n`)
  }
}
