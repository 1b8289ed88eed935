// Every number opens its evidence: who asks, which cell, and which sentence the number serves.
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import classes from './evidence.module.css'

/** A cell of the store, as contract/schema/overview.ts names it. */
export interface CellRef {
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly period: string
  /** empty = whichever source the rule takes */
  readonly source: string
}

export interface EvidenceRequest {
  /** what the number was made of: one cell, or numerator, denominator and so on */
  readonly cells: readonly CellRef[]
  /** the number as it stood on the screen */
  readonly figure: string
  /** the sentence or label it serves */
  readonly sentence: string
}

interface EvidenceControl {
  readonly request: EvidenceRequest | null
  readonly open: (request: EvidenceRequest) => void
  readonly close: () => void
}

const EvidenceContext = createContext<EvidenceControl>({ request: null, open: () => {}, close: () => {} })

/** What opens the drawer of evidence; outside an `EvidenceProvider` it does nothing. */
export const useEvidence = (): EvidenceControl => useContext(EvidenceContext)

/**
 * What a chart's `onPoint` does: the evidence of the cells behind a mark. A mark carries no printed number of its own.
 *
 * @returns given the sentence that the chart serves, a handler of its marks
 */
export function useMarkEvidence(): (sentence: string) => (cells: CellRef | readonly CellRef[]) => void {
  const { open } = useEvidence()
  return (sentence) => (cells) => open({ cells: 'indicator' in cells ? [cells] : cells, figure: '', sentence })
}

/** Keeps the one open request; on closing, the focus returns to the number that was asked about. */
export function EvidenceProvider({ children }: { readonly children: ReactNode }) {
  const [request, setRequest] = useState<EvidenceRequest | null>(null)
  const asker = useRef<Element | null>(null)
  const open = useCallback((next: EvidenceRequest) => {
    asker.current = document.activeElement
    setRequest(next)
  }, [])
  const close = useCallback(() => {
    setRequest(null)
    if (asker.current instanceof HTMLElement || asker.current instanceof SVGElement) asker.current.focus()
  }, [])
  // what was asked about is no longer on the screen
  const { pathname } = useLocation()
  const [askedOn, setAskedOn] = useState(pathname)
  if (askedOn !== pathname) {
    setAskedOn(pathname)
    setRequest(null)
  }
  const control = useMemo(() => ({ request, open, close }), [request, open, close])
  return <EvidenceContext.Provider value={control}>{children}</EvidenceContext.Provider>
}

export interface EvidenceNumberProps {
  readonly cells: readonly CellRef[]
  readonly sentence: string
  /** the figure as text */
  readonly children: string
}

/** A number inside a sentence: dotted underline, opens its evidence. Without cells it is plain text in bold. */
export function EvidenceNumber({ cells, sentence, children }: EvidenceNumberProps) {
  const { open } = useEvidence()
  if (cells.length === 0) return <strong className={classes.plain}>{children}</strong>
  const ask = (): void => open({ cells, figure: children, sentence })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line breaks before and after every <button>, so that a bracket or a full stop would stand alone
    <span
      role="button"
      tabIndex={0}
      className={classes.number}
      onClick={ask}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        // Space would scroll the page
        event.preventDefault()
        ask()
      }}
      aria-haspopup="dialog"
    >
      {children}
    </span>
  )
}
