// What map, rows and tables of the corridors say.
import type { Corridor, Volume } from '../../../electron/shared/contract/schema/corridors.ts'
import type { ChannelPoint } from '../../../electron/shared/contract/schema/overview.ts'
import type { Reading, TopicWarning } from '../../../electron/shared/contract/schema/readings.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import type { Formats } from '../../language/formats.ts'
import type { Say, TextKey } from '../../language/useSay.ts'

export interface Words {
  readonly t: Say<'corridors'>
  readonly formats: Formats
  readonly names: Names
}

/** Places of a tonnage: one, but none for a figure that was printed whole. */
const places = (value: number): number => (value >= 20 && Number.isInteger(value) ? 0 : value < 1 ? 2 : 1)

/** A volume as text: one figure, two where sources differ, "more than" where the source says so. */
export function volumeText({ t, formats }: Words, { low, high, openEnd }: Volume): string {
  const decimals = Math.max(places(low), places(high))
  const text = formats.range(low, high, decimals)
  return openEnd ? t('moreThan', { value: text }) : text
}

/** Share as whole per cent, "81–82". */
export const shareText = ({ formats }: Words, share: { readonly low: number; readonly high: number }): string =>
  formats.percentRange(share.low, share.high)

/** "95 or 96", "62 to 84", "75". */
export function rangeWords({ t, formats }: Words, { low, high }: Pick<ChannelPoint, 'low' | 'high'>): string {
  const [from, to] = [Math.round(low), Math.round(high)]
  if (from === to) return formats.number(from, 0)
  return t(to - from === 1 ? 'range.or' : 'range.to', { low: from, high: to })
}

const routeKeys = new Set([
  'cpc',
  'atyrau-samara',
  'kaz-china-oil',
  'russia-china-oil-transit',
  'central-asia-china-gas',
  'beyneu-bozoy-shymkent',
  'btc',
  'aktau-baku-sea',
  'kuryk-alat-sea',
  'aktau-makhachkala-sea',
  'titr',
  'btk',
  'khorgos-aktau',
  'northern',
  'northern-west',
  'we-wc-road',
])

/** Name of a corridor in the language on screen; one that came with a later package keeps the name it came with. */
export const corridorName = ({ t }: Words, corridor: Pick<Corridor, 'id' | 'name'>): string =>
  routeKeys.has(corridor.id) ? t(`route.${corridor.id}` as TextKey<'corridors'>) : corridor.name

/** Name of a way that oil takes out of the country. */
export const oilRouteName = ({ t }: Words, id: string): string => t(`oilRoute.${id}` as TextKey<'corridors'>)

/** Since when a corridor works, or how it stands. */
export function statusText({ t }: Words, corridor: Pick<Corridor, 'status' | 'since'>): string {
  if (corridor.since !== null) return t('map.operatingSince', { year: corridor.since })
  return corridor.status === 'operating' ? t('map.operating') : corridor.status
}

/** The countries that a corridor crosses, in order. */
export const viaText = ({ t, names }: Words, corridor: Pick<Corridor, 'transit'>): string =>
  corridor.transit.length === 0
    ? t('map.viaNone')
    : t('map.via', { countries: corridor.transit.map((code) => names.area(code)).join(', ') })

/** Below a reading: what it reserves, what others print, where it comes from. */
export function readingLines({ t, formats, names }: Words, reading: Reading, decimals: number): readonly string[] {
  const lines = reading.bound === 'atLeast' ? [t('moreThan', { value: formats.number(reading.value, decimals) })] : []
  const others = reading.others.map((other) => `${formats.number(other.value, decimals)} (${names.source(other.source)})`)
  return [...lines, ...(others.length > 0 ? [others.join('; ')] : []), names.source(reading.cell.source)]
}

/** A warning with the name of the indicator it is about, where it is about one. */
export function warningText({ formats, names }: Words, warning: TopicWarning): string {
  const [code = ''] = warning.indicator.split(';').map((one) => one.replace(/\*$/, ''))
  const name = names.indicator(code)
  const text = warning.text[formats.language]
  return name === code ? text : `${name}: ${text}`
}
