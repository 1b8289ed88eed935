import { useState } from 'react'
import type { ImportPreview } from '../../../electron/shared/contract/schema/imports.ts'
import { Card } from '../../ui/parts/Card.tsx'
import layout from '../../ui/parts/layout.module.css'
import { DecideGroup, DecideHeld } from './Decide.tsx'
import { DifferencesTable } from './DifferencesTable.tsx'
import { type GroupCounts, type GroupId, isCell, turnOver } from './prepare.ts'
import { RejectedCard } from './RejectedCard.tsx'
import type { Part } from './Stages.tsx'

/** The figures of the open group, with what can be decided about them. */
export function OpenGroup({
  entry,
  desk,
  words,
  report,
  counts,
  group,
}: Part & {
  readonly report: ImportPreview
  readonly counts: GroupCounts
  readonly group: GroupId
}) {
  const { t } = words
  const [oneByOne, setOneByOne] = useState(false)
  const { choices } = entry
  const open = entry.result === null
  if (counts[group] === 0)
    return (
      <Card title={t(`group.${group}`)}>
        <p className={layout.text}>{t(`none.${group}`)}</p>
      </Card>
    )
  if (group === 'rejected') return <RejectedCard entry={entry} words={words} report={report} />
  const part = { entry, desk, words }
  if (group === 'held') {
    const pick = {
      taken: (row: Parameters<typeof isCell>[1]) => (choices.held === 'take') !== choices.except.some((one) => isCell(one, row)),
      turn: (row: Parameters<typeof isCell>[1]) =>
        desk.take({
          kind: 'choose',
          id: entry.id,
          choices: { held: choices.held ?? 'leave', except: turnOver(choices.except, row) },
        }),
    }
    return (
      <DifferencesTable
        {...part}
        group="held"
        title={open && choices.held === null ? t('held.title') : t('held.titleDecided')}
        subtitle={t('held.subtitle')}
        {...(open && oneByOne ? { pick } : {})}
      >
        {open
          ? () => (
              <DecideHeld
                {...part}
                oneByOne={oneByOne}
                onOneByOne={() => {
                  setOneByOne(true)
                  if (choices.held === null) desk.take({ kind: 'choose', id: entry.id, choices: { held: 'leave', except: [] } })
                }}
              />
            )
          : undefined}
      </DifferencesTable>
    )
  }
  return (
    <DifferencesTable {...part} group={group} title={t(`heading.${group}`)} subtitle={t(`about.${group}`)}>
      {open && (group === 'revised' || group === 'new')
        ? ({ words: filter, differences }) => (
            <DecideGroup
              {...part}
              group={group}
              filter={filter}
              shown={differences.total}
              countable={differences.ready && differences.listed === differences.all}
            />
          )
        : undefined}
    </DifferencesTable>
  )
}
