import type { Splitter } from '../bytes/splitter.ts'
import { type Fault, isFault, type ValueColumn } from '../layout.ts'
import type { RecordColumns } from './columns.ts'

/** The first thing that speaks against taking a figure, in the order in which a reader of the file would look; null = nothing does. */
export function firstFault(
  splitter: Splitter,
  columns: RecordColumns,
  value: ValueColumn,
  filter: number,
  indicator: number,
  unit: number,
  scale: number,
): Fault | null {
  if (filter < 0) return columns.filter?.faultOf(filter) ?? null
  if (value.indicator !== undefined && isFault(value.indicator)) return value.indicator
  if (value.indicator === undefined && indicator < 0) return columns.indicator?.faultOf(indicator) ?? null
  const reporter = columns.reporter?.read(splitter) ?? 0
  if (reporter < 0) return columns.reporter?.faultOf(reporter) ?? null
  if (value.period !== undefined && isFault(value.period)) return value.period
  const period = value.period === undefined ? (columns.period?.read(splitter) ?? 0) : 0
  if (period < 0) return partnerFault(splitter, columns, value) ?? columns.period?.faultOf(period) ?? null
  if (unit < 0) return partnerFault(splitter, columns, value) ?? columns.unit?.faultOf(unit) ?? null
  if (scale < 0) return columns.scale?.faultOf(scale) ?? null
  return null
}

function partnerFault(splitter: Splitter, columns: RecordColumns, value: ValueColumn): Fault | null {
  const partner = columns.partner?.read(splitter) ?? 0
  if (partner >= 0) return null
  const fault = columns.partner?.faultOf(partner) ?? null
  const indicator = value.indicator === undefined ? columns.indicator?.values[columns.indicator.read(splitter)] : value.indicator
  return indicator !== undefined && !isFault(indicator) && indicator.partnerRule !== 'required' && fault?.found.trim() === ''
    ? null
    : fault
}
