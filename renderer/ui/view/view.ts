// The view is what the address says: reporter, partners, base year, day of knowledge, source rule, table twin. Pure; the hook is in useView.ts.
import { BASE_YEAR } from '../../../electron/shared/domain/baseYear.ts'

export type SourceRuleChoice = 'preferred' | 'all' | { readonly source: string }

export interface View {
  readonly reporter: string
  /** in the order chosen; the first is the one headlines speak of */
  readonly partners: readonly string[]
  readonly baseYear: number
  /** ISO day, or empty = as known today */
  readonly asOf: string
  readonly sourceRule: SourceRuleChoice
  /** true = charts show their table twin */
  readonly table: boolean
}

export const defaultView: View = {
  reporter: 'KAZ',
  partners: ['RUS', 'CHN'],
  baseYear: BASE_YEAR,
  asOf: '',
  sourceRule: 'preferred',
  table: false,
}

/** Names of the view's parameters in the address; every other parameter belongs to one screen and is dropped when leaving it. */
export const viewKeys = ['r', 'p', 'b', 'd', 's', 't'] as const

const area = /^[A-Z_][A-Z0-9_]{1,11}$/
const MOST_PARTNERS = 8

/** True for an ISO day that a calendar has: not 2023-02-30. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(text)
  // an impossible day of a possible month is read as a day of the next
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** The view an address asks for. A part that cannot be read falls back to its default, never to an error. */
export function parseView(params: URLSearchParams): View {
  const reporter = params.get('r') ?? ''
  const partners = (params.get('p') ?? '').split(',').filter((code) => area.test(code))
  const base = Number(params.get('b'))
  const asOf = params.get('d') ?? ''
  const rule = params.get('s') ?? ''
  return {
    reporter: area.test(reporter) ? reporter : defaultView.reporter,
    partners: partners.length > 0 ? [...new Set(partners)].slice(0, MOST_PARTNERS) : defaultView.partners,
    baseYear: Number.isInteger(base) && base >= 1950 && base <= 2100 ? base : defaultView.baseYear,
    asOf: isDay(asOf) ? asOf : '',
    sourceRule: rule === 'all' ? 'all' : rule.startsWith('=') && rule.length > 1 ? { source: rule.slice(1) } : 'preferred',
    table: params.get('t') === '1',
  }
}

/** The parameters of a view; what equals the default is left out, so that addresses stay short. The inverse of {@link parseView}. */
export function formatView(view: View): URLSearchParams {
  const params = new URLSearchParams()
  if (view.reporter !== defaultView.reporter) params.set('r', view.reporter)
  if (view.partners.join() !== defaultView.partners.join()) params.set('p', view.partners.join())
  if (view.baseYear !== defaultView.baseYear) params.set('b', String(view.baseYear))
  if (view.asOf !== '') params.set('d', view.asOf)
  if (view.sourceRule === 'all') params.set('s', 'all')
  else if (view.sourceRule !== 'preferred') params.set('s', `=${view.sourceRule.source}`)
  if (view.table) params.set('t', '1')
  return params
}

/** The address of another screen with the view kept and screen parameters dropped. */
export function searchOf(view: View): string {
  const text = formatView(view).toString()
  return text === '' ? '' : `?${text}`
}
