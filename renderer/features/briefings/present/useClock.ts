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

const timeOfDay = (): string => {
  const now = new Date()
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`
}

/** The time of day in hours and minutes, as the computer shows it. */
export function useTimeOfDay(): string {
  const [time, setTime] = useState(timeOfDay)
  useEffect(() => {
    const ticking = setInterval(() => setTime(timeOfDay()), 5000)
    return () => clearInterval(ticking)
  }, [])
  return time
}
