import { useEffect } from 'react'

const SCHEME = 'data-mantine-color-scheme'

/** Paper is light: while a screen is printed, the tokens of the light theme hold, whatever theme is on screen. */
export function useLightPaper(): void {
  useEffect(() => {
    const root = document.documentElement
    let onScreen: string | null = null
    const begin = (): void => {
      onScreen ??= root.getAttribute(SCHEME)
      root.setAttribute(SCHEME, 'light')
    }
    const end = (): void => {
      if (onScreen !== null) root.setAttribute(SCHEME, onScreen)
      onScreen = null
    }
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
}
