/** A fingerprint as people read it to each other: groups of four characters. */
export const grouped = (fingerprint: string): string => fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint

/** What a signer may be called: one line of at most 200 letters that shows as it is written, without signs that hide or turn letters. */
export const isSignerName = (text: string): boolean => text.trim() !== '' && text.length <= 200 && !/[\p{Cc}\p{Cf}]/u.test(text)

/** True for the PEM text of a private key that only its passphrase opens. */
export const isEncryptedKey = (pem: string): boolean => pem.includes('BEGIN ENCRYPTED PRIVATE KEY')
