// Reads a data package without trusting anything in it: the list of its files first, then the signature, then every byte against the
// manifest. Only of a trusted signer is something written to disk, and that is one file under a name of our own.
import { createHash, type Hash } from 'node:crypto'
import { createWriteStream, readSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl'
import type { PackageSigner } from '../../electron/shared/contract/schema/packages.ts'
import { grouped, isSignerName } from '../../electron/shared/domain/fingerprint.ts'
import {
  DESCRIPTOR,
  ENDING,
  FIGURES,
  FORMAT,
  fingerprintOf,
  LIMITS,
  MANIFEST,
  MOST_RATIO,
  NEEDED,
  readManifest,
  SIGNATURE,
  type Signature,
  signedBytes,
} from './format.ts'
import { isSignedBy } from './keys.ts'
import { PackageRefusal } from './refusal.ts'

const damaged = (message: string): PackageRefusal => new PackageRefusal('package-damaged', message)
const unsafe = (message: string): PackageRefusal => new PackageRefusal('package-unsafe', message)
const tampered = (message: string): PackageRefusal =>
  new PackageRefusal('package-tampered', `${message} Nothing of it was used. Ask its sender for it again.`)

const FILE_KIND = 0o170000
const REGULAR = 0o100000
/** A kilobyte of nothing packs to a few bytes; the ratio says something from here on. */
const RATIO_FROM = 65_536

/** Why one entry of the archive is not taken; null = it is one of the list, a plain file, of a sensible size. */
function entryProblem(entry: Entry, seen: ReadonlyMap<string, Entry>): string | null {
  const { fileName: name, uncompressedSize: size, compressedSize: packed } = entry
  const shown = JSON.stringify(name.slice(0, 80))
  const most = LIMITS.get(name)
  if (most === undefined) return `It holds ${shown}, which no data package has.`
  if (seen.has(name)) return `It holds ${shown} twice.`
  const kind = (entry.externalFileAttributes >>> 16) & FILE_KIND
  if (kind !== 0 && kind !== REGULAR) return `${shown} is a link or a folder, not a file.`
  if (entry.isEncrypted()) return `${shown} is encrypted.`
  if (!entry.canDecodeFileData()) return `${shown} is packed in a way that is not read here.`
  if (size > most) return `${shown} would unpack to ${size} bytes; at most ${most} are taken.`
  if (size > RATIO_FROM && size > packed * MOST_RATIO) return `${shown} would unpack to more than ${MOST_RATIO} times its size.`
  return null
}

/** Lists the archive. @throws {PackageRefusal} */
async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > LIMITS.size) throw unsafe(`It holds ${zip.entryCount} files; a data package has at most ${LIMITS.size}.`)
  for await (const entry of zip.eachEntry()) {
    const problem = entryProblem(entry, entries)
    if (problem !== null) throw unsafe(problem)
    entries.set(entry.fileName, entry)
  }
  return entries
}

/** Counts and hashes what passes and stops it at a limit, whatever the archive said of its size. */
class Meter extends Writable {
  readonly #hash: Hash = createHash('sha256')
  readonly #most: number
  readonly #chunks: Buffer[] | null
  #bytes = 0

  constructor(most: number, keeps: boolean) {
    super()
    this.#most = most
    this.#chunks = keeps ? [] : null
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#bytes += chunk.length
    if (this.#bytes > this.#most) done(unsafe('A file in it unpacks to more than it may.'))
    else {
      this.#hash.update(chunk)
      this.#chunks?.push(chunk)
      done()
    }
  }

  digest(): string {
    return this.#hash.digest('hex')
  }

  text(): string {
    return Buffer.concat(this.#chunks ?? []).toString('utf8')
  }
}

async function read(zip: ZipFile, entry: Entry, keeps: boolean): Promise<Meter> {
  const meter = new Meter(LIMITS.get(entry.fileName) ?? 0, keeps)
  await pipeline(await zip.openReadStreamPromise(entry), meter)
  return meter
}

const TEXT_FIELDS = ['format', 'algorithm', 'publicKey', 'signer', 'signedAt', 'signature'] as const

/** @throws {PackageRefusal} when the text is not a signature of this format */
function parseSignature(text: string): Signature {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw tampered('Its signature cannot be read.')
  }
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
  if (TEXT_FIELDS.some((name) => typeof fields[name] !== 'string')) throw tampered('Its signature is not whole.')
  const signature = fields as unknown as Signature
  if (signature.format !== FORMAT || signature.algorithm !== 'Ed25519')
    throw damaged(`Its format is ${JSON.stringify(signature.format.slice(0, 60))}; this version reads ${FORMAT}.`)
  if (!isSignerName(signature.signer) || !/^[\dT:.Z-]{10,40}$/.test(signature.signedAt))
    throw tampered('The name or the day in its signature is not a name or a day.')
  return signature
}

export interface OpenedPackage {
  readonly signer: PackageSigner
  /** title in its description; empty when it has none */
  readonly title: string
}

export interface PackageOptions {
  readonly descriptor: number
  readonly name: string
  /** what this store says of a key */
  readonly statusOf: (fingerprint: string) => PackageSigner['status']
  /** where the figures are written to */
  readonly figures: string
}

/** The first bytes of a zip file that has an entry. */
const ZIP_MAGIC = 0x04034b50

function isZip(descriptor: number): boolean {
  const head = Buffer.alloc(4)
  return readSync(descriptor, head, 0, 4, 0) === 4 && head.readUInt32LE(0) === ZIP_MAGIC
}

/**
 * Checks a data package and unpacks its figures.
 *
 * @throws {PackageRefusal} damaged, unsafe, unsigned, tampered, of an unknown or a distrusted signer
 */
export async function openPackage(options: PackageOptions): Promise<OpenedPackage> {
  if (!isZip(options.descriptor)) throw damaged(`It is not a zip file, as data packages (${ENDING}) are.`)
  let zip: ZipFile
  try {
    // names with backslashes, drives or ".." are refused by the library before they reach the list
    zip = await fromFdPromise(options.descriptor, { lazyEntries: true, autoClose: false, strictFileNames: true })
  } catch (error) {
    throw damaged(`Its list of files cannot be read (${(error as Error).message}).`)
  }
  try {
    return await openList(zip, options)
  } catch (error) {
    if (error instanceof PackageRefusal || !isOfTheFile(error)) throw error
    throw /relative path|absolute path|invalid characters/.test(error.message)
      ? unsafe(`It holds a file with a path of its own (${error.message.slice(0, 120)}).`)
      : tampered(`It cannot be unpacked (${error.message.slice(0, 120)}).`)
  }
}

/** Faults of this machine (a full disk, a lost stick) have a system's code; what zip and zlib say is about the file. */
const isOfTheFile = (error: unknown): error is Error =>
  error instanceof Error && (!('code' in error) || String(error.code).startsWith('Z_'))

async function openList(zip: ZipFile, { statusOf, figures }: PackageOptions): Promise<OpenedPackage> {
  const entries = await listEntries(zip)
  const missing = NEEDED.find((name) => !entries.has(name))
  if (missing !== undefined) throw damaged(`It has no ${missing}, so it is not a data package.`)
  const manifestEntry = entries.get(MANIFEST)
  const signatureEntry = entries.get(SIGNATURE)
  if (!manifestEntry || !signatureEntry)
    throw new PackageRefusal(
      'package-unsigned',
      `It carries no signature, so nobody can say whose figures these are. Ask its sender for a signed package, or unpack it and import ${FIGURES} if you know where it comes from.`,
    )
  const signature = parseSignature((await read(zip, signatureEntry, true)).text())
  const manifest = (await read(zip, manifestEntry, true)).text()
  const publicKey = Buffer.from(signature.publicKey, 'base64')
  if (!isSignedBy(publicKey, signedBytes(signature, manifest), signature.signature))
    throw tampered('Its signature is not of these files.')
  const hashes = readManifest(manifest)
  const listed = [...entries.keys()].filter((name) => name !== MANIFEST && name !== SIGNATURE)
  if (hashes === null || hashes.size !== listed.length || listed.some((name) => !hashes.has(name)))
    throw tampered('Its files are not those of its manifest.')
  let description = ''
  for (const name of listed) {
    const meter = await read(zip, entries.get(name) as Entry, name === DESCRIPTOR)
    if (meter.digest() !== hashes.get(name)) throw tampered(`${name} is not the file that was signed.`)
    if (name === DESCRIPTOR) description = meter.text()
  }
  const title = describedTitle(description)
  const fingerprint = fingerprintOf(publicKey)
  const { signer: name, signedAt } = signature
  const signer: PackageSigner = { name, fingerprint, publicKey: signature.publicKey, signedAt, status: statusOf(fingerprint) }
  if (signer.status === 'distrusted')
    throw new PackageRefusal(
      'package-distrusted',
      `It is signed with a key that this store does not trust: ${grouped(fingerprint)}.`,
      signer,
    )
  if (signer.status === 'unknown')
    throw new PackageRefusal(
      'package-unknown-signer',
      `It is whole and signed by “${name}” with a key that this store does not know: ${grouped(fingerprint)}. Compare these characters with its sender, by telephone for instance, before you trust the key.`,
      signer,
    )
  await unpackFigures(zip, entries.get(FIGURES) as Entry, hashes.get(FIGURES) ?? '', figures)
  return { signer, title }
}

/** The same bytes again, onto the disk; hashed again, as the file may lie where others can write. */
async function unpackFigures(zip: ZipFile, entry: Entry, hash: string, path: string): Promise<void> {
  const digest = createHash('sha256')
  try {
    const source = await zip.openReadStreamPromise(entry)
    source.on('data', (chunk: Buffer) => digest.update(chunk))
    await pipeline(source, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    if (digest.digest('hex') !== hash) throw tampered(`${FIGURES} changed while it was read.`)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Title of the description. @throws {PackageRefusal} when it does not describe the figures */
function describedTitle(text: string): string {
  try {
    const { title, resources } = JSON.parse(text) as { title?: unknown; resources?: readonly { path?: unknown }[] }
    if (resources?.some(({ path }) => path === FIGURES)) return typeof title === 'string' ? title.slice(0, 200) : ''
  } catch {
    // the same answer as for a description of something else
  }
  throw damaged(`Its ${DESCRIPTOR} does not describe ${FIGURES}.`)
}
