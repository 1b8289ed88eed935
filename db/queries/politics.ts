import { statement } from '../worker/db.ts'

export interface MembershipRow {
  readonly organisation: string
  readonly led_by: string
  readonly joined: string
  readonly left_on: string
  readonly status: string
  readonly source: string
  readonly source_title: string | null
}
export const membershipsOf = statement<{ reporter: string }, MembershipRow>(
  'politics.memberships',
  `SELECT m.organisation, m.led_by, m.joined, m.left_on, m.status, m.source, s.title AS source_title
   FROM membership AS m LEFT JOIN source AS s ON s.code = m.source WHERE m.reporter = :reporter ORDER BY m.id`,
)
