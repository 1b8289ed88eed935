import { z } from 'zod'
import { isSignerName } from '../../domain/fingerprint.ts'
import { fileToken, indicatorCode } from './base.ts'

/** SHA-256 of a public key, in hexadecimal. */
export const fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
const signerName = z.string().trim().min(1).max(200).refine(isSignerName)

/** A key whose packages are taken, or never are. */
export const signingKey = z.object({
  fingerprint,
  publicKey: z.string(),
  name: z.string(),
  status: z.enum(['trusted', 'distrusted']),
  decidedAt: z.string(),
})
export type SigningKey = z.infer<typeof signingKey>
export const signingKeys = z.array(signingKey)

/** A public key as PEM text or as the 32 bytes in base64, and what its owner is called. */
export const keyTrust = z.strictObject({ publicKey: z.string().min(40).max(2000), name: signerName })
export const keyChoice = z.strictObject({ fingerprint })

/** Who signed a data package that was read. */
export const packageSigner = z.object({
  name: z.string(),
  fingerprint,
  publicKey: z.string(),
  signedAt: z.string(),
  status: z.enum(['trusted', 'distrusted', 'unknown']),
})
export type PackageSigner = z.infer<typeof packageSigner>

/** A data package to be written and signed with the private key in a file. */
export const packageRequest = z.strictObject({
  indicators: z.array(indicatorCode).max(2000).default([]),
  key: fileToken,
  /** opens the key; empty for one that is not encrypted */
  passphrase: z.string().max(1024).default(''),
  signer: signerName,
})
export const packageAnswer = z.object({ token: fileToken, name: z.string(), rows: z.number(), sha256: z.string(), fingerprint })
