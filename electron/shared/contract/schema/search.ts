import { z } from 'zod'
import { texts } from './base.ts'

export const searchKinds = ['area', 'indicator', 'event', 'project', 'claim', 'source'] as const
export type SearchKind = (typeof searchKinds)[number]

export const searchQuery = z.strictObject({
  text: z.string().max(200),
  /** most hits per kind */
  most: z.number().int().min(1).max(50).default(6),
  kinds: z.array(z.enum(searchKinds)).default([...searchKinds]),
})
export const searchHit = z.object({
  kind: z.enum(searchKinds),
  /** code or id of what was found */
  id: z.string(),
  title: texts,
  /** a second line: code, date, sector, publisher */
  hint: z.string(),
  /** topic of an indicator or claim, so that the page knows the screen; empty otherwise */
  topic: z.string(),
})
export type SearchHit = z.infer<typeof searchHit>
/** Best first within each kind; kinds in the order of `searchKinds`. */
export const searchAnswer = z.object({ hits: z.array(searchHit) })
