// A verdict in a shape of its own; the word always stands beside it, so that colour only helps.
import { useTranslation } from 'react-i18next'
import type { ClaimVerdict } from '../../../electron/shared/domain/claimRule.ts'
import classes from './marks.module.css'

const colours: Readonly<Record<ClaimVerdict, string>> = {
  supported: 'var(--mv-mark-supported)',
  contradicted: 'var(--mv-mark-contradicted)',
  mixed: 'var(--mv-mark-mixed)',
  outdated: 'var(--mv-mark-outdated)',
  'not-testable': 'var(--mv-text-3)',
  'no-data': 'var(--mv-text-3)',
}

/** The shape alone, `size` pixels wide, for places where the word stands close by. */
export function VerdictShape({ verdict, size = 15 }: { readonly verdict: ClaimVerdict; readonly size?: number }) {
  const colour = colours[verdict]
  const paper = 'var(--mv-surface)'
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      className={classes.shape}
      fill="none"
      stroke={colour}
      strokeWidth={1.6}
    >
      {verdict === 'supported' && (
        <>
          <circle cx={8} cy={8} r={7} fill={colour} stroke="none" />
          <path d="M4.8 8.3l2.2 2.2 4.2-4.6" stroke={paper} strokeLinecap="round" strokeLinejoin="round" />
        </>
      )}
      {verdict === 'contradicted' && (
        <>
          <rect x={1.5} y={1.5} width={13} height={13} rx={2} fill={colour} stroke="none" />
          <path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" stroke={paper} strokeLinecap="round" />
        </>
      )}
      {verdict === 'mixed' && (
        <>
          <circle cx={8} cy={8} r={6.2} />
          <path d="M8 1.8a6.2 6.2 0 000 12.4z" fill={colour} stroke="none" />
        </>
      )}
      {verdict === 'outdated' && (
        <>
          <circle cx={8} cy={8} r={6.2} />
          <path d="M8 4.4V8l2.4 1.6" strokeLinecap="round" strokeLinejoin="round" />
        </>
      )}
      {verdict === 'not-testable' && (
        <>
          <circle cx={8} cy={8} r={6.2} strokeDasharray="2.6 2" />
          <path d="M5.6 8h4.8" strokeLinecap="round" />
        </>
      )}
      {verdict === 'no-data' && <circle cx={8} cy={8} r={6.2} strokeDasharray="2.6 2" />}
    </svg>
  )
}

/** Shape and word. */
export function VerdictMark({ verdict }: { readonly verdict: ClaimVerdict }) {
  const { t } = useTranslation('figure')
  return (
    <span className={classes.mark} style={{ color: colours[verdict] }}>
      <VerdictShape verdict={verdict} size={16} />
      {t(`verdict.${verdict}`)}
    </span>
  )
}
