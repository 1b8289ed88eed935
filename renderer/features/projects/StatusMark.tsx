import type { ProjectStatus } from '../../../electron/shared/domain/project.ts'

/** State of a project as a shape: the word stands beside it each time. */
export function StatusMark({ status }: { readonly status: ProjectStatus | null }) {
  const ink = 'var(--mv-text-2)'
  return (
    <svg width={12} height={12} viewBox="0 0 12 12" fill="none" stroke={ink} strokeWidth={1.5} aria-hidden="true">
      {status === 'completed' ? <circle cx={6} cy={6} r={4.5} fill={ink} /> : null}
      {status === 'active' ? (
        <>
          <circle cx={6} cy={6} r={4.5} />
          <path d="M6 1.5a4.5 4.5 0 010 9z" fill={ink} stroke="none" />
        </>
      ) : null}
      {status === 'planned' ? <circle cx={6} cy={6} r={4.5} /> : null}
      {status === 'stalled' ? <path d="M4 2.5v7M8 2.5v7" strokeWidth={2} /> : null}
      {status === 'cancelled' ? <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" /> : null}
      {status === null ? <circle cx={6} cy={6} r={4.5} strokeDasharray="2 2" /> : null}
    </svg>
  )
}
