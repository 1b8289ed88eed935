// R10: files that are made to hurt, each read by a process of its own whose memory is measured.
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { CHILD_ENV } from './options.ts'

const CHILD = join(import.meta.dirname, 'hostileChild.ts')
const HEADER = 'indicator,reporter,partner,period,value,unit,source\n'

export interface Hostile {
  readonly name: string
  /** makes it and says where it is */
  readonly make: (folder: string) => string
}

const repeated = (path: string, head: string, line: string, bytes: number): string => {
  const descriptor = openSync(path, 'w')
  const block = line.repeat(Math.ceil((1 << 20) / line.length))
  writeSync(descriptor, head)
  for (let written = head.length; written < bytes; written += block.length) writeSync(descriptor, block)
  closeSync(descriptor)
  return path
}

/** A file of this size that takes no room on the disk: a heading, and then zeros. */
const sparse = (path: string, bytes: number): string => {
  const descriptor = openSync(path, 'w')
  writeSync(descriptor, HEADER)
  ftruncateSync(descriptor, bytes)
  closeSync(descriptor)
  return path
}

const GIGABYTE = 1 << 30

/** Files that end in a refusal. @param full false = the sizes of the suite */
export const hostileFiles = (full: boolean): readonly Hostile[] => [
  { name: '10 GB of zeros behind a heading', make: (folder) => sparse(join(folder, 'zeros.csv'), 10 * GIGABYTE) },
  { name: '/dev/zero', make: () => '/dev/zero' },
  {
    name: 'a pipe without a writer',
    make: (folder) => {
      const path = join(folder, 'pipe.csv')
      spawnSync('mkfifo', [path])
      return path
    },
  },
  {
    name: 'a folder',
    make: (folder) => {
      mkdirSync(join(folder, 'folder.csv'), { recursive: true })
      return join(folder, 'folder.csv')
    },
  },
  {
    name: '100,000 columns',
    make: (folder) => {
      const path = join(folder, 'columns.csv')
      writeFileSync(path, `${Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',')}\n${'1,'.repeat(99_999)}1\n`)
      return path
    },
  },
  {
    name: `a quote that ${full ? '100' : '40'} MB do not close`,
    make: (folder) =>
      repeated(
        join(folder, 'quote.csv'),
        `${HEADER}trade.imports_usd_m,KAZ,RUS,2001,"`,
        'text, text\n',
        (full ? 100 : 40) * 1_048_576,
      ),
  },
]

/** A file that is read for a while: for cancelling, and for a million bad rows. */
export const badRows = (folder: string, rows: number): string =>
  repeated(join(folder, 'bad.csv'), HEADER, 'trade.imports_usd_m,KAZ,RUS,2001,not a number,USD_M,s\n', rows * 52)

export interface HostileRun {
  readonly name: string
  /** what the program said of it */
  readonly said: string
  /** milliseconds from asking for the import to the answer */
  readonly ms: number
  /** most memory of the whole process, with Node itself, MB */
  readonly megabytes: number
}

/** Imports a path in a process of its own. @param cancelAfterMs asks it to stop after that time; `ms` then counts from the asking */
export function readHostile(store: string, name: string, path: string, cancelAfterMs: number | null = null): Promise<HostileRun> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [CHILD, store, path, String(cancelAfterMs ?? '')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: CHILD_ENV,
    })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    child.on('error', fail)
    child.on('exit', () => {
      const [ms = '', megabytes = '', ...said] = text.trim().split(' ')
      done({ name, said: said.join(' '), ms: Number(ms), megabytes: Number(megabytes) })
    })
  })
}
