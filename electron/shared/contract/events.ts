// What a host may say unasked.
import { z } from 'zod'
import { storeState } from './schema/store.ts'

export const events = {
  'store.state': storeState,
  /** figures changed: whoever shows some asks again. `batch` came or went, the newest one where another program wrote; null = no batch did */
  'data.changed': z.object({ batch: z.number().nullable() }),
  /** how far a long call is; `job` is the id the caller sent */
  'job.progress': z.object({
    job: z.string(),
    bytesDone: z.number(),
    bytesTotal: z.number(),
    rows: z.number(),
    phase: z.string(),
  }),
  /** files that reached the host by "open with" or a drop on the icon */
  'files.opened': z.object({ files: z.array(z.object({ token: z.string(), name: z.string(), bytes: z.number() })) }),
  /** a menu item or a second instance asks the page to go somewhere */
  'view.open': z.object({ path: z.string() }),
  /** a thread was lost and started again; the reader is told once */
  'worker.restarted': z.object({ thread: z.string() }),
} as const

export type EventName = keyof typeof events
export type EventOf<E extends EventName> = z.output<(typeof events)[E]>

/** Whether a text is an event of the table itself. */
export const isEventName = (name: string): name is EventName => Object.hasOwn(events, name)
