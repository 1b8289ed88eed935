// What a signed data package is: a zip file of these files, a manifest of their hashes, and a signature over signer, day and manifest.
import { createHash } from 'node:crypto'

/** First line of what is signed; another layout gets another number. */
export const FORMAT = 'multivector-data-package/1'
export const MANIFEST = 'manifest.sha256'
export const SIGNATURE = 'signature.json'
export const FIGURES = 'observations.csv'
export const DESCRIPTOR = 'datapackage.json'
export const ENDING = '.mvdata'

const MEGABYTE = 1_048_576

/** The closed list of names, each with the most bytes it may unpack to. Nothing else may be inside. */
export const LIMITS: ReadonlyMap<string, number> = new Map([
  [DESCRIPTOR, 8 * MEGABYTE],
  [FIGURES, 2048 * MEGABYTE],
  ['indicators.csv', 8 * MEGABYTE],
  ['sources.csv', 32 * MEGABYTE],
  ['METHOD.txt', MEGABYTE],
  [MANIFEST, 64 * 1024],
  [SIGNATURE, 64 * 1024],
])

/** Files that must be there. */
export const NEEDED = [DESCRIPTOR, FIGURES] as const

/** Tables of figures unpack to about 10 to 25 times their packed size; a bomb to thousands. */
export const MOST_RATIO = 200

export interface Signature {
  readonly format: string
  readonly algorithm: 'Ed25519'
  /** 32 bytes in base64 */
  readonly publicKey: string
  readonly signer: string
  /** ISO date and time */
  readonly signedAt: string
  /** 64 bytes in base64 */
  readonly signature: string
}

/** One line per file: hash in hexadecimal, two spaces, name; ordered by name. */
export const manifestText = (hashes: ReadonlyMap<string, string>): string =>
  [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, hash]) => `${hash}  ${name}\n`)
    .join('')

/** @returns hashes by name, or null when the text is not what {@link manifestText} writes */
export function readManifest(text: string): ReadonlyMap<string, string> | null {
  const hashes = new Map<string, string>()
  for (const line of text.split('\n').slice(0, -1)) {
    const found = /^([0-9a-f]{64}) {2}([\w.]+)$/.exec(line)
    if (!found) return null
    hashes.set(found[2] ?? '', found[1] ?? '')
  }
  return manifestText(hashes) === text ? hashes : null
}

/** The bytes that the signature is of. Signer and day cannot be changed without breaking it. */
export const signedBytes = ({ signer, signedAt }: Pick<Signature, 'signer' | 'signedAt'>, manifest: string): Buffer =>
  Buffer.from(`${FORMAT}\n${signer}\n${signedAt}\n${manifest}`, 'utf8')

/** SHA-256 of the 32 bytes of a public key, in hexadecimal. */
export const fingerprintOf = (publicKey: Buffer): string => createHash('sha256').update(publicKey).digest('hex')
