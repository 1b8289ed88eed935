import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storeCopy, temporaryFolder } from '../db/support/store.ts'
import { run } from './support/run.ts'

const PASSPHRASE = 'nine white horses, Kostanay'
const env = { MULTIVECTOR_KEY_PASSPHRASE: PASSPHRASE }

/** words of a command that signs a small package */
const signing = (key: string, out: string, store: string): readonly string[] => [
  ...['package', '--sign', key, '--name', 'Office', '--out', out],
  ...['--indicator', 'politics.unga_ukraine_vote', '--store', store, '--json'],
]

describe('multivector keys and package', () => {
  it('make a key, sign a package, and let another store take it once the key is trusted', () => {
    const folder = temporaryFolder()
    const [key, out] = [join(folder, 'office'), join(folder, 'update.mvdata')]
    const [sender, receiver] = [storeCopy(), storeCopy()]
    expect(run(['keys', 'generate', '--out', key], { env }).code).toBe(0)
    expect(readFileSync(key, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/)
    expect(statSync(key).mode & 0o077).toBe(0)
    const again = run(['keys', 'generate', '--out', key], { env })
    expect([again.code, again.err]).toEqual([
      1,
      'multivector keys: office is there already. A key is never written over another.\n',
    ])

    const made = run(signing(key, out, sender), { env })
    expect(made.err).toBe('')
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

  it('sign nothing without the passphrase, or with another', () => {
    const folder = temporaryFolder()
    const [key, out, store] = [join(folder, 'office'), join(folder, 'update.mvdata'), storeCopy()]
    run(['keys', 'generate', '--out', key], { env })
    const without = run(signing(key, out, store))
    expect(without.code).toBe(2)
    expect(without.err).toContain('the key needs its passphrase: run this in a terminal, or set MULTIVECTOR_KEY_PASSPHRASE')
    const wrong = run(signing(key, out, store), { env: { MULTIVECTOR_KEY_PASSPHRASE: 'nine black horses, Kostanay' } })
    expect([wrong.code, wrong.err]).toEqual([
      1,
      'multivector package: The passphrase does not open this key, or the file is damaged. Nothing was signed.\n',
    ])
    expect(wrong.out).not.toContain('horses')
    expect(existsSync(out)).toBe(false)
  })

  it('make no key with a short passphrase, or with none', () => {
    const key = join(temporaryFolder(), 'office')
    expect(run(['keys', 'generate', '--out', key]).err).toContain('the key needs its passphrase')
    const short = run(['keys', 'generate', '--out', key], { env: { MULTIVECTOR_KEY_PASSPHRASE: 'horses' } })
    expect([short.code, short.err.includes('shorter than 12 characters')]).toEqual([2, true])
    expect(existsSync(key) || existsSync(`${key}.pub`)).toBe(false)
  })

  it('sign with a key of an older version, warn, and give it a passphrase', () => {
    const folder = temporaryFolder()
    const [key, store] = [join(folder, 'old'), storeCopy()]
    writeFileSync(key, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    const first = run(signing(key, join(folder, '1.mvdata'), store))
    expect(first.code).toBe(0)
    expect(first.err).toContain('old is not encrypted: whoever reads the file signs in your name.')
    expect(run(['keys', 'protect', key], { env }).out).toContain('old is encrypted. Copies of it elsewhere are not.')
    expect(statSync(key).mode & 0o077).toBe(0)
    expect(run(['keys', 'protect', key], { env }).err).toContain('old is encrypted already')
    const second = run(signing(key, join(folder, '2.mvdata'), store), { env })
    expect(second.err).toBe('')
    const of = (ran: typeof first): unknown => (ran.json() as { fingerprint: string }).fingerprint
    expect(of(second)).toBe(of(first))
  })

  it('say what is missing', () => {
    expect(run(['keys', 'lend']).err).toContain('keys does not know lend')
    expect(run(['keys', 'trust']).code).toBe(2)
    const out = join(temporaryFolder(), 'x.mvdata')
    expect(run(['package', '--name', 'Office', '--out', out]).err).toContain('--sign is missing')
    expect(existsSync(out)).toBe(false)
  })
})
