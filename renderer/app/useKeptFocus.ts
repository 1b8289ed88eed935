import { type RefObject, useEffect } from 'react'

/** Who takes a focus that would be lost: the nearest of these that still stands. */
const HOLDERS = 'section, article, form, main'
/** Time for a screen to say by itself where the focus goes on, ms. */
const AFTER_MS = 100

/**
 * A button that goes with what it did (a removed row, a step that is done) takes the focus with it, and the keys would start at the top of the
 * page again. The card around it, or what is left around that, takes the focus instead, unless something else has it by then.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = place.current
    if (!root) return
    let last: Element | null = null
    let holders: readonly HTMLElement[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const remember = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null
      holders = []
      for (let at = last?.parentElement?.closest<HTMLElement>(HOLDERS); at; at = at.parentElement?.closest<HTMLElement>(HOLDERS))
        holders = [...holders, at]
    }
    const forget = (): void => {
      // by the reader's own key or click: what lost the focus still stands. A window that is left keeps its focus
      setTimeout(() => {
        if (last?.isConnected && last !== document.activeElement) last = null
      })
    }
    const mend = (): void => {
      if (last === null || last.isConnected) return
      last = null
      const nobodyHasIt = document.activeElement === null || document.activeElement === document.body
      const holder = holders.find((one) => one.isConnected)
      if (!nobodyHasIt || holder === undefined) return
      if (!holder.hasAttribute('tabindex')) holder.tabIndex = -1
      holder.focus({ preventScroll: true })
    }
    const watcher = new MutationObserver(() => {
      if (last === null || last.isConnected) return
      clearTimeout(timer)
      timer = setTimeout(mend, AFTER_MS)
    })
    root.addEventListener('focusin', remember)
    root.addEventListener('focusout', forget)
    watcher.observe(root, { childList: true, subtree: true })
    return () => {
      clearTimeout(timer)
      watcher.disconnect()
      root.removeEventListener('focusin', remember)
      root.removeEventListener('focusout', forget)
    }
  }, [place])
}
