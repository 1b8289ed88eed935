import type { ReactNode } from 'react'
import type { ClaimVerdict } from '../../../electron/shared/domain/claimRule.ts'
import classes from './claims.module.css'

const on = { stroke: 'var(--mv-surface)', strokeWidth: 2, fill: 'none', strokeLinecap: 'round' as const }

/** Shape carries the meaning, colour only helps. */
const shapes: Readonly<Record<ClaimVerdict, ReactNode>> = {
  supported: (
    <>
      <circle cx="8" cy="8" r="7" fill="var(--mv-mark-supported)" />
      <path d="M4.8 8.2l2.2 2.2 4.2-4.6" {...on} />
    </>
  ),
  contradicted: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="var(--mv-mark-contradicted)" />
      <path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" {...on} />
    </>
  ),
  mixed: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="var(--mv-mark-mixed)" strokeWidth="1.6" />
      <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="var(--mv-mark-mixed)" />
    </>
  ),
  outdated: (
    <g fill="none" stroke="var(--mv-mark-outdated)" strokeWidth="1.6" strokeLinecap="round">
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.4V8l2.4 1.6" />
    </g>
  ),
  'not-testable': (
    <g fill="none" stroke="var(--mv-text-3)" strokeWidth="1.6">
      <circle cx="8" cy="8" r="6.2" strokeDasharray="2.4 2.2" />
      <path d="M5 8h6" />
    </g>
  ),
  'no-data': <circle cx="8" cy="8" r="6.2" fill="none" stroke="var(--mv-text-3)" strokeWidth="1.6" strokeDasharray="2.4 2.2" />,
}

/** The word stands beside the mark each time, so the mark itself is silent. */
export function VerdictMark({ verdict, size = 15 }: { readonly verdict: ClaimVerdict; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" className={classes.mark}>
      {shapes[verdict]}
    </svg>
  )
}

export function ClauseMark({ holds }: { readonly holds: boolean | null }) {
  return (
    <svg width="13" height="13" viewBox="0 0 16 16" aria-hidden="true" className={classes.mark}>
      <path
        d={holds === null ? 'M4 8h8' : holds ? 'M3 8.5l3.5 3.5L13 4.5' : 'M4 4l8 8M12 4l-8 8'}
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        stroke={holds === null ? 'var(--mv-text-3)' : holds ? 'var(--mv-mark-supported)' : 'var(--mv-mark-contradicted)'}
      />
    </svg>
  )
}
