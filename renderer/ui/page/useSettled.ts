import { useEffect, useState } from 'react'

const LATEST_MS = 1_000

/** False until the page had a quiet moment after this part of it appeared: what can wait lets the first chart go first. */
export function useSettled(): boolean {
  const [settled, settle] = useState(false)
  useEffect(() => {
    // Safari has no idle callbacks
    const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, LATEST_MS))
    later(() => settle(true), { timeout: LATEST_MS })
  }, [])
  return settled
}
