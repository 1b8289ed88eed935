import { Tooltip } from '@mantine/core'
import classes from './iconAction.module.css'

const paths = {
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.2 6.5v6',
  chart: 'M2.5 2.5v11h11M4.5 10.5l3-3.5 2.2 2 3.3-4.5',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  add: 'M3 2.5h10v11H3zM8 5.5v5M5.5 8h5',
  done: 'M3 8.5l3.2 3.2L13 4.8',
  failed: 'M4 4l8 8M12 4l-8 8',
} as const
export type ActionIcon = keyof typeof paths

interface Props {
  readonly icon: ActionIcon
  /** said by the tooltip */
  readonly hint: string
  /** the accessible name; default the hint */
  readonly name?: string
  readonly pressed?: boolean
  readonly busy?: boolean
  readonly onClick: () => void
}

/** A small button of a card: a drawing with its words in the tooltip. */
export function IconAction({ icon, hint, name = hint, pressed, busy = false, onClick }: Props) {
  return (
    <Tooltip label={hint} openDelay={300} withinPortal>
      <button
        type="button"
        className={classes.action}
        aria-label={name}
        aria-pressed={pressed}
        aria-busy={busy || undefined}
        // not `disabled`: that would take the focus away from who pressed it by key
        aria-disabled={busy || undefined}
        onClick={busy ? undefined : onClick}
      >
        <svg
          viewBox="0 0 16 16"
          width={16}
          height={16}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.4}
          strokeLinejoin="round"
          strokeLinecap="round"
          aria-hidden="true"
        >
          <path d={paths[icon]} />
        </svg>
      </button>
    </Tooltip>
  )
}
