// Where the focus goes when what had it is gone: a button that leads on goes with its stage, and the keys must not start at the top again.
import { useEffect, useRef } from 'react'

const nobodyHasIt = (): boolean => document.activeElement === null || document.activeElement === document.body

/** When `stage` changes and the focus was lost with the stage before, the new headline takes it, and the page stands at its top. */
export function useHeadlineFocus(stage: string): void {
  const last = useRef(stage)
  useEffect(() => {
    if (last.current === stage) return
    last.current = stage
    document.querySelector('main')?.scrollTo(0, 0)
    if (nobodyHasIt()) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [stage])
}

/** Puts the focus on the button that opens a batch of the history. */
export function focusBatch(batch: number): void {
  document.querySelector<HTMLElement>(`[data-batch="${batch}"]`)?.focus()
}
