import { z } from 'zod'
import { fileToken } from './base.ts'

export const hostInfo = z.object({
  host: z.enum(['electron', 'loopback']),
  version: z.string(),
  platform: z.string(),
  /** the store's file name, without its folder */
  store: z.string(),
  language: z.string(),
  openOnly: z.boolean(),
})
export type HostInfo = z.infer<typeof hostInfo>

/** A file the user chose or dropped, as the page knows it. */
export const fileRef = z.object({ token: fileToken, name: z.string(), bytes: z.number() })
export type FileRef = z.infer<typeof fileRef>

/**
 * A presentation: `start` fills the screen, `second` opens the window with notes on the other display, `end` takes both back.
 * `done` is false where the host has no windows of its own and the page does it itself.
 */
export const presentRequest = z.strictObject({
  action: z.enum(['start', 'second', 'end']),
  briefing: z.number().int().positive(),
})
export const presentAnswer = z.object({ done: z.boolean() })

export const linkRequest = z.strictObject({ url: z.url({ protocol: /^https$/ }).max(2000) })
/** A finished output waits in the host under a token; saving asks the user where to (browser host: a download). */
export const saveRequest = z.strictObject({ token: fileToken })
export const saveAnswer = z.object({ saved: z.boolean(), name: z.string() })
