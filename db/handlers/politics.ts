// Votes, arms and clubs of a reporter.

import type { ArmsWindow, Membership, Politics, UkraineVote, VoteLine } from '../../electron/shared/contract/schema/politics.ts'
import { membershipKind } from '../../electron/shared/domain/membership.ts'
import { WORLD } from '../../electron/shared/domain/observation.ts'
import { periodCode, periodEndYear, periodKind, periodYear } from '../../electron/shared/domain/period.ts'
import { sampleIn } from '../../electron/shared/domain/polls.ts'
import { areaKind } from '../queries/flows.ts'
import { type MembershipRow, membershipsOf } from '../queries/politics.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { cellOf, type Figure, readFigures } from './figures.ts'
import { breaksOf } from './observations.ts'

const AGREEMENT = 'politics.unga_agreement'
const DISTANCE = 'politics.unga_ideal_distance'
const UKRAINE = 'politics.unga_ukraine_vote'
const ARMS = 'security.arms_imports_tiv'

interface Query {
  readonly indicator: string
  readonly reporters: readonly string[]
  readonly rule: 'preferred' | 'all'
  readonly asOf: string
}

const figuresOf = (db: ReadDb, { indicator, ...query }: Query): readonly Figure[] =>
  readFigures(db, { indicators: [indicator], ...query })

function toLines(figures: readonly Figure[], factor: number, chosen: boolean): VoteLine[] {
  return [...Map.groupBy(figures, (row) => `${row.partner} ${chosen ? '' : row.source}`).values()].flatMap((rows) => {
    const first = rows[0]
    if (!first) return []
    const points = rows.map((row) => ({
      year: periodEndYear(periodCode(row.period)),
      value: row.value * factor,
      rollCalls: sampleIn(row.note)?.n ?? null,
      cell: cellOf(row),
    }))
    return [{ partner: first.partner, chosen, points }]
  })
}

/** Lines of the printed rule, then every figure that another source gives for a year the rule has, or has not. */
function votes(db: ReadDb, indicator: string, reporter: string, asOf: string, factor: number): VoteLine[] {
  const chosen = figuresOf(db, { indicator, reporters: [reporter], rule: 'preferred', asOf })
  const key = (row: Figure): string => `${row.partner} ${row.period} ${row.source}`
  const taken = new Set(chosen.map(key))
  const others = figuresOf(db, { indicator, reporters: [reporter], rule: 'all', asOf }).filter((row) => !taken.has(key(row)))
  return [...toLines(chosen, factor, true), ...toLines(others, factor, false)]
}

const subjects: readonly (readonly [RegExp, UkraineVote['subject']])[] = [
  [/territorial integrity/, 'integrity'],
  [/human rights in crimea/, 'rights'],
  [/militarisation/, 'militarisation'],
  [/aggression/, 'aggression'],
  [/human rights council/, 'council'],
]

/** 1 yes, 0.5 abstained, 0 no; a country that did not vote has no row. */
const toUkraineVote = (row: Figure): UkraineVote => ({
  reporter: row.reporter,
  date: row.period,
  resolution: /A\/RES\/(?:ES-)?\d+\/\d+/.exec(row.note)?.[0] ?? '',
  subject: subjects.find(([pattern]) => pattern.test(row.note.toLowerCase()))?.[1] ?? 'other',
  vote: row.value === 1 ? 'yes' : row.value === 0 ? 'no' : 'abstain',
  cell: cellOf(row),
})

/** The published five-year sums, and only these: yearly rows are the same deliveries once more. */
function armsWindows(db: ReadDb, reporter: string, asOf: string): ArmsWindow[] {
  const sums = figuresOf(db, { indicator: ARMS, reporters: [reporter], rule: 'preferred', asOf }).filter(
    (row) => periodKind(periodCode(row.period)) === 'interval',
  )
  return [...Map.groupBy(sums, (row) => row.period)]
    .sort(([a], [b]) => periodCode(a) - periodCode(b))
    .flatMap(([period, rows]) => {
      const total = rows.find((row) => row.partner === WORLD)
      if (!total || total.value <= 0) return []
      const suppliers = rows
        .filter((row) => row.partner !== WORLD && areaKind(db, row.partner) !== 'group')
        .sort((a, b) => b.value - a.value)
        .map((row) => ({
          partner: row.partner,
          value: row.value,
          share: (row.value / total.value) * 100,
          cell: cellOf(row),
        }))
      const code = periodCode(period)
      return [
        { period, from: periodYear(code), to: periodEndYear(code), total: total.value, totalCell: cellOf(total), suppliers },
      ]
    })
}

const toMembership = (row: MembershipRow): Membership => ({
  organisation: row.organisation,
  ledBy: row.led_by,
  joined: row.joined,
  left: row.left_on,
  kind: membershipKind(row.status),
  status: row.status,
  source: row.source,
  sourceTitle: row.source_title ?? row.source,
})

export const politicsHandlers: TopicHandlers<'politics.get'> = {
  'politics.get': ({ db }, { reporter, asOf }): Politics => ({
    agreement: votes(db, AGREEMENT, reporter, asOf, 100),
    distance: votes(db, DISTANCE, reporter, asOf, 1),
    breaks: [AGREEMENT, DISTANCE].flatMap((indicator) => breaksOf(db, indicator, reporter)),
    ukraine: figuresOf(db, { indicator: UKRAINE, reporters: [], rule: 'preferred', asOf }).map(toUkraineVote),
    arms: armsWindows(db, reporter, asOf),
    memberships: db.all(membershipsOf, { reporter }).map(toMembership),
  }),
}
