/** 45° lines: the part of a total that is not allocated, and estimates that were carried. */
export function Hatch({ id, colour = 'var(--mv-axis)' }: { readonly id: string; readonly colour?: string }) {
  return (
    <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={5} height={5} fill="var(--mv-surface)" />
      <line x1={0} x2={0} y1={0} y2={5} stroke={colour} strokeWidth={2} />
    </pattern>
  )
}
