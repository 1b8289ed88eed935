// Hole: figures that somebody changed on their way, a path out of the folder (zip slip), a bomb. Promise: a package is taken only whole, only of a trusted signer, and only the files of
// the list; everything else is refused with its reason, and nothing is written.
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayBePackage } from '../../db/package/fileName.ts'
import { readManifest } from '../../db/package/format.ts'
import { readPublicKey } from '../../db/package/keys.ts'
import { openPackage } from '../../db/package/openPackage.ts'
import { PackageRefusal } from '../../db/package/refusal.ts'
import {
  FIGURES_TEXT,
  type Files,
  newKey,
  openBytes,
  packed,
  patched,
  plainFiles,
  sealed,
  zipOf,
} from '../db/package/support/packages.ts'
import { temporaryFolder } from '../db/support/store.ts'

const key = newKey()
const good = sealed(plainFiles, key)
const without = (files: Files, name: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([other]) => other !== name))
const zip = (files: Files): Promise<Buffer> => zipOf(packed(files))
const SYMLINK = 0o120777
const FOLDER = 0o040755

/** Changes fields of the central directory's entries, where a reader takes sizes and flags from. */
function patchEntry(bytes: Buffer, name: string, change: (entry: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 4, 'latin1'))
    if (copy.subarray(at + 46, at + 46 + copy.readUInt16LE(at + 28)).toString() === name) change(copy.subarray(at))
  return copy
}

const cases: readonly (readonly [what: string, reason: string, make: () => Promise<Buffer> | Buffer])[] = [
  ['a figure changed', 'package-tampered', () => zip({ ...good, 'observations.csv': FIGURES_TEXT.replace('16847', '26847') })],
  [
    'the description changed',
    'package-tampered',
    () => zip({ ...good, 'datapackage.json': '{"resources":[{"path":"observations.csv"}] }' }),
  ],
  ['a file left out', 'package-tampered', () => zip(without(good, 'METHOD.txt'))],
  ['a file of the list added', 'package-tampered', () => zip({ ...good, 'sources.csv': 'source\n' })],
  [
    'the manifest changed with the figure',
    'package-tampered',
    () => zip({ ...good, ...without(sealed({ ...plainFiles, 'observations.csv': 'x' }, newKey()), 'signature.json') }),
  ],
  ['another signer named', 'package-tampered', () => zip(sealed(plainFiles, key, { signer: 'Ministry' }))],
  ['another day named', 'package-tampered', () => zip(sealed(plainFiles, key, { signedAt: '2026-11-28T12:00:00.000Z' }))],
  [
    'the key of somebody else named',
    'package-tampered',
    () => zip(sealed(plainFiles, key, { publicKey: '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' })),
  ],
  ['a key that is none', 'package-tampered', () => zip(sealed(plainFiles, key, { publicKey: 'AAAA' }))],
  // signed as they stand, so that only the names themselves speak against them
  ['a signer without a name', 'package-tampered', () => zip(sealed(plainFiles, key, {}, { signer: ' ' }))],
  ['a signer of two lines', 'package-tampered', () => zip(sealed(plainFiles, key, {}, { signer: 'Office\nof lies' }))],
  ['a signer written backwards', 'package-tampered', () => zip(sealed(plainFiles, key, {}, { signer: 'Office \u202eseil fo' }))],
  ['a signer of 201 letters', 'package-tampered', () => zip(sealed(plainFiles, key, {}, { signer: 'x'.repeat(201) }))],
  ['a day that is none', 'package-tampered', () => zip(sealed(plainFiles, key, {}, { signedAt: 'yesterday' }))],
  ['an empty signature', 'package-tampered', () => zip(sealed(plainFiles, key, { signature: '' }))],
  ['a signature that is not JSON', 'package-tampered', () => zip({ ...good, 'signature.json': 'signed' })],
  ['a signature without a name', 'package-tampered', () => zip(sealed(plainFiles, key, { signer: 7 }))],
  ['no signature', 'package-unsigned', () => zip(without(good, 'signature.json'))],
  ['no manifest', 'package-unsigned', () => zip(without(good, 'manifest.sha256'))],
  ['no signature and no manifest', 'package-unsigned', () => zip(plainFiles)],
  ['a later format', 'package-damaged', () => zip(sealed(plainFiles, key, { format: 'multivector-data-package/2' }))],
  ['no description', 'package-damaged', () => zip(sealed(without(plainFiles, 'datapackage.json'), key))],
  ['no figures', 'package-damaged', () => zip(sealed(without(plainFiles, 'observations.csv'), key))],
  [
    'a description of something else',
    'package-damaged',
    () => zip(sealed({ ...plainFiles, 'datapackage.json': '{"resources":[]}' }, key)),
  ],
  ['no zip file at all', 'package-damaged', () => Buffer.from('indicator,reporter\n')],
  ['half of it lost', 'package-damaged', async () => (await zip(good)).subarray(0, 400)],
  [
    'a name that leads out of it',
    'package-unsafe',
    async () => patched(await zip({ ...good, 'xx/evil.csv': 'x' }), 'xx/evil.csv', '../evil.csv'),
  ],
  [
    'a name from the root',
    'package-unsafe',
    async () => patched(await zip({ ...good, 'xetc/passwd': 'x' }), 'xetc/passwd', '/etc/passwd'),
  ],
  [
    'a name with a drive',
    'package-unsafe',
    async () => patched(await zip({ ...good, 'cxevil.csv': 'x' }), 'cxevil.csv', 'c:evil.csv'),
  ],
  [
    'a name with backslashes',
    'package-unsafe',
    async () => patched(await zip({ ...good, '..xevil.csv': 'x' }), '..xevil.csv', '..\\evil.csv'),
  ],
  ['a name in a folder', 'package-unsafe', () => zip({ ...good, 'folder/observations.csv': 'x' })],
  ['a program', 'package-unsafe', () => zip({ ...good, 'setup.exe': 'MZ' })],
  ['the same name twice', 'package-unsafe', () => zipOf([...packed(good), { name: 'observations.csv', content: 'second' }])],
  [
    'a link in place of the figures',
    'package-unsafe',
    () =>
      zipOf(
        packed(good).map((entry) =>
          entry.name === 'observations.csv' ? { ...entry, content: '/etc/passwd', mode: SYMLINK } : entry,
        ),
      ),
  ],
  [
    'a folder in place of the figures',
    'package-unsafe',
    () =>
      zipOf(packed(good).map((entry) => (entry.name === 'observations.csv' ? { ...entry, content: '', mode: FOLDER } : entry))),
  ],
  ['many files', 'package-unsafe', () => zipOf(Array.from({ length: 200 }, (_, i) => ({ name: `${i}`, content: '' })))],
  ['a bomb', 'package-unsafe', () => zip({ ...good, 'sources.csv': Buffer.alloc(20_000_000) })],
  ['a file beyond its limit', 'package-unsafe', () => zip({ ...good, 'METHOD.txt': Buffer.alloc(2_000_000, 'abcdefghijk') })],
  [
    'an encrypted file',
    'package-unsafe',
    async () => patchEntry(await zip(good), 'METHOD.txt', (entry) => entry.writeUInt16LE(entry.readUInt16LE(8) | 1, 8)),
  ],
  [
    'another way of packing',
    'package-unsafe',
    async () => patchEntry(await zip(good), 'METHOD.txt', (entry) => entry.writeUInt16LE(14, 10)),
  ],
  [
    'a size that is not true',
    'package-tampered',
    async () => patchEntry(await zip(good), 'observations.csv', (entry) => entry.writeUInt32LE(20, 24)),
  ],
  [
    'a size of four gigabytes',
    'package-unsafe',
    async () => patchEntry(await zip(good), 'observations.csv', (entry) => entry.writeUInt32LE(0xffff_fff0, 24)),
  ],
]

describe('a data package', () => {
  it('of a trusted signer is taken, and its figures come out byte for byte', async () => {
    const { signer, title, figures } = await openBytes(await zip(good))
    expect(figures).toBe(FIGURES_TEXT)
    expect(title).toBe('An update')
    expect(signer).toMatchObject({ name: 'Statistics office', signedAt: '2026-11-27T12:00:00.000Z', status: 'trusted' })
    expect(signer.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ['unknown', 'package-unknown-signer'],
    ['distrusted', 'package-distrusted'],
  ] as const)('of an %s signer is refused with the fingerprint of the key', async (status, reason) => {
    const refusal = await openBytes(await zip(good), status).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(PackageRefusal)
    const { signer, message } = refusal as PackageRefusal
    expect(refusal).toMatchObject({ reason })
    expect(message.replaceAll(' ', '')).toContain(signer?.fingerprint)
  })

  it.each(cases)('with %s is refused as %s', async (_what, reason, make) => {
    const refusal = await openBytes(await make()).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ name: 'PackageRefusal', reason })
  })

  it('that is exchanged between its check and its unpacking is refused, and its figures are gone', async () => {
    const folder = temporaryFolder()
    const [path, figures] = [join(folder, 'update.mvdata'), join(folder, 'figures.csv')]
    const bytes = await zipOf(packed(good).map((entry) => ({ ...entry, stored: true })))
    writeFileSync(path, bytes)
    const descriptor = openSync(path, 'r')
    const statusOf = () => {
      writeFileSync(path, patched(bytes, '16847', '26847'))
      return 'trusted' as const
    }
    const refusal = await openPackage({ descriptor, name: 'update.mvdata', statusOf, figures }).catch((error: unknown) => error)
    closeSync(descriptor)
    expect(refusal).toMatchObject({ reason: 'package-tampered' })
    expect(existsSync(figures)).toBe(false)
  })

  it('of an unknown signer that was tampered with is refused for that, so that nobody trusts its key', async () => {
    const bytes = await zip({ ...good, 'observations.csv': `${FIGURES_TEXT}more` })
    await expect(openBytes(bytes, 'unknown')).rejects.toMatchObject({ reason: 'package-tampered', signer: null })
  })

  it('with any byte changed is refused, or is the same package still', async () => {
    const bytes = await zip(good)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const copy = Buffer.from(bytes)
        copy[at] = (copy[at] ?? 0) ^ change
        const outcome = await openBytes(copy).catch((error: unknown) => error)
        if (outcome instanceof PackageRefusal) return
        expect(outcome).toMatchObject({ figures: FIGURES_TEXT, signer: { name: 'Statistics office' } })
      }),
      { numRuns: 200, seed: 20_261_127 },
    )
  })
})

describe('the door of packages', () => {
  it('is for zip files and .mvdata; a CSV file or a workbook goes its own way', () => {
    expect(['u.mvdata', 'U.ZIP', 'table.csv', 'book.xlsx', 'zip'].map(mayBePackage)).toEqual([true, true, false, false, false])
  })
})

describe('a manifest', () => {
  it('is read only as it is written: ordered, each name once, nothing around it', () => {
    const line = (name: string): string => `${'a'.repeat(64)}  ${name}\n`
    expect(readManifest(line('a') + line('b'))?.size).toBe(2)
    for (const text of [
      line('b') + line('a'),
      line('a') + line('a'),
      `${line('a')}\n`,
      line('../a'),
      line('a').trim(),
      `#\n${line('a')}`,
    ])
      expect(readManifest(text)).toBeNull()
  })
})

describe('a public key', () => {
  it('is read from base64 and from PEM, and a private one is refused by that name', () => {
    const raw = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='
    expect(readPublicKey(`${raw}\n`).toString('base64')).toBe(raw)
    const pem =
      '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n'
    expect(readPublicKey(pem).toString('base64')).toBe(raw)
    expect(() => readPublicKey(newKey().export({ type: 'pkcs8', format: 'pem' }).toString())).toThrow(/private key/)
    expect(() => readPublicKey('AAAA')).toThrow(/not an Ed25519 public key/)
  })
})
