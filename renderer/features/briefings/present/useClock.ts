import { useEffect, useState } from 'react'
import type { Shared } from './useShared.ts'

/** Whole seconds that a timer shows, counted while it runs. */
export function useClock({ before, since }: Shared['timer']): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (since === null) return
    setNow(Date.now())
    const ticking = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(ticking)
  }, [since])
  return Math.max(0, Math.floor(before + (since === null ? 0 : (now - since) / 1000)))
}
