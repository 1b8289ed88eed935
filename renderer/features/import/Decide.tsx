// The decision on a group of differences: take it, leave it out, or take only what the filter shows.
import { Button } from '@mantine/core'
import type { GroupDecision } from '../../../electron/shared/contract/schema/importRequests.ts'
import layout from '../../ui/parts/layout.module.css'
import type { ImportDesk } from './desk.ts'
import type { Entry } from './queue.ts'
import type { Words } from './words.ts'

interface Props {
  readonly entry: Entry
  readonly desk: ImportDesk
  readonly words: Words
}

/** For revised and new figures: all are taken unless the reader says otherwise. */
export function DecideGroup({
  entry,
  desk,
  words,
  group,
  filter,
  shown,
  countable,
}: Props & {
  readonly group: 'revised' | 'new'
  /** words of the filter as they stand */
  readonly filter: string
  readonly shown: number
  /** false while the thread still counts, or where it lists only a part */
  readonly countable: boolean
}) {
  const { t, formats } = words
  const decision: GroupDecision = entry.choices[group]
  const choose = (next: GroupDecision, matched = 0): void =>
    desk.take({
      kind: 'choose',
      id: entry.id,
      choices: { [group]: next, matched: { ...entry.choices.matched, [group]: matched } },
    })
  const only = typeof decision === 'object' ? decision.only : null
  const option = (active: boolean, label: string, onClick: () => void, disabled = false) => (
    <Button
      size="xs"
      variant={active ? 'filled' : 'default'}
      {...(active ? { className: layout.filled } : {})}
      aria-pressed={active}
      disabled={disabled}
      onClick={onClick}
    >
      {label}
    </Button>
  )
  return (
    <fieldset className={layout.actions} aria-label={t('decide.label')}>
      {option(decision === 'take', t('decide.take'), () => choose('take'))}
      {option(decision === 'leave', t('decide.leave'), () => choose('leave'))}
      {option(
        only !== null && only === filter,
        t('decide.only', { count: shown, figures: formats.number(shown, 0) }),
        () => choose({ only: filter }, shown),
        filter === '' || shown === 0 || !countable,
      )}
      <span className={layout.small}>
        {only !== null ? t('decide.onlyIs', { words: only }) : filter === '' ? t('decide.hint') : t('decide.hintFilter')}
      </span>
    </fieldset>
  )
}

/** For held figures: nothing is written until somebody decided. */
export function DecideHeld({
  entry,
  desk,
  words: { t },
  oneByOne,
  onOneByOne,
}: Props & { readonly oneByOne: boolean; readonly onOneByOne: () => void }) {
  const { held } = entry.choices
  const choose = (next: 'take' | 'leave'): void =>
    desk.take({ kind: 'choose', id: entry.id, choices: { held: next, except: [] } })
  const one = (next: 'take' | 'leave', label: string) => (
    <Button
      size="xs"
      variant={held === next || (held === null && next === 'leave') ? 'filled' : 'default'}
      {...(held === next || (held === null && next === 'leave') ? { className: layout.filled } : {})}
      aria-pressed={held === next}
      onClick={() => choose(next)}
    >
      {label}
    </Button>
  )
  return (
    <fieldset className={layout.actions} aria-label={t('decide.label')}>
      {one('leave', t('held.leave'))}
      {one('take', t('held.take'))}
      <Button size="xs" variant="default" aria-pressed={oneByOne} onClick={onOneByOne}>
        {t('held.oneByOne')}
      </Button>
      <span className={layout.small}>{held === null ? t('held.hint') : t('held.decided')}</span>
    </fieldset>
  )
}
