import type { Marker } from '../palette.ts'

interface Props {
  readonly marker: Marker
  readonly x: number
  readonly y: number
  /** half the width of the mark, px */
  readonly r?: number
  readonly colour: string
  readonly hollow?: boolean
}

const STROKE = 2

/** A partner's marker, drawn so that all shapes weigh about the same. Hollow = base value, estimate or "then". */
export function MarkerShape({ marker, x, y, r = 4, colour, hollow = false }: Props) {
  const paint = hollow
    ? { fill: 'var(--mv-surface)', stroke: colour, strokeWidth: STROKE }
    : { fill: colour, stroke: 'var(--mv-surface)', strokeWidth: 1 }
  if (marker === 'diamond')
    return <path d={`M${x} ${y - r * 1.25}L${x + r * 1.25} ${y}L${x} ${y + r * 1.25}L${x - r * 1.25} ${y}Z`} {...paint} />
  if (marker === 'square') return <rect x={x - r * 0.9} y={y - r * 0.9} width={r * 1.8} height={r * 1.8} {...paint} />
  if (marker === 'triangle')
    return <path d={`M${x} ${y - r * 1.2}L${x + r * 1.15} ${y + r * 0.85}L${x - r * 1.15} ${y + r * 0.85}Z`} {...paint} />
  if (marker === 'plus' || marker === 'cross') {
    const arm =
      marker === 'plus'
        ? `M${x - r} ${y}H${x + r}M${x} ${y - r}V${y + r}`
        : `M${x - r * 0.8} ${y - r * 0.8}L${x + r * 0.8} ${y + r * 0.8}M${x + r * 0.8} ${y - r * 0.8}L${x - r * 0.8} ${y + r * 0.8}`
    return <path d={arm} fill="none" stroke={colour} strokeWidth={hollow ? 1.4 : 2.4} strokeLinecap="round" />
  }
  return <circle cx={x} cy={y} r={r} {...paint} />
}
