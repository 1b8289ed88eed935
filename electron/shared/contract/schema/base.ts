import { z } from 'zod'

// No code is made for a form: the page's policy forbids it, and a command checks each form once.
z.config({ jitless: true })

/** A request or an answer without content. */
export const nothing = z.strictObject({})

export const areaCode = z.string().regex(/^[A-Z_][A-Z0-9_]{1,15}$/)
export const indicatorCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,95}$/)
export const sourceCode = z.string().min(1).max(200)
export const period = z.string().min(4).max(21)
export const year = z.number().int().min(1800).max(2311)
/** ISO day */
export const day = z.iso.date()
/** A finite number, or null where there is no figure. */
export const figure = z.number().nullable()
export const share = z.number().min(0).max(1)
/** The same text in the three languages of the product. */
export const texts = z.object({ en: z.string(), ru: z.string(), kk: z.string() })
/** Names a file that the user chose or dropped; the host alone knows which. */
export const fileToken = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)
/** "As known on": figures that became known after this day are left out. Empty = as known today. */
export const asOf = z.union([day, z.literal('')])
/** A finished file, which waits under the token to be saved. */
export const exportedFile = z.object({ token: fileToken, name: z.string() })
/** How many rows a change touched. */
export const changedRows = z.object({ changed: z.number().int() })
