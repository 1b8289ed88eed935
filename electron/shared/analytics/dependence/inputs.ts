import { fail, inRange, objectOf, textOf } from './read.ts'

/**
 * How a channel's figure for one reporter, partner and year comes from the store. Shares are fractions (0-1). Sources that disagree within
 * a year, and several waves of a poll, give a range from the least to the most.
 */
export type ChannelInput =
  /** the partner's amount ÷ the world total of the same source and year */
  | { readonly kind: 'partner-share'; readonly indicator: string }
  /** the same over rolling sums of that many years; a year without deliveries inside the source's coverage counts as 0 */
  | { readonly kind: 'window-share'; readonly indicator: string; readonly years: number }
  /** the published value × factor */
  | { readonly kind: 'value'; readonly indicator: string; readonly factor: number }
  /** the partner's amount of one indicator ÷ the world total of another, same year: oil through one route ÷ all oil exports */
  | { readonly kind: 'ratio'; readonly indicator: string; readonly total: string }
  /** low and high from the published recipe of that name, which lists year by year which figures make the numerator and denominator */
  | { readonly kind: 'recipe'; readonly indicator: string; readonly recipe: string }

/** Checks the `input` of one channel. @throws {AnalyticsRefusal} `bad-method`, `not-finite` */
export function readChannelInput(value: unknown, channel: string): ChannelInput {
  const where = `input of ${channel}`
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined
  const spec = objectOf(value, where, ['kind', 'indicator', 'years', 'factor', 'total', 'recipe'])
  const indicator = textOf(spec.indicator, `${where}: indicator`)
  switch (kind) {
    case 'partner-share':
      return { kind, indicator }
    case 'window-share': {
      const years = inRange(spec.years, 1, 50, `${where}: years`)
      return Number.isInteger(years) ? { kind, indicator, years } : fail(`${where}: years must be a whole number`, { channel })
    }
    case 'value':
      return { kind, indicator, factor: inRange(spec.factor ?? 1, -1e9, 1e9, `${where}: factor`) }
    case 'ratio':
      return { kind, indicator, total: textOf(spec.total, `${where}: total`) }
    case 'recipe':
      return { kind, indicator, recipe: textOf(spec.recipe, `${where}: recipe`) }
    default:
      return fail(`${where} names no known kind: ${String(kind)}`, { channel })
  }
}
