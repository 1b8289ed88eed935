import { useEffect, useRef, useState } from 'react'
import { useViewParam } from './useView.ts'

/** How long a control must rest before the address follows it. */
const REST_MS = 250

/**
 * A word of the address for a control that moves in many small steps, as a slider: the page follows at once, the address when the control
 * rests, so that a walk over ten years is one step in the history.
 * @returns the word as the page shows it, and how to change it
 */
export function useRestingParam(name: string): readonly [string, (value: string) => void] {
  const [param, setParam] = useViewParam(name, '')
  const [shown, show] = useState(param)
  const last = useRef(param)
  // what this control wrote and the address has not yet taken over, in order: on a busy computer a second word follows before the first arrived
  const coming = useRef<string[]>([])
  useEffect(() => {
    if (param === last.current) return
    last.current = param
    const place = coming.current.indexOf(param)
    if (place >= 0) coming.current.splice(0, place + 1)
    // the address moved by itself: back, a link
    else {
      coming.current = []
      show(param)
    }
  }, [param])
  useEffect(() => {
    if (shown === (coming.current.at(-1) ?? last.current)) return
    const timer = setTimeout(() => {
      coming.current.push(shown)
      setParam(shown)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [shown, setParam])
  return [shown, show]
}
