import { z } from 'zod'
import { areaCode, asOf, figure, sourceCode, texts, year } from './base.ts'
import { cellRef } from './overview.ts'

export const scenariosQuery = z.strictObject({ reporter: areaCode, partner: areaCode, asOf: asOf.default('') })

/** A published parameter as the source gives it: a value, a range, or neither but a sign. */
export const scenarioParameter = z.object({
  id: z.string(),
  country: z.string(),
  lever: z.string(),
  outcome: z.string(),
  value: figure,
  unit: z.string(),
  low: figure,
  high: figure,
  source: sourceCode,
  sourceTitle: z.string(),
  note: z.string(),
})
export type ScenarioParameter = z.infer<typeof scenarioParameter>

/** A figure of the store that a scenario starts from, with the cells behind it. */
export const scenarioFigure = z.object({
  id: z.string(),
  year,
  unit: z.string(),
  low: z.number(),
  high: z.number(),
  source: z.string(),
  cells: z.array(cellRef),
})
export type ScenarioFigure = z.infer<typeof scenarioFigure>

export const scenariosAnswer = z.object({
  parameters: z.array(scenarioParameter),
  /** `oil_exports`, `oil_crossing`, `corridor_cargo`, `corridor_containers`, `transit`, `gdp`: those that the store has for the reporter */
  figures: z.array(scenarioFigure),
  /** the latest imports by partner, USD million, for the shift of shares; null where the reporter has none */
  imports: z
    .object({
      year,
      source: z.string(),
      unallocated: z.number(),
      amounts: z.array(z.object({ partner: areaCode, value: z.number() })),
    })
    .nullable(),
  warnings: z.array(z.object({ id: z.string(), text: texts })),
})
export type ScenariosAnswer = z.infer<typeof scenariosAnswer>
