// Hole: a file that is swapped between the choice and the reading, or is a pipe, a device or a folder. Promise: a file is opened once and used by
// its handle, only regular ones are, the page knows a token and never a path, and outputs are moved whole.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, readSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createFileRegistry } from '../../electron/host/files.ts'
import { createSpool, findOutput, newOutput, removeSpool, saveError, saveOutput, writeOutput } from '../../electron/host/spool.ts'
import { temporaryFolder } from '../db/support/store.ts'

const written = (name: string, text = 'a,b\n'): string => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  return path
}

describe('files the user chose', () => {
  it('are known by a token that says nothing of the path', () => {
    const files = createFileRegistry()
    const path = written('q3.csv')
    const ref = files.open(path)
    expect(ref).toEqual({ name: 'q3.csv', bytes: 4, token: expect.stringMatching(/^[\w-]{32}$/) })
    expect(files.open(path).token).not.toBe(ref.token)
    files.close()
  })

  it('stay the file that was chosen when another is put in its place', () => {
    const files = createFileRegistry()
    const path = written('q3.csv', 'chosen')
    const { token } = files.open(path)
    renameSync(written('other.csv', 'swapped'), path)
    const [opened] = files.of({ file: token })
    const bytes = Buffer.alloc(6)
    readSync(opened?.descriptor ?? -1, bytes, 0, 6, 0)
    expect(bytes.toString()).toBe('chosen')
    files.close()
  })

  it('are found wherever a request names them, and only those', () => {
    const files = createFileRegistry()
    const [a, b] = [files.open(written('a.csv')), files.open(written('b.csv'))]
    expect(files.of({ deep: [{ token: a.token }], again: a.token }).map(({ name }) => name)).toEqual(['a.csv'])
    expect(files.of(b.token).map(({ name }) => name)).toEqual(['b.csv'])
    expect(files.of({ token: 'x'.repeat(32), n: 1, nothing: null })).toEqual([])
    files.close()
  })

  it.each([
    ['a folder', () => temporaryFolder(), 'this is a folder. Choose a file.'],
    ['a device', () => '/dev/zero', 'this is not a regular file.'],
    ['nothing', () => join(temporaryFolder(), 'none.csv'), 'there is no such file.'],
    ['a broken link', () => linkTo('/no/such/file'), 'there is no such file.'],
    ['a link to a device', () => linkTo('/dev/zero'), 'this is not a regular file.'],
    ['a path with NUL', () => '/tmp/a\0b.csv', 'the file cannot be read. Check that this account may open it.'],
  ])('cannot be %s', (_name, path, why) => {
    expect(() => createFileRegistry().open(path())).toThrow(why)
  })

  it('cannot be a pipe, and opening one does not wait for its writer', () => {
    const path = join(temporaryFolder(), 'pipe.csv')
    execFileSync('mkfifo', [path])
    expect(() => createFileRegistry().open(path)).toThrow('this is not a regular file.')
  })

  it('are closed in the order they were last used when there are too many', () => {
    const files = createFileRegistry(2)
    const [a, b] = [files.open(written('a.csv')), files.open(written('b.csv'))]
    const c = files.open(written('c.csv'))
    expect([a, b, c].map(({ token }) => files.of(token).length)).toEqual([0, 1, 1])
    files.close()
  })

  it('that are being read are never closed for another', async () => {
    const files = createFileRegistry(1)
    const { token } = files.open(written('a.csv'))
    let finish = (): void => {}
    const reading = files.using({ token }, () => new Promise<void>((done) => (finish = done)))
    expect(() => files.open(written('b.csv'))).toThrow('Too many files are being read at once.')
    finish()
    await reading
    expect(files.open(written('b.csv')).name).toBe('b.csv')
    files.close()
  })
})

function linkTo(target: string): string {
  const path = join(temporaryFolder(), 'link.csv')
  symlinkSync(target, path)
  return path
}

describe('finished outputs', () => {
  it('is written whole under its own name, or leaves nothing', () => {
    const spool = createSpool()
    const { token, name, bytes } = writeOutput(spool, 'Справка.json', '{"а":1}')
    expect({ name, bytes, found: findOutput(spool, token).name }).toEqual({
      name: 'Справка.json',
      bytes: 8,
      found: 'Справка.json',
    })
    expect(() => writeOutput(spool, `${'x'.repeat(300)}.json`, '{}')).toThrow(expect.objectContaining({ code: 'refused' }))
    expect(readdirSync(spool)).toEqual([token])
    removeSpool(spool)
  })

  it('have no folder where the system lends none, which is told with the way out', () => {
    // once: a second folder would already be asked of the first
    const nowhere = join(temporaryFolder(), 'nowhere')
    vi.stubEnv('TMPDIR', nowhere)
    vi.stubEnv('TEMP', nowhere)
    try {
      expect(createSpool).toThrow(expect.objectContaining({ code: 'refused', message: expect.stringContaining('Set TMPDIR') }))
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('wait in a private folder and are moved whole to where the user wants them', async () => {
    const spool = createSpool()
    const output = newOutput(spool, '../Brief.pdf')
    writeFileSync(output.path, 'new')
    const target = written('Brief.pdf', 'old')
    expect(findOutput(spool, output.token).name).toBe('Brief.pdf')
    expect(await saveOutput(spool, output.token, target)).toBe('Brief.pdf')
    expect(readFileSync(target, 'utf8')).toBe('new')
    expect(readdirSync(join(target, '..'))).toEqual(['Brief.pdf'])
    await expect(saveOutput(spool, output.token, target)).rejects.toMatchObject({ code: 'not-found' })
    removeSpool(spool)
  })

  it.each(['..', '../x', '', 'a', 'A'.repeat(32), 'x/y'.repeat(8)])('are not found under %j', (token) => {
    const spool = createSpool()
    expect(() => findOutput(spool, token)).toThrow('The finished file is no longer there.')
    removeSpool(spool)
  })

  it('that cannot be saved leave what stood there, and wait on', async () => {
    const spool = createSpool()
    const output = newOutput(spool, 'Brief.pdf')
    writeFileSync(output.path, 'new')
    const folder = join(temporaryFolder(), 'Brief.pdf')
    mkdirSync(join(folder, 'inside'), { recursive: true })
    await expect(saveOutput(spool, output.token, folder)).rejects.toMatchObject({ code: 'refused' })
    await expect(saveOutput(spool, output.token, join(folder, 'missing', 'x.pdf'))).rejects.toMatchObject({ code: 'refused' })
    expect(readdirSync(join(folder, '..'))).toEqual(['Brief.pdf'])
    expect(findOutput(spool, output.token).name).toBe('Brief.pdf')
    removeSpool(spool)
  })

  it.each([
    ['ENOSPC', 'disk-full', 'There is no room left on the disk for a.pdf.'],
    ['EBUSY', 'refused', 'a.pdf is open in another program or protected.'],
    ['EPERM', 'refused', 'a.pdf is open in another program or protected.'],
    ['EACCES', 'refused', 'This account may not write to that folder.'],
    ['EROFS', 'refused', 'This account may not write to that folder.'],
    ['ENAMETOOLONG', 'refused', 'The name of the file is too long.'],
  ])('say what to do on %s', (code, refusal, message) => {
    const error = saveError(Object.assign(new Error(code), { code }), 'a.pdf')
    expect(error).toMatchObject({ code: refusal, message: expect.stringContaining(message) })
  })
})
