// R2: the disk is full at some size. RLIMIT_FSIZE makes every write beyond a size fail, for each file of the process; a small disk in memory
// has no room left for all of them together.
import { spawnSync } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Outcome, type Trials, trials } from './trial.ts'

const BLOCK = 1_024

export interface DiskPoint extends Outcome {
  /** of 1,024 bytes: for each file, or for the whole disk */
  readonly blocks: number
}

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`
const shell = (line: string): readonly string[] => ['bash', '-c', line]
const line = (words: readonly string[]): string => words.map(quote).join(' ')

/** Tries the import with so many blocks of 1,024 bytes for each file. @param rows figures in the file, all of them new */
export function starve(
  base: string,
  folder: string,
  file: string,
  rows: number,
  blocks: readonly number[],
): readonly DiskPoint[] {
  const { command, run } = trials(base, folder, file, rows)
  return blocks.map((most) => ({ blocks: most, ...run(shell(`ulimit -f ${most}; exec ${line(command())}`)) }))
}

/** A disk in memory needs the right to mount one: as root, or in namespaces of one's own. */
const MOUNTS = ['unshare', '-rm'] as const

/** Whether this system lets the bench mount a small disk in memory. */
export const hasSmallDisks = (): boolean =>
  spawnSync(MOUNTS[0], [MOUNTS[1], 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt']).status === 0

/** The import on the small disk: the store is taken there, imported into, and brought back as it then is, with all that lies beside it. */
function onSmallDisk({ store, command }: Trials, disk: string, blocks: number): readonly string[] {
  const there = join(disk, 'trial.sqlite')
  const steps = [
    `mount -t tmpfs -o size=${blocks}k none ${quote(disk)}`,
    `cp ${quote(store)} ${quote(there)}`,
    `{ ${line(command(there))}; code=$?; rm ${quote(store)}; cp -r ${quote(disk)}/. ${quote(dirname(store))}; exit $code; }`,
  ]
  return [...MOUNTS, 'bash', '-c', steps.join(' && ')]
}

/** Tries the import on disks of so many blocks. */
export function fill(base: string, folder: string, file: string, rows: number, blocks: readonly number[]): readonly DiskPoint[] {
  const disk = join(folder, 'disk')
  mkdirSync(disk, { recursive: true })
  const all = trials(base, folder, file, rows)
  return blocks.map((most) => ({ blocks: most, ...all.run(onSmallDisk(all, disk, most)) }))
}

/** Sizes between two, evenly spaced, in blocks. @param least, most bytes */
export const between = (least: number, most: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => Math.ceil((least + ((most - least) * i) / (count - 1)) / BLOCK))

/** Sizes from half of the store to beyond what the import needs. @param most bytes of the largest file that the import writes */
export const sizes = (base: string, most: number, count: number): readonly number[] =>
  between(Math.floor(statSync(base).size / 2), most, count)
