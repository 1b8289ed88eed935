import { z } from 'zod'
import { areaCode, texts } from './base.ts'

/** Traps of one screen's figures, as the notes of the data tell them. */
export const warningQuery = z.strictObject({
  topic: z.string().max(40),
  reporter: areaCode,
  /** warnings about other partners are left out; empty = none is */
  partners: z.array(areaCode).max(10),
})
export const warning = z.object({
  id: z.string(),
  text: texts,
  /** last period it is about; empty = it has no end */
  until: z.string(),
})
