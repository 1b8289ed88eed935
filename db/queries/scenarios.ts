import { statement } from '../worker/db.ts'

export interface ScenarioRow {
  readonly id: string
  readonly country: string
  readonly lever: string
  readonly outcome: string
  readonly value: number | null
  readonly unit: string
  readonly low: number | null
  readonly high: number | null
  readonly source: string
  readonly source_title: string | null
  readonly note: string
}

export const allScenarios = statement<object, ScenarioRow>(
  'scenarios.all',
  `SELECT s.id, country, lever, outcome, value, unit, low, high, s.source, c.title AS source_title, s.note
   FROM scenario AS s LEFT JOIN source AS c ON c.code = s.source ORDER BY s.id`,
)
