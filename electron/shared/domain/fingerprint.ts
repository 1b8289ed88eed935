/** A fingerprint as people read it to each other: groups of four characters. */
export const grouped = (fingerprint: string): string => fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint
