// A signed package from one store into another, through the doors that CSV files come by.
import { closeSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { publicOf } from '../../../db/package/keys.ts'
import type { Connection } from '../../../db/worker/connection.ts'
import { findOutput } from '../../../electron/host/spool.ts'
import type { RequestOf, ResponseOf } from '../../../electron/shared/contract/channels.ts'
import { newKey, packed, plainFiles, sealed, zipOf } from '../package/support/packages.ts'
import { ask as askOn, openTestWriter, type ThreadChannel, temporaryFolder, workerOptions } from '../support/store.ts'

const TOKEN = 'A'.repeat(24)
let connection: Connection
let spool = ''
const opened: number[] = []
beforeEach(() => {
  connection = openTestWriter()
  spool = join(temporaryFolder(), 'spool')
  mkdirSync(spool)
})
afterEach(() => {
  connection.close()
  for (const descriptor of opened.splice(0)) closeSync(descriptor)
})

/** Calls a handler with one file at hand. */
function ask<C extends ThreadChannel>(name: C, request: RequestOf<C>, file: string | null = null): Promise<ResponseOf<C>> {
  const descriptor = file === null ? -1 : openSync(file, 'r')
  if (file !== null) opened.push(descriptor)
  return askOn(connection, name, request, {
    options: workerOptions(connection.raw.name, { spool }),
    now: () => '2026-11-27T12:00:00.000Z',
    file: (token) => ({ token, name: file?.split('/').at(-1) ?? '', bytes: 1, descriptor }),
  })
}

const key = newKey()
const publicKey = publicOf(key).toString('base64')
const KZ_ENERGY = 'indicator,reporter,partner,period,value,unit,source\r\n'

async function packageFile(figures: string): Promise<string> {
  const path = join(temporaryFolder(), 'update.mvdata')
  writeFileSync(path, await zipOf(packed(sealed({ ...plainFiles, 'observations.csv': figures }, key))))
  return path
}

const rows = `${KZ_ENERGY}trade.imports_usd_m,KAZ,RUS,2031,1234.5,,statistics office\r\n`

describe('a signed data package', () => {
  it('is refused with the fingerprint until its key is trusted, then shown, written as a batch and taken back', async () => {
    const file = await packageFile(rows.replace('2031', '2025'))
    const before = await ask('csv.preview', { file: TOKEN }, file)
    expect(before).toMatchObject({
      outcome: 'refused',
      reason: 'package-unknown-signer',
      signer: { publicKey, status: 'unknown' },
    })
    await ask('keys.trust', { publicKey: before.signer?.publicKey ?? '', name: 'Office' })

    const shown = await ask('csv.preview', { file: TOKEN }, file)
    expect(shown).toMatchObject({
      outcome: 'accepted',
      dryRun: true,
      batch: null,
      signer: { status: 'trusted' },
      rows: { read: 1, new: 1 },
    })
    const written = await ask('csv.import', { file: TOKEN }, file)
    expect(written).toMatchObject({ outcome: 'accepted', rows: { new: 1 }, signer: { name: 'Statistics office' } })
    const { batch } = await ask('batches.get', { batch: written.batch ?? 0 })
    expect(batch.file).toBe('update.mvdata')
    expect(batch.note).toMatch(/^Signed by Statistics office, 2026-11-27, key [0-9a-f]{16}$/)
    expect(await ask('batches.undo', { batch: batch.batch })).toMatchObject({ removed: 1 })
    expect(await ask('store.check', {})).toMatchObject({ ok: true, problems: [] })
    expect(readdirSync(spool).filter((name) => name.startsWith('package-'))).toEqual([])
  })

  it('whose key lost its trust is refused, and writing asks again whatever the dry run said', async () => {
    const file = await packageFile(rows.replace('2031', '2025'))
    const [trusted] = await ask('keys.trust', { publicKey, name: 'Office' })
    expect(await ask('csv.preview', { file: TOKEN }, file)).toMatchObject({ outcome: 'accepted' })
    expect(await ask('keys.distrust', { fingerprint: trusted?.fingerprint ?? '' })).toMatchObject([
      { status: 'distrusted', name: 'Office' },
    ])
    expect(await ask('csv.import', { file: TOKEN }, file)).toMatchObject({
      outcome: 'refused',
      reason: 'package-distrusted',
      batch: null,
    })
    expect(readdirSync(spool).filter((name) => name.startsWith('package-'))).toEqual([])
  })

  it('is made of the figures of a store and comes back unchanged', async () => {
    const keyFile = join(temporaryFolder(), 'key')
    writeFileSync(keyFile, key.export({ type: 'pkcs8', format: 'pem' }))
    const made = await ask('package.export', { indicators: ['trade.imports_usd_m'], key: TOKEN, signer: 'Office' }, keyFile)
    expect(made.name).toBe('multivector-2026-11-27.mvdata')
    await ask('keys.trust', { publicKey, name: 'Office' })
    const shown = await ask('csv.preview', { file: TOKEN }, findOutput(spool, made.token).path)
    expect(shown).toMatchObject({ outcome: 'accepted', signer: { name: 'Office', fingerprint: made.fingerprint } })
    expect(shown.rows).toMatchObject({ read: made.rows, new: 0, revised: 0, rejected: 0 })
  })

  it('is not signed with a file that is no private key, nor made of an unknown indicator', async () => {
    const other = join(temporaryFolder(), 'key')
    writeFileSync(other, 'no key')
    await expect(ask('package.export', { key: TOKEN, signer: 'Office' }, other)).rejects.toMatchObject({ code: 'refused' })
    writeFileSync(other, key.export({ type: 'pkcs8', format: 'pem' }))
    await expect(ask('package.export', { indicators: ['no.such'], key: TOKEN, signer: 'Office' }, other)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('keys', () => {
  it('are trusted again after they were not, under the newer name', async () => {
    const [first] = await ask('keys.trust', { publicKey, name: 'Office' })
    await ask('keys.distrust', { fingerprint: first?.fingerprint ?? '' })
    expect(await ask('keys.trust', { publicKey, name: 'Office of statistics' })).toMatchObject([
      { name: 'Office of statistics', status: 'trusted' },
    ])
    expect(await ask('keys.list', {})).toHaveLength(1)
  })

  it('that are not in the store cannot be distrusted, and text that is no key cannot be trusted', async () => {
    await expect(ask('keys.distrust', { fingerprint: '0'.repeat(64) })).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask('keys.trust', { publicKey: 'x'.repeat(60), name: 'Nobody' })).rejects.toMatchObject({
      code: 'invalid-request',
    })
  })
})
