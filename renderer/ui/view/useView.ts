import { useCallback, useMemo } from 'react'
import { useAddress } from './useAddress.ts'
import { formatView, parseView, type View, viewKeys } from './view.ts'

export interface ViewControl extends View {
  /** Changes parts of the view; the address changes with it. `replace` leaves no step behind (sliders). */
  readonly set: (patch: Partial<View>, options?: { readonly replace?: boolean }) => void
}

/** The view that the address holds, and the way to change it. */
export function useView(): ViewControl {
  const [params, setParams] = useAddress()
  const view = useMemo(() => parseView(params), [params])
  const set = useCallback<ViewControl['set']>(
    (patch, options) =>
      setParams((current) => {
        const next = formatView({ ...parseView(current), ...patch })
        for (const [key, value] of current) if (!(viewKeys as readonly string[]).includes(key)) next.append(key, value)
        return next
      }, options),
    [setParams],
  )
  return useMemo(() => ({ ...view, set }), [view, set])
}

/**
 * One screen's own parameter in the address, e.g. `useViewParam('flow', 'both')`. Dropped when the reader goes to another screen.
 *
 * @param fallback the value when the address has none; setting it removes the parameter
 */
export function useViewParam(name: string, fallback: string): readonly [string, (value: string) => void] {
  const [params, setParams] = useAddress()
  const set = useCallback(
    (value: string) =>
      setParams((current) => {
        const next = new URLSearchParams(current)
        if (value === fallback) next.delete(name)
        else next.set(name, value)
        return next
      }),
    [name, fallback, setParams],
  )
  return [params.get(name) ?? fallback, set]
}
