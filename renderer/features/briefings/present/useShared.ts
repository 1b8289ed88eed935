// What the window on stage and the window with notes have in common, kept in step within this computer.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Pointer } from './keys.ts'

export interface Shared {
  /** from 0 */
  readonly at: number
  readonly black: boolean
  readonly dark: boolean
  readonly pointer: Pointer
  /** base year asked for on stage, by slide; a slide without one shows the briefing's own */
  readonly baseYears: Readonly<Record<string, number>>
  /** counts resets, so that charts forget what they showed */
  readonly resets: number
  /** seconds until the timer was last stopped, and when it was started (ms, by the clock); null = it stands */
  readonly timer: { readonly before: number; readonly since: number | null }
}

type Message =
  | { readonly kind: 'state'; readonly state: Shared }
  | { readonly kind: 'hello' }
  | { readonly kind: 'swap' }
  | { readonly kind: 'end' }

export interface Link {
  readonly state: Shared
  /** changes it here and in the other window */
  set(patch: Partial<Shared>): void
  send(kind: 'swap' | 'end'): void
}

/** What stage and notes of one briefing share (place, clock), kept in step between the two windows. */
export function useShared(
  briefing: number,
  start: Shared,
  heard: { readonly swap: () => void; readonly end: () => void },
  asks: boolean,
): Link {
  const [state, setState] = useState(start)
  const latest = useRef(start)
  const channel = useRef<BroadcastChannel | null>(null)
  const react = useRef(heard)
  react.current = heard
  useEffect(() => {
    const own = new BroadcastChannel(`multivector-present-${briefing}`)
    channel.current = own
    own.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'state') {
        latest.current = data.state
        setState(data.state)
      } else if (data.kind === 'hello') own.postMessage({ kind: 'state', state: latest.current } satisfies Message)
      else if (data.kind === 'swap') react.current.swap()
      else react.current.end()
    }
    // a window that comes later asks where the other one stands
    if (asks) own.postMessage({ kind: 'hello' } satisfies Message)
    return () => {
      channel.current = null
      own.close()
    }
  }, [briefing, asks])
  const set = useCallback<Link['set']>((patch) => {
    const next = { ...latest.current, ...patch }
    latest.current = next
    setState(next)
    channel.current?.postMessage({ kind: 'state', state: next } satisfies Message)
  }, [])
  const send = useCallback<Link['send']>((kind) => channel.current?.postMessage({ kind } satisfies Message), [])
  return { state, set, send }
}
