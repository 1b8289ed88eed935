import classes from './claims.module.css'

/** Whether a part of a rule holds; null = it cannot be told. */
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
