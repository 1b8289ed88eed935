import type { EventName, EventOf } from '../../electron/shared/contract/events.ts'

type AnyListener = (value: never) => void
/** Said once and acted on: kept until somebody listens. What describes a state is asked for again instead. */
const KEPT: readonly EventName[] = ['files.opened', 'view.open']

export interface Listeners {
  on<E extends EventName>(name: E, listener: (value: EventOf<E>) => void): () => void
  /** checks name and schema; anything else is dropped. Settles when the listeners were told; events are told in the order they came */
  hear(name: string, value: unknown): Promise<void>
}

/** Names and schemas of events come with the first event, not with the start. */
const contract = () => import('../../electron/shared/contract/events.ts')

/** Listeners by event. Of the events in `KEPT`, what comes before anybody listens waits for the first who does; others are dropped. */
export function createListeners(): Listeners {
  const byName = new Map<EventName, Set<AnyListener>>()
  const kept: { readonly name: EventName; readonly value: unknown }[] = []
  return {
    on: (name, listener) => {
      const listeners = byName.get(name) ?? new Set()
      byName.set(name, listeners.add(listener as AnyListener))
      for (const waiting of kept.filter((event) => event.name === name)) {
        kept.splice(kept.indexOf(waiting), 1)
        listener(waiting.value as EventOf<typeof name>)
      }
      return () => listeners.delete(listener as AnyListener)
    },
    hear: async (name, value) => {
      const { events, isEventName } = await contract()
      if (!isEventName(name)) return
      const checked = events[name].safeParse(value)
      if (!checked.success) return
      const listeners = byName.get(name)
      if (!listeners || listeners.size === 0) {
        if (KEPT.includes(name)) kept.push({ name, value: checked.data })
        return
      }
      for (const listener of listeners) listener(checked.data as never)
    },
  }
}
