// The frame of every screen: its pickers and actions stand in the shell's top bar, its content below.
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import classes from './Page.module.css'

interface Slots {
  readonly pickers: HTMLElement | null
  readonly actions: HTMLElement | null
}
const SlotContext = createContext<Slots>({ pickers: null, actions: null })

/** Makes the two places of a top bar known to the screen below it. The shell, the gallery of a test and a slide each have their own. */
export function PageSlots({ pickers, actions, children }: Slots & { readonly children: ReactNode }) {
  return <SlotContext.Provider value={{ pickers, actions }}>{children}</SlotContext.Provider>
}

export interface PageProps {
  /** name of the screen: the window's title, and what a screen reader hears on arrival */
  readonly title: string
  readonly pickers?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** One screen. Sets the window's title and fills the top bar. */
export function Page({ title, pickers, actions, children }: PageProps) {
  const slots = useContext(SlotContext)
  const [announced, announce] = useState('')
  useEffect(() => {
    document.title = `${title} – Multivector`
    announce(title)
  }, [title])
  return (
    <div className={classes.page}>
      <div className={classes.announcer} aria-live="polite">
        {announced}
      </div>
      {slots.pickers && pickers ? createPortal(pickers, slots.pickers) : null}
      {slots.actions && actions ? createPortal(actions, slots.actions) : null}
      {children}
    </div>
  )
}
