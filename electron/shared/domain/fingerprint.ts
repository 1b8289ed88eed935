/** A fingerprint as people read it to each other: groups of four characters. */
export const grouped = (fingerprint: string): string => fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint

/** True for the PEM text of a private key that only its passphrase opens. */
export const isEncryptedKey = (pem: string): boolean => pem.includes('BEGIN ENCRYPTED PRIVATE KEY')
