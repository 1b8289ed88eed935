import { type RefObject, startTransition, useLayoutEffect, useRef, useState } from 'react'

export interface Size {
  readonly width: number
  readonly height: number
}

const waiting: (() => void)[] = []
let running = false

function next(): void {
  waiting.shift()?.()
  running = waiting.length > 0
  if (running) setTimeout(next)
}

/** Runs one after the other, each in a task of its own, so that a screen of many charts never holds the page for all of them at once. */
function inTurn(work: () => void): () => void {
  waiting.push(work)
  if (!running) setTimeout(next)
  running = true
  return () => {
    const at = waiting.indexOf(work)
    if (at >= 0) waiting.splice(at, 1)
  }
}

/**
 * Width and height of an element, followed as it changes; null before it has been measured. The first measure waits its turn among other
 * elements and may be interrupted; the observer measures after layout, so that no layout is forced.
 */
export function useSize<E extends HTMLElement>(): readonly [RefObject<E | null>, Size | null] {
  const ref = useRef<E | null>(null)
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    let forget = (): void => {}
    let measured = false
    const read = (width: number, height: number): void => {
      const found = { width: Math.floor(width), height: Math.floor(height) }
      if (found.width <= 0) return
      const take = (): void => setSize((now) => (now?.width === found.width && now.height === found.height ? now : found))
      if (measured) {
        take()
        return
      }
      forget()
      forget = inTurn(() => {
        measured = true
        startTransition(take)
      })
    }
    if (typeof ResizeObserver === 'undefined') {
      const box = element.getBoundingClientRect()
      setSize({ width: Math.floor(box.width), height: Math.floor(box.height) })
      return
    }
    const observer = new ResizeObserver((entries) => {
      const box = entries.at(-1)?.borderBoxSize[0]
      if (box) read(box.inlineSize, box.blockSize)
    })
    observer.observe(element)
    return () => {
      forget()
      observer.disconnect()
    }
  }, [])
  return [ref, size]
}
