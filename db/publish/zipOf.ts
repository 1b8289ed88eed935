import { strToU8, zipSync } from 'fflate/browser'

/** A zip of texts by their names; the same content makes the same bytes. */
export const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: 6,
    mtime: new Date('2000-01-01T00:00:00'),
  })
