import type { ImportOptionsRequest } from '../../../electron/shared/contract/schema/importRequests.ts'
import type { ImportQuestion } from '../../../electron/shared/contract/schema/imports.ts'
import { NO_PARTNER } from '../../../electron/shared/domain/observation.ts'

/** Tells the questions of one file apart. */
export const questionKey = ({ kind, column, examples }: ImportQuestion): string =>
  `${kind} ${column ?? ''} ${examples[0]?.found ?? ''}`

/** The options with an answer: what the file is read with next. */
export function addAnswer(
  options: ImportOptionsRequest,
  { kind, examples }: ImportQuestion,
  value: string,
): ImportOptionsRequest {
  const found = (examples[0]?.found ?? '').trim()
  switch (kind) {
    case 'decimal':
      return { ...options, decimal: value === ',' ? ',' : '.' }
    case 'day-order':
      return { ...options, dayOrder: value === 'month-day' ? 'month-day' : 'day-month' }
    case 'area':
      return { ...options, areas: { ...options.areas, [found]: value } }
    case 'indicator':
      return found === ''
        ? { ...options, indicator: value }
        : { ...options, indicators: { ...options.indicators, [found]: value } }
    case 'unit':
      return { ...options, unit: value }
    case 'reporter':
      return { ...options, reporter: value }
    case 'partner':
      return { ...options, partner: value }
    default:
      return options
  }
}

/** Formats in which one column of countries may hold reporters or the partners of one reporter. */
const tables: readonly (string | null)[] = ['office', 'wide']

/** True where a file that lacks partners may name them after all: its countries are partners, and the reporter is what it does not say. */
export const mayNamePartners = (
  { kind }: ImportQuestion,
  options: ImportOptionsRequest,
  format: string | null | undefined,
): boolean => kind === 'partner' && options.reporter === undefined && tables.includes(format ?? null)

/** Areas to choose from: the candidates alone where there are some, otherwise all by name. */
export function areaChoices(
  areas: readonly { readonly code: string }[],
  candidates: readonly string[],
  nameOf: (code: string) => string,
): { value: string; label: string }[] {
  const codes = candidates.length > 0 ? candidates : areas.map(({ code }) => code).filter((code) => code !== NO_PARTNER)
  return codes.map((code) => ({ value: code, label: nameOf(code) })).sort((a, b) => a.label.localeCompare(b.label))
}
