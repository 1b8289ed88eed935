import { useEffect, useRef, useState } from 'react'
import { actionOf, type StageAction, slideNumbered } from './keys.ts'

/**
 * The keys of a presentation: one action each, and digits that Enter ends as the number of a slide.
 *
 * @param count slides there are
 * @param jump goes to a slide, from 0
 * @returns the digits so far
 */
export function useStageKeys(
  actions: Readonly<Record<StageAction, () => void>>,
  count: number,
  jump: (to: number) => void,
): string {
  const [typed, setTyped] = useState('')
  const press = useRef<(event: KeyboardEvent) => void>(() => {})
  press.current = (event) => {
    // a chart that has the focus takes its arrow keys, a field its letters
    if (event.defaultPrevented || (event.target instanceof HTMLElement && event.target.closest('input, textarea, select'))) return
    const found = actionOf(event)
    if (found === null) return
    if (typeof found === 'object') return setTyped((known) => (known + found.digit).slice(-3))
    if (found === 'jump') {
      const to = slideNumbered(typed, count)
      setTyped('')
      if (to !== null) {
        event.preventDefault()
        jump(to)
      }
      return
    }
    // a button under the focus keeps its space bar
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    setTyped('')
    if (found === 'leave' && event.target instanceof HTMLElement && event.target.closest('[role="application"]')) {
      event.target.blur()
      return
    }
    actions[found]()
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press.current(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  return typed
}
