import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { CallError } from '../../electron/shared/contract/errors.ts'
import { isEncryptedKey } from '../../electron/shared/domain/fingerprint.ts'

const KEY_BYTES = 32

/** The 32 bytes of an Ed25519 public key. */
const rawPublicKey = (key: KeyObject): Buffer => Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url')

const fromRaw = (bytes: Buffer): KeyObject =>
  createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') } })

/**
 * A public key as people hand it on: PEM text, or its 32 bytes in base64.
 *
 * @throws {CallError} invalid-request when it is neither, or a key of another kind; a private key is refused with a warning
 */
export function readPublicKey(text: string): Buffer {
  const refuse = (message: string): CallError => new CallError('invalid-request', message)
  if (/PRIVATE KEY/.test(text))
    throw refuse(
      'This is a private key. It signs packages and must not be given away. Give the public key, the file that ends in .pub.',
    )
  try {
    const key = text.includes('BEGIN') ? createPublicKey(text) : fromRaw(base64(text.trim()))
    if (key.asymmetricKeyType === 'ed25519') return rawPublicKey(key)
  } catch {
    // the same answer as for a key of another kind
  }
  throw refuse('This is not an Ed25519 public key. Give the text of a .pub file, or the 32 bytes of the key in base64.')
}

function base64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== text) throw new Error('not 32 bytes in base64')
  return bytes
}

/** Whether the signature is of these bytes by this key. Never throws: a signature that cannot be read is none. */
export function isSignedBy(publicKey: Buffer, bytes: Buffer, signature: string): boolean {
  try {
    return verify(null, bytes, fromRaw(publicKey), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/**
 * The private key in a file's text: PKCS#8 as PEM, encrypted or, as older versions wrote it, not.
 *
 * @param passphrase empty when none was given; of no matter to a key that is not encrypted
 * @throws {CallError} refused when the text is not an Ed25519 private key, or the passphrase is missing or does not open it
 */
export function readPrivateKey(text: string, passphrase = ''): KeyObject {
  const encrypted = isEncryptedKey(text)
  if (encrypted && passphrase === '')
    throw new CallError('refused', 'This key is encrypted. It needs its passphrase. Nothing was signed.')
  try {
    const key = createPrivateKey(encrypted ? { key: text, passphrase } : text)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // a wrong passphrase mostly fails at the padding and now and then only when the key is read: no code tells it from damage
    if (encrypted)
      throw new CallError('refused', 'The passphrase does not open this key, or the file is damaged. Nothing was signed.')
  }
  throw new CallError('refused', 'This file is not an Ed25519 private key. "multivector keys generate" makes one.')
}

/** An Ed25519 signature (RFC 8032) over the bytes, in base64. */
export const signBytes = (key: KeyObject, bytes: Buffer): string => sign(null, bytes, key).toString('base64')

/** The public key that belongs to a private one. */
export const publicOf = (key: KeyObject): Buffer => rawPublicKey(createPublicKey(key))
