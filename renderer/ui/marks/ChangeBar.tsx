import { useFormats } from '../../language/useFormats.ts'
import classes from './marks.module.css'

interface Props {
  /** signed; computed before rounding */
  readonly change: number
  /** the largest absolute change in the column: bars share one scale */
  readonly largest: number
  readonly decimals?: number
}

const HALF = 44

/** A change as glyph, signed number and a bar from a zero line. Up and down differ by shape, never by colour. */
export function ChangeBar({ change, largest, decimals = 1 }: Props) {
  const formats = useFormats()
  const length = largest > 0 ? Math.max(1, (Math.abs(change) / largest) * HALF) : 0
  return (
    <span className={classes.change}>
      <ChangeGlyph change={change} />
      <span className={classes.changeText}>{formats.signed(change, decimals)}</span>
      <svg width={HALF * 2 + 2} height={12} aria-hidden="true">
        <line x1={HALF} x2={HALF} y1={0} y2={12} stroke="var(--mv-border)" />
        <rect x={change < 0 ? HALF - length : HALF} y={2} width={length} height={8} fill="var(--mv-text-2)" />
      </svg>
    </span>
  )
}

/** Filled triangle up, hollow triangle down, a bar for no change. */
export function ChangeGlyph({ change, threshold = 0 }: { readonly change: number; readonly threshold?: number }) {
  const path = change > threshold ? 'M5 1.5L9.5 9H.5Z' : change < -threshold ? 'M5 8.5L.9 1.5H9.1Z' : 'M1 5H9'
  return (
    <svg
      viewBox="0 0 10 10"
      width={10}
      height={10}
      aria-hidden="true"
      fill={change > threshold ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={change > threshold ? 0 : 1.3}
    >
      <path d={path} strokeLinejoin="round" />
    </svg>
  )
}
