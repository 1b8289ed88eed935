// Data packages for tests: whole ones, and ones that somebody laid hands on.
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { FORMAT, MANIFEST, manifestText, SIGNATURE, signedBytes } from '../../../../db/package/format.ts'
import { publicOf, signBytes } from '../../../../db/package/keys.ts'
import { type OpenedPackage, openPackage } from '../../../../db/package/openPackage.ts'
import type { PackageSigner } from '../../../../electron/shared/contract/schema/packages.ts'
import { temporaryFolder } from '../../support/store.ts'

export const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey

export const FIGURES_TEXT = `indicator,reporter,partner,period,value,unit,source\r\ntrade.imports_usd_m,KAZ,RUS,2023,16847,USD million,office\r\n`

export type Files = Readonly<Record<string, string | Buffer>>

/** The files of a small package, without manifest and signature. */
export const plainFiles: Files = {
  'datapackage.json': JSON.stringify({ title: 'An update', resources: [{ path: 'observations.csv' }] }),
  'observations.csv': FIGURES_TEXT,
  'METHOD.txt': 'As published.\n',
}

const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')

/**
 * Those files with the manifest and the signature that belong to them.
 *
 * @param changes to the signature's file after it was signed
 * @param signed another name or day, signed with the rest
 */
export function sealed(
  files: Files,
  key: KeyObject,
  changes: Readonly<Record<string, unknown>> = {},
  signed: { readonly signer?: string; readonly signedAt?: string } = {},
): Files {
  const manifest = manifestText(new Map(Object.entries(files).map(([name, content]) => [name, hashOf(content)])))
  const named = { signer: 'Statistics office', signedAt: '2026-11-27T12:00:00.000Z', ...signed }
  const signature = {
    format: FORMAT,
    algorithm: 'Ed25519',
    publicKey: publicOf(key).toString('base64'),
    ...named,
    signature: signBytes(key, signedBytes(named, manifest)),
    ...changes,
  }
  return { ...files, [MANIFEST]: manifest, [SIGNATURE]: JSON.stringify(signature) }
}

export interface Packed {
  readonly name: string
  readonly content: string | Buffer
  readonly mode?: number
  readonly stored?: boolean
}

/** A zip file of these entries, in this order; names may come twice. */
export async function zipOf(entries: readonly Packed[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { name, content, mode = 0o100644, stored = false } of entries)
    zip.addBuffer(Buffer.from(content), name, { mode, compress: !stored, mtime: new Date(2026, 0, 1) })
  zip.end()
  return buffer(zip.outputStream)
}

export const packed = (files: Files): readonly Packed[] => Object.entries(files).map(([name, content]) => ({ name, content }))

/** Every place of some bytes is overwritten with as many others. */
export function patched(bytes: Buffer, from: string | Buffer, to: string | Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const [search, put] = [Buffer.from(from), Buffer.from(to)]
  if (search.length !== put.length) throw new Error('a patch keeps the length')
  let found = 0
  for (let at = copy.indexOf(search); at >= 0; at = copy.indexOf(search, at + put.length)) {
    put.copy(copy, at)
    found++
  }
  if (found === 0) throw new Error('nothing to patch')
  return copy
}

/** Opens bytes as a package file. @returns what was found and the figures as they were unpacked */
export async function openBytes(
  bytes: Buffer,
  status: PackageSigner['status'] = 'trusted',
): Promise<OpenedPackage & { readonly figures: string }> {
  const folder = temporaryFolder()
  const path = join(folder, 'update.mvdata')
  writeFileSync(path, bytes)
  const descriptor = openSync(path, 'r')
  const figures = join(folder, 'figures.csv')
  try {
    const opened = await openPackage({ descriptor, name: 'update.mvdata', statusOf: () => status, figures })
    return { ...opened, figures: readFileSync(figures, 'utf8') }
  } finally {
    closeSync(descriptor)
  }
}
