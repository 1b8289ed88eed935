import type { ReactNode } from 'react'
import { useHost } from '../data/client.tsx'

interface Props {
  /** as the store has it; empty where the source came with an imported file */
  readonly url: string
  readonly className: string | undefined
  readonly title?: string
  readonly children: ReactNode
}

/** Words that open a source's address in the system's browser; plain words where there is no address that it could open. */
export function SourceLink({ url, className, title, children }: Props) {
  const host = useHost()
  if (!url.startsWith('https://')) return children
  return (
    <button type="button" className={className} title={title} onClick={() => void host.openLink(url)}>
      {children}
    </button>
  )
}
