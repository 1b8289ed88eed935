import { useEffect, useState } from 'react'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { StoreState } from '../../electron/shared/contract/schema/store.ts'
import { useHost } from '../ui/data/client.tsx'

const unreachable = (error: unknown): StoreState => ({
  phase: 'failed',
  done: 0,
  total: 0,
  failure: error instanceof CallError ? error.toFailure() : { code: 'worker-lost', message: String(error), detail: '' },
})

/** The store is asked again after this while it is on its way, ms: what the host said before the page listened would else never be heard. */
const AGAIN_MS = 500

/** Where the store is on its way; null until the host first answers. An answer that a later word of the host has overtaken does not count. */
export function useStoreState(): StoreState | null {
  const host = useHost()
  const [state, setState] = useState<StoreState | null>(null)
  const settled = state?.phase === 'ready' || state?.phase === 'failed'
  useEffect(() => host.onEvent('store.state', setState), [host])
  useEffect(() => {
    if (settled) return
    let current = true
    const take = (next: StoreState): void => {
      if (current) setState(next)
    }
    const ask = (): void => {
      host.client['host.storeState']({}).then(take, (error: unknown) => take(unreachable(error)))
    }
    ask()
    const again = setInterval(ask, AGAIN_MS)
    return () => {
      current = false
      clearInterval(again)
    }
  }, [host, settled])
  return state
}
