import { useCallback, useEffect } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

/** The words of the address now: "#/trade?r=KGZ" holds "r=KGZ". */
const inAddress = (hash: string): string => hash.split('?')[1] ?? ''

const nothing = { on: null, search: '' } as const
let asked: { readonly on: string | null; readonly search: string } = nothing

/** The words that a change starts from: what was last asked for, until the address shows it or something newer. */
const latestWords = (hash: string): URLSearchParams => new URLSearchParams(asked.on === hash ? asked.search : inAddress(hash))

/** What was asked for while the address was `hash`. */
function remember(hash: string, words: URLSearchParams): void {
  asked = { on: hash, search: words.toString() }
}

/** The address moved on: a way back to an older one begins from that. */
function forget(hash: string): void {
  if (asked.on !== hash) asked = nothing
}

/**
 * The words after the question mark of the address, and the way to change them. The router's own setter starts from the words last drawn: of
 * two changes on a busy computer it keeps only the second. This one starts from those last asked for.
 */
export function useAddress(): readonly [
  URLSearchParams,
  (change: (words: URLSearchParams) => URLSearchParams, options?: { readonly replace?: boolean }) => void,
] {
  const [words] = useSearchParams()
  const navigate = useNavigate()
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every new address
  useEffect(() => forget(window.location.hash), [words])
  const set = useCallback(
    (change: (words: URLSearchParams) => URLSearchParams, options?: { readonly replace?: boolean }): void => {
      const { hash } = window.location
      const next = change(latestWords(hash))
      remember(hash, next)
      void navigate(`?${next}`, { replace: options?.replace ?? false })
    },
    [navigate],
  )
  return [words, set]
}
