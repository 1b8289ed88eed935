import { z } from 'zod'
import { errorCodes } from '../errors.ts'
import { areaCode, day, indicatorCode, sourceCode, texts } from './base.ts'

export const failure = z.object({ code: z.enum(errorCodes), message: z.string(), detail: z.string() })

/** Where the store is on its way from "not opened" to "answers". */
export const storeState = z.object({
  phase: z.enum(['opening', 'building', 'upgrading', 'ready', 'failed']),
  /** rows done and to do while building; 0 and 0 otherwise */
  done: z.number(),
  total: z.number(),
  failure: failure.nullable(),
})
export type StoreState = z.infer<typeof storeState>

export const storeSummary = z.object({
  observations: z.number(),
  indicators: z.number(),
  sources: z.number(),
  series: z.number(),
  /** newest publication day in the store */
  vintage: day,
  /** every publication day on record, newest first */
  vintages: z.array(day),
  bytes: z.number(),
  schema: z.number(),
})

export const storeReport = z.object({ ok: z.boolean(), problems: z.array(z.object({ code: z.string(), message: z.string() })) })

export const area = z.object({
  code: areaCode,
  kind: z.enum(['country', 'group', 'special', 'historic']),
  iso2: z.string().nullable(),
  m49: z.string().nullable(),
  name: texts,
  /** for labels */
  short: texts,
  /** inside an English sentence, with its article */
  text: z.object({ en: z.string() }),
  /** declined forms by language and case, where known: `ru_genitive`, `kk_ablative` … */
  forms: z.record(z.string(), z.string()),
})

export const indicator = z.object({
  code: indicatorCode,
  name: texts,
  unit: z.string(),
  domain: z.string(),
  topic: z.string(),
  partnerRule: z.enum(['required', 'WLD', 'none']),
  direction: z.number().int(),
  aggregation: z.string(),
  frequency: z.string(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  /** whole numbers only */
  integer: z.boolean(),
  cumulativeYtd: z.boolean(),
  description: texts,
  /** how many observations the store holds of it */
  observations: z.number(),
})
export type Indicator = z.infer<typeof indicator>

export const unit = z.object({
  code: z.string(),
  name: texts,
  short: texts,
  family: z.string(),
  factor: z.number(),
  decimals: z.number(),
})
export type Unit = z.infer<typeof unit>

export const source = z.object({
  code: sourceCode,
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  licence: z.string(),
  terms: z.enum(['open', 'narrow', 'unreviewed']),
  retrievedFrom: z.string(),
  note: z.string(),
  observations: z.number(),
})
export type Source = z.infer<typeof source>

/** Everything a page needs to name and label: asked once at start. */
export const catalogue = z.object({
  areas: z.array(area),
  indicators: z.array(indicator),
  units: z.array(unit),
  /** short names of sources, for labels; everything else of a source is asked by `sources.list` */
  sources: z.array(z.object({ code: sourceCode, short: texts })),
  /** reporters with at least one observation, most figures first */
  reporters: z.array(areaCode),
  summary: storeSummary,
})
export type Catalogue = z.infer<typeof catalogue>
