import { useSyncExternalStore } from 'react'
import { useHost } from '../../ui/data/client.tsx'
import { deskOf, type ImportDesk } from './desk.ts'
import type { Queue } from './queue.ts'

/** The desk of this page's host and its queue as it stands. */
export function useDesk(): { readonly desk: ImportDesk; readonly queue: Queue } {
  const desk = deskOf(useHost())
  return { desk, queue: useSyncExternalStore(desk.subscribe, desk.queue) }
}
