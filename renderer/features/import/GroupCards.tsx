import layout from '../../ui/parts/layout.module.css'
import { type GroupCounts, type GroupId, groups } from './prepare.ts'
import type { Entry } from './queue.ts'
import classes from './review.module.css'
import type { Words } from './words.ts'

const glyphs: Readonly<Record<GroupId, string>> = {
  held: 'M10 3.5l7 12.5H3zM10 8v4M10 14v.01',
  revised: 'M4 7h11l-3-3M16 13H5l3 3',
  new: 'M10 4v12M4 10h12',
  older: 'M10 3.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0 -13M10 6.5V10l-2.5 2',
  unchanged: 'M4 8h12M4 12h12',
  rejected: 'M5 5l10 10M15 5L5 15',
  kept: 'M10 3.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0 -13',
}

/** Two headings that the reader decides on carry their decision. */
function decisionText({ t, formats }: Words, entry: Entry, id: GroupId): string | null {
  if (id === 'held' && entry.choices.held !== null) {
    if (entry.choices.except.length > 0) return t('decision.mixed')
    return t(entry.choices.held === 'take' ? 'decision.take' : 'decision.leave')
  }
  if (id !== 'revised' && id !== 'new') return null
  const decision = entry.choices[id]
  if (decision === 'take') return null
  return decision === 'leave'
    ? t('decision.leave')
    : t('decision.only', { figures: formats.number(entry.choices.matched[id], 0) })
}

/** What became of a group: written whole, in part, or not at all. */
function outcomeText({ t, formats }: Words, id: GroupId, { written, reviewed }: { written: number; reviewed: number }): string {
  if ((id !== 'held' && id !== 'revised' && id !== 'new') || reviewed === 0) return t(`reason.${id}`)
  const left = reviewed - written
  return left > 0 ? t('outcome.left', { count: left, figures: formats.number(left, 0) }) : t('outcome.all')
}

/** The groups of a review as cards: how many figures, why, and what was decided. */
export function GroupCards({
  entry,
  words,
  counts,
  reviewed,
  group,
  choose,
}: {
  readonly entry: Entry
  readonly words: Words
  /** figures to show: what was found, and after writing what was written */
  readonly counts: GroupCounts
  readonly reviewed: GroupCounts
  readonly group: GroupId
  readonly choose: (group: GroupId) => void
}) {
  const { t, formats } = words
  const waits = (id: GroupId): boolean => id === 'held' && counts.held > 0 && entry.choices.held === null && entry.result === null
  return (
    <div className={classes.groups}>
      {groups
        .filter((id) => id !== 'older' || counts.older > 0)
        .map((id) => (
          <button
            key={id}
            type="button"
            className={classes.group}
            data-open={id === group || undefined}
            data-held={waits(id) || undefined}
            data-none={counts[id] === 0 || undefined}
            aria-pressed={id === group}
            onClick={() => choose(id)}
          >
            <span className={classes.groupName}>
              <svg
                width="16"
                height="16"
                viewBox="0 0 20 20"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.7"
                aria-hidden="true"
              >
                <path
                  d={glyphs[id]}
                  strokeLinecap="round"
                  strokeLinejoin="round"
                  strokeDasharray={id === 'kept' ? '2.2 2.2' : undefined}
                />
              </svg>
              {id === 'held' && entry.result !== null ? t('outcome.held') : t(`group.${id}`)}
            </span>
            <span className={classes.groupCount}>{formats.number(counts[id], 0)}</span>
            <span className={layout.small}>
              {entry.result === null
                ? (decisionText(words, entry, id) ?? t(`reason.${id}`))
                : outcomeText(words, id, { written: counts[id], reviewed: reviewed[id] })}
            </span>
          </button>
        ))}
    </div>
  )
}
