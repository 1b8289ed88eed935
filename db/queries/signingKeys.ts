import { statement } from '../worker/db.ts'

export interface SigningKeyRow {
  readonly fingerprint: string
  readonly public_key: string
  readonly name: string
  readonly status: 'trusted' | 'distrusted'
  readonly decided_at: string
}

export const allKeys = statement<object, SigningKeyRow>(
  'signingKeys.all',
  'SELECT fingerprint, public_key, name, status, decided_at FROM signing_key ORDER BY name, fingerprint',
)
export const keyStatus = statement<{ fingerprint: string }, Pick<SigningKeyRow, 'status'>>(
  'signingKeys.status',
  'SELECT status FROM signing_key WHERE fingerprint = :fingerprint',
)
export const trustKey = statement<{ fingerprint: string; publicKey: string; name: string; now: string }, never>(
  'signingKeys.trust',
  `INSERT INTO signing_key (fingerprint, public_key, name, status, decided_at) VALUES (:fingerprint, :publicKey, :name, 'trusted', :now)
   ON CONFLICT (fingerprint) DO UPDATE SET name = excluded.name, status = 'trusted', decided_at = excluded.decided_at`,
)
export const distrustKey = statement<{ fingerprint: string; now: string }, never>(
  'signingKeys.distrust',
  "UPDATE signing_key SET status = 'distrusted', decided_at = :now WHERE fingerprint = :fingerprint",
)
