import { fileReasons, rowReasons, skipReasons } from '../../../electron/shared/contract/importReasons.ts'
import { NO_PARTNER, WORLD } from '../../../electron/shared/domain/observation.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import type { Formats } from '../../language/formats.ts'
import type { Say } from '../../language/useSay.ts'

export interface Words {
  readonly t: Say<'import'>
  readonly formats: Formats
  readonly names: Names
}

/** The partner by name; empty where the indicator has none, or can have no other than the world. */
export const partnerName = ({ names }: Words, indicator: string, partner: string): string =>
  partner === NO_PARTNER || (partner === WORLD && names.indicatorOf(indicator)?.partnerRule === 'WLD') ? '' : names.area(partner)

/** Of the page alone: a bad period that one answer makes a good one. */
export const AMBIGUOUS_DAY = 'ambiguous-day'

const formatIds = [
  'long',
  'sdmx-csv',
  'eurostat-sdmx-csv',
  'eurostat-tsv',
  'comext',
  'comtrade',
  'comtrade-legacy',
  'imf-portal',
  'imf-dip',
  'imf-dots-panel',
  'imf-dots',
  'imf-weo',
  'wdi',
  'wdi-databank',
  'wdi-long',
  'wdi-series',
  'wdi-countries',
  'wits',
  'wits-query',
  'wto',
  'trademap',
  'oecd-stat',
  'unctad',
  'oec',
  'baci',
  'faostat',
  'ilostat',
  'owid',
  'statgov-tab',
  'statgov-trade',
  'office',
  'wide',
  'table',
] as const
const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

/** True for the reasons of the closed list. */
export const isFileReason = (code: string | null): code is (typeof fileReasons)[number] => fileReasons.some((one) => one === code)
/** Reasons in words; one that this version does not know is shown as it is. A file that was to have no bad row is refused for the row's. */
export const fileReason = (words: Words, code: string | null): string =>
  isFileReason(code) ? words.t(`fileReason.${code}`) : code === null ? '' : rowReason(words, code)

/** Why a row was rejected; a reason that this version does not know stands as its code. */
export const rowReason = ({ t }: Words, code: string): string => {
  if (code === AMBIGUOUS_DAY) return t('rejected.ambiguousDay')
  const known = rowReasons.find((one) => one === code)
  return known === undefined ? code : t(`rowReason.${known}`)
}

/** Why a row was skipped; a reason that this version does not know stands as its code. */
export const skipReason = ({ t }: Words, code: string): string => {
  const known = skipReasons.find((one) => one === code)
  return known === undefined ? code : t(`skipReason.${known}`)
}
/** Before the name of the mapping that read a file. */
const MAPPED = 'profile-'

/** A format by name, or the mapping that stood for one. */
export const formatName = ({ t }: Words, id: string | null): string => {
  if (id?.startsWith(MAPPED)) return t('map.asFormat', { name: id.slice(MAPPED.length) })
  const known = formatIds.find((one) => one === id)
  return known === undefined ? (id ?? '–') : t(`format.${known}`)
}

/** Name of what stands between two fields; – for a file without one. */
export const delimiterName = ({ t }: Words, delimiter: string | null): string => {
  if (delimiter === null) return '–'
  const known = delimiterNames[delimiter as keyof typeof delimiterNames]
  return known === undefined ? delimiter : t(`delimiter.${known}`)
}

/** Name of a decimal mark. */
export const decimalName = ({ t }: Words, decimal: string | null): string =>
  decimal === ',' ? t('decimal.comma') : decimal === '.' ? t('decimal.point') : t('decimal.none')

const channelIds = ['imports', 'exports', 'oil', 'fdi', 'arms', 'votes', 'opinion'] as const
/** A channel of dependence by name. */
export const channelName = ({ t }: Words, id: string): string => {
  const known = channelIds.find((one) => one === id)
  return known === undefined ? id : t(`channel.${known}`)
}

/** "120 of 12,345 shown", and nothing where all are. */
export function shownText({ t, formats }: Words, shown: number, all: number): string {
  return shown === all
    ? t('table.all', { count: all, of: formats.number(all, 0) })
    : t('table.shown', { shown: formats.number(shown, 0), of: formats.number(all, 0) })
}

/** A size in bytes, kilobytes or megabytes. */
export function bytesText({ t, formats }: Words, bytes: number): string {
  if (bytes < 1000) return t('bytes.b', { size: formats.number(bytes, 0) })
  if (bytes < 1e6) return t('bytes.kb', { size: formats.number(bytes / 1e3, 0) })
  return bytes < 1e9
    ? t('bytes.mb', { size: formats.number(bytes / 1e6, 1) })
    : t('bytes.gb', { size: formats.number(bytes / 1e9, 1) })
}

/** Time left, rounded as people say it. */
export function timeLeft({ t }: Words, ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  return seconds < 90 ? t('progress.seconds', { count: seconds }) : t('progress.minutes', { count: Math.round(seconds / 60) })
}

/** The share of a file that is done, 0 to 1; 0 where its size is not known. */
export const shareDone = ({ done, total }: { readonly done: number; readonly total: number }): number =>
  total > 0 ? Math.min(1, done / total) : 0

/** An encoding as people write it: UTF-8, Windows-1251. */
export const encodingName = (encoding: string): string =>
  encoding.startsWith('windows') ? `W${encoding.slice(1)}` : encoding.toUpperCase()

/**
 * A change in per cent as people write it; from tenfold on, up or down, as a multiple, which the eye takes in.
 *
 * @param base what changed: only of something above zero is there a multiple; a fall to zero or below is none
 */
export function percentText({ formats }: Words, change: number | null, base: number | null): string {
  if (change === null) return '–'
  const size = Math.abs(change)
  if (change >= 900 && base !== null && base > 0) return `×\u202f${formats.compact(Math.round(change / 100 + 1))}`
  if (change <= -90 && change > -100 && base !== null && base > 0)
    return `÷\u202f${formats.compact(Math.round(100 / (100 + change)))}`
  return formats.signedPercent(change, size > 0 && size < 0.1 ? 3 : size < 1000 ? 1 : 0)
}
