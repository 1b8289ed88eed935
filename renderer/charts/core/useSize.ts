import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Width and height of an element, followed as it changes; `first` before it has been measured. */
export function useSize<E extends HTMLElement>(first: Size): readonly [RefObject<E | null>, Size] {
  const ref = useRef<E | null>(null)
  const [size, setSize] = useState(first)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const read = (): void => {
      const box = element.getBoundingClientRect()
      const next = { width: Math.floor(box.width), height: Math.floor(box.height) }
      if (next.width > 0) setSize((now) => (now.width === next.width && now.height === next.height ? now : next))
    }
    read()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, size]
}
