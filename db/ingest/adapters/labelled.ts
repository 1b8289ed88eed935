// Tables whose dimensions come as a column of codes and one of labels (OECD.Stat, UNCTADstat, OEC): who, when, and which series of the publisher.

import type { AreaSystem } from '../areas.ts'
import { missing } from '../columns.ts'
import { fault, namedIndicator, periodMeaning, readArea } from '../dimensions.ts'
import type { AdapterContext, Dimension, Fault, IndicatorRecord, PeriodMeaning, UnitMeaning } from '../layout.ts'
import { isFault } from '../layout.ts'
import { directionOf, ofAllGoods, oneSeries } from '../oneSeries.ts'
import { fold, tidy } from '../text/fold.ts'
import { readPeriod } from '../text/periods.ts'
import { flowOf, flowsOf, otherInvestment } from '../text/saying.ts'
import { flowHeading, isWhole, productHeading } from './breakdowns.ts'

/** A dimension with the columns of its codes and of its labels; −1 = none. */
export interface Labelled {
  readonly code: number
  readonly label: number
}

/** Its columns that are there, the labels first. */
export const columnsOf = ({ code, label }: Labelled): readonly number[] => [label, code].filter((column) => column >= 0)

/** A code as it was before a spreadsheet was kept from reading it as a number: `'0398`. */
const bareCode = (text: string): string => tidy(text).replace(/^'(?=\w)/, '')

/**
 * An area by the first of its columns that names one known here: labels are plain, and codes of publishers only stand in for those that are
 * not known.
 *
 * @param mayRead which texts may be read at all; absent = every one
 */
export function areaOf(
  context: AdapterContext,
  columns: readonly number[],
  system: AreaSystem,
  mayRead: (text: string) => boolean = () => true,
): Dimension<string> {
  return {
    columns,
    read: (texts) => {
      let first: Fault | null = null
      for (const [i, text] of texts.entries()) {
        const found = bareCode(text)
        if (found === '' || (i > 0 && !mayRead(found))) continue
        const reading = readArea(context, found, context.header.names[columns[i] ?? -1] ?? null, system)
        if (!isFault(reading)) return reading
        if (first === null || first.fault === 'unknown-area') first = reading
        if (first.fault !== 'unknown-area') return first
      }
      return first ?? fault('unknown-area', context.header.names[columns[0] ?? -1] ?? null, texts[0] ?? '')
    },
  }
}

/** A period by the first of its columns that says one. */
export const periodOf = (context: AdapterContext, columns: readonly number[]): Dimension<PeriodMeaning> => ({
  columns,
  read: (texts) => {
    const readings = texts.map((text) => readPeriod(bareCode(text)))
    const at = readings.findIndex(({ kind }) => kind === 'period')
    return periodMeaning(
      readings[Math.max(0, at)] ?? { kind: 'bad' },
      context.header.names[columns[0] ?? -1] ?? null,
      texts[0] ?? '',
    )
  },
})

/** A unit by the first of its columns that names one known here. */
export const unitOf = ({ catalogue, header }: AdapterContext, columns: readonly number[]): Dimension<UnitMeaning | null> => ({
  columns,
  read: (texts) => {
    const said = texts.filter((text) => tidy(text) !== '')
    const known = said.map((text) => catalogue.units.read(text)).find((unit) => unit !== null)
    return known ?? (said.length === 0 ? null : fault('unit-mismatch', header.names[columns[0] ?? -1] ?? null, said.join(', ')))
  },
})

/** Words of a label by which a figure in dollars is no amount at current prices. */
const otherMeasure =
  /\bppps?\b|constant|previous year.? prices|\b(?:19|20)\d\d prices|per (?:capita|head|person|hour)|\bvolumes?\b|\bind(?:ex|ices)\b|growth|percentage|per cent of|% of|deflator|chain/i
/** Codes and labels of classifications that end in their total: `SEX_T`, `ECO_SECTOR_TOTAL`, `Economic activity: Total`. */
const wholeCode = /^SEX_T$|^D?TOTAL$|_TOTAL$|: total$/i
const TOTAL = 'total'
const isTotal = (text: string): boolean => isWhole(text.replace(/\s*\([^)]*\)$/, '')) || wholeCode.test(text)
const services = /\bservices?\b/i
/** True for a family of units that is money at the prices of the day. */
export const isMoney = (family: string): boolean => /^(?:USD|EUR|KZT|RUB|CNY)$/.test(family)

/**
 * The indicator that the user names for the whole file, for the records that are of it: those of the other flow are rejected, and of every
 * other dimension it stands for one member, or for the whole. Two of equal right are asked.
 *
 * @param unit of the record: one in another than the indicator's is of another series
 * @throws {FileRefusal} missing-column when the user names none
 */
export function namedSeries(
  context: AdapterContext,
  dimensions: readonly Labelled[],
  unit?: Dimension<UnitMeaning | null>,
): Dimension<IndicatorRecord> {
  const { header, options } = context
  const { indicator } = options
  if (indicator === undefined) throw missing('indicator')
  const record = namedIndicator(context, indicator)
  const meant = directionOf(indicator)
  const isAmount = !isFault(record) && isMoney(record.unit.family)
  const judges = dimensions.map((dimension) => {
    const columns = columnsOf(dimension)
    const names = columns.map((column) => header.names[column] ?? '')
    const name = names[0] ?? ''
    const isFlow = names.some((text) => flowHeading.test(fold(text)))
    const isProduct = names.some((text) => productHeading.test(fold(text)))
    const wholeOnly = isProduct && ofAllGoods(indicator)
    const belongs = oneSeries(indicator, name, isTotal)
    return {
      width: columns.length,
      /** why no record with these texts is of the indicator */
      reject: (said: readonly string[]): Fault | null => {
        const [found = ''] = said
        const flows = new Set(said.flatMap((text) => [...flowsOf(text)]))
        const flow = said.map(flowOf).find((one) => one !== null) ?? null
        const otherFlow = meant !== null && (isFlow ? flow !== meant : flows.size > 0 && !flows.has(meant))
        if (otherFlow || said.some((text) => otherInvestment(text, indicator))) return fault('unmapped-flow', name, found)
        if (isAmount && said.some((text) => otherMeasure.test(text))) return fault('unit-mismatch', name, found)
        const part = (wholeOnly && !said.some(isTotal)) || (ofAllGoods(indicator) && said.some((text) => services.test(text)))
        return part ? fault('unmapped-commodity', name, found) : null
      },
      /** "Imports (CIF)" and "Imports" of one flow are two series as well; a code stands for its label where that is left out */
      guard: (said: readonly string[]): Fault | null =>
        belongs(said.some(isTotal) ? TOTAL : (said.at(-1) ?? '')) ? null : fault('unmapped-commodity', name, said[0] ?? ''),
    }
  })
  return {
    columns: [...dimensions.flatMap(columnsOf), ...(unit?.columns ?? [])],
    read: (texts) => {
      const measured = unit?.read(texts.slice(texts.length - unit.columns.length)) ?? null
      if (isFault(measured)) return measured
      if (measured !== null && !isFault(record) && measured.family !== record.unit.family)
        return fault('unit-mismatch', header.names[unit?.columns[0] ?? -1] ?? null, measured.found)
      let at = 0
      const said = judges.map(({ width }) => {
        at += width
        return texts
          .slice(at - width, at)
          .map(bareCode)
          .filter((text) => text !== '')
      })
      // a record that is of another series says nothing of which one this is
      for (const [i, { reject }] of judges.entries()) {
        const wrong = reject(said[i] ?? [])
        if (wrong !== null) return wrong
      }
      for (const [i, { guard }] of judges.entries()) {
        const wrong = guard(said[i] ?? [])
        if (wrong !== null) return wrong
      }
      return record
    },
  }
}
