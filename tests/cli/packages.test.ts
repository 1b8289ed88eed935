import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storeCopy, temporaryFolder } from '../db/support/store.ts'
import { run } from './support/run.ts'

describe('multivector keys and package', () => {
  it('make a key, sign a package, and let another store take it once the key is trusted', () => {
    const folder = temporaryFolder()
    const [key, out] = [join(folder, 'office'), join(folder, 'update.mvdata')]
    const [sender, receiver] = [storeCopy(), storeCopy()]
    expect(run(['keys', 'generate', '--out', key]).code).toBe(0)
    expect(statSync(key).mode & 0o077).toBe(0)
    const again = run(['keys', 'generate', '--out', key])
    expect([again.code, again.err]).toEqual([
      1,
      'multivector keys: office.pub is there already. A key is never written over another.\n',
    ])

    const made = run([
      'package',
      '--sign',
      key,
      '--name',
      'Office',
      '--out',
      out,
      '--indicator',
      'politics.unga_ukraine_vote',
      '--store',
      sender,
      '--json',
    ])
    const { rows, fingerprint } = made.json() as { rows: number; fingerprint: string }
    expect(rows).toBeGreaterThan(10)

    const before = run(['import', out, '--dry-run', '--store', receiver])
    expect(before.code).toBe(1)
    expect(before.err).toContain('package-unknown-signer')
    expect(run(['keys', 'trust', `${key}.pub`, '--name', 'Office', '--store', receiver]).out).toContain('trusted')
    const after = run(['import', out, '--dry-run', '--store', receiver])
    expect(after.code).toBe(0)
    expect(after.out).toContain(`signed by Office`)
    const groups = fingerprint.match(/.{4}/g) ?? []
    expect(run(['keys', 'distrust', ...groups, '--store', receiver]).out).toContain('distrusted')
    expect(run(['import', out, '--store', receiver]).err).toContain('package-distrusted')
  })

  it('say what is missing', () => {
    expect(run(['keys', 'lend']).err).toContain('keys does not know lend')
    expect(run(['keys', 'trust']).code).toBe(2)
    const out = join(temporaryFolder(), 'x.mvdata')
    expect(run(['package', '--name', 'Office', '--out', out]).err).toContain('--sign is missing')
    expect(existsSync(out)).toBe(false)
  })
})
