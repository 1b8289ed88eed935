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

/** Where the store is on its way; null until the host first answers. */
export function useStoreState(): StoreState | null {
  const host = useHost()
  const [state, setState] = useState<StoreState | null>(null)
  useEffect(() => {
    const end = host.onEvent('store.state', setState)
    host.client['host.storeState']({}).then(setState, (error: unknown) => setState(unreachable(error)))
    return end
  }, [host])
  return state
}
