import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * A list that scrolls ends with a whole row: its height follows its rows as they wrap, and is that of the row whose end lies nearest to `room`.
 *
 * @param room px
 * @returns for the element whose children are the rows
 */
export function useWholeRows<E extends HTMLElement>(room: number): RefObject<E | null> {
  const ref = useRef<E | null>(null)
  const fit = useRef((): void => {})
  fit.current = () => {
    const element = ref.current
    const top = element?.children[0]?.getBoundingClientRect().top ?? 0
    const ends = [...(element?.children ?? [])].map((row) => Math.ceil(row.getBoundingClientRect().bottom - top))
    const nearest = ends.reduce((best, end) => (Math.abs(end - room) < Math.abs(best - room) ? end : best), ends[0] ?? 0)
    if (element) element.style.maxHeight = nearest === ends.at(-1) ? 'none' : `${nearest}px`
  }
  useLayoutEffect(() => fit.current())
  useLayoutEffect(() => {
    if (!ref.current || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => fit.current())
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [])
  return ref
}
