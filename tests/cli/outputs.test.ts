// Where a file is to be written and cannot be: a clear sentence, nothing half under the final name, and what stood there stays.
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasSmallDisks } from '../../bench/faults/disk.ts'
import { builtStore, temporaryFolder } from '../db/support/store.ts'
import { run } from './support/run.ts'

const store = builtStore()
const commands = [
  ['brief', ['--reporter', 'KAZ', '--format', 'html']],
  ['export', ['--format', 'csv', '--indicator', 'trade.imports_usd_m']],
] as const

/** Root may write everywhere, so it asks as nobody. */
const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}

describe.each(commands)('an output of %s', (command, words) => {
  const write = (out: string, options = {}) => run([command, ...words, '--out', out, '--store', store, '--json'], options)

  it('does not take the place of a folder', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'taken'))
    expect(write(join(folder, 'taken'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is a folder of the name taken'),
    })
    expect(readdirSync(folder)).toEqual(['taken'])
    expect(readdirSync(join(folder, 'taken'))).toEqual([])
  })

  it('is not written where the folder is missing, or the name too long', () => {
    const folder = temporaryFolder()
    expect(write(join(folder, 'no', 'x'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('The folder for x is not there'),
    })
    expect(write(join(folder, 'x'.repeat(300)))).toMatchObject({
      code: 1,
      err: expect.stringContaining('name of the file is too long'),
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not written to a folder that is closed to the account, nor over a file that its owner protected', () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o755)
    writeFileSync(join(folder, 'x'), 'before')
    chmodSync(join(folder, 'x'), 0o444)
    const own = { ...asNobody, env: { HOME: folder } }
    if (process.getuid?.() !== 0) chmodSync(folder, 0o555)
    expect(write(join(folder, 'new'), own)).toMatchObject({
      code: 1,
      err: expect.stringContaining('may not write to that folder'),
    })
    expect(write(join(folder, 'x'), own)).toMatchObject({ code: 1, err: expect.stringContaining('or protected') })
    if (process.getuid?.() !== 0) chmodSync(folder, 0o755)
    expect(readdirSync(folder)).toEqual(['x'])
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe('before')
  })

  it('that is open in another program is replaced in one step: who reads it goes on reading the old one', () => {
    const out = join(temporaryFolder(), 'open.html')
    writeFileSync(out, 'before')
    const held = openSync(out, 'r')
    expect(write(out)).toMatchObject({ code: 0 })
    expect(readFileSync(held, 'utf8')).toBe('before')
    closeSync(held)
    expect(readFileSync(out, 'utf8').length).toBeGreaterThan(1000)
  })

  // where no disk in memory may be mounted there is nothing to try
  it.each(hasSmallDisks() ? ['16k'] : [])('that finds a disk of %s full leaves what stood there, and no half file', (room) => {
    const disk = temporaryFolder()
    const list = join(temporaryFolder(), 'list')
    const shown = `ls -A ${disk} > ${list}; cat ${disk}/out >> ${list}`
    // the words of the command begin with an exec that would not come back
    const script = `shift; mount -t tmpfs -o size=${room} none ${disk} && printf before > ${disk}/out && { "$@"; code=$?; ${shown}; exit $code; }`
    const ran = write(join(disk, 'out'), { before: `exec unshare -rm bash -c '${script.replaceAll("'", "'\\''")}' --` })
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('There is no room left on the disk for out') })
    expect(readFileSync(list, 'utf8')).toBe('out\nbefore')
  })
})
