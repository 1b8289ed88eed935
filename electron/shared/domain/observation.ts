import type { Brand } from './brand.ts'
import type { Period } from './period.ts'

/** Code of an indicator, e.g. `trade.imports_usd_m`: domain, measure, unit. One indicator has one unit. */
export type IndicatorCode = Brand<string, 'IndicatorCode'>
/** ISO 3166-1 alpha-3, or a code of ours for a group (`EU27`, `WLD`, `OTH`) or for "does not apply" (`_Z`). */
export type AreaCode = Brand<string, 'AreaCode'>
/** Short code of a cited source, e.g. `bns_kz_country`. */
export type SourceCode = Brand<string, 'SourceCode'>

/**
 * SDMX code list CL_OBS_STATUS (version 2.x), the part that publishers of our figures use; its words are in the texts (`evidence.statuses`).
 * `M` (missing: data cannot exist) and `O` (missing, no reason told) go with a null value.
 */
export const observationStatuses = [
  'A',
  'B',
  'D',
  'E',
  'F',
  'G',
  'I',
  'K',
  'L',
  'M',
  'N',
  'O',
  'P',
  'Q',
  'S',
  'U',
  'V',
  'W',
] as const
export type ObservationStatus = (typeof observationStatuses)[number]

/** One figure, as published. */
export interface Observation {
  readonly indicator: IndicatorCode
  readonly reporter: AreaCode
  readonly partner: AreaCode
  readonly period: Period
  /** null = missing, and then `status` says why */
  readonly value: number | null
  readonly unit: string
  readonly status: ObservationStatus
  readonly source: SourceCode
  /** day on which this release became known, ISO date */
  readonly vintage: string
  readonly batch: number
  /** physical line in the file of the batch, 1-based; null where the batch had no lines */
  readonly line: number | null
  readonly note: string
}

/** The area that stands for the whole world: a total, never a partner. */
export const WORLD = 'WLD' as AreaCode
/** The area that stands where a partner does not apply. */
export const NO_PARTNER = '_Z' as AreaCode
