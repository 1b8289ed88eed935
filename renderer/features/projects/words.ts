import { projectNameKey } from '../../../electron/shared/domain/project.ts'
import type { Range } from '../../../electron/shared/findings/projects.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import type { Formats } from '../../language/formats.ts'
import type { Say, TextKey } from '../../language/useSay.ts'
import { sayOr } from '../../language/useSay.ts'

export interface Words {
  readonly t: Say<'projects'>
  readonly formats: Formats
  readonly names: Names
}

const sectorKeys: Readonly<Record<string, TextKey<'projects'>>> = {
  'Oil and gas': 'sector.oilGas',
  Transport: 'sector.transport',
  Renewables: 'sector.renewables',
  'Mining and metals': 'sector.mining',
  Logistics: 'sector.logistics',
  Petrochemicals: 'sector.petrochemicals',
  Power: 'sector.power',
  Agrifood: 'sector.agrifood',
  'Industry, mining, construction': 'sector.industry',
  'Urban transport': 'sector.urban',
  Nuclear: 'sector.nuclear',
  Manufacturing: 'sector.manufacturing',
  Finance: 'sector.finance',
  Social: 'sector.social',
  Water: 'sector.water',
  Telecom: 'sector.telecom',
  'Construction materials': 'sector.materials',
  'Business And Other Services': 'sector.business',
  Multisector: 'sector.multi',
}
/** A sector in the language on screen; one that an import brought keeps its own name. */
export function sectorName({ t }: Words, sector: string): string {
  const key = sectorKeys[sector]
  return key === undefined ? sector : t(key)
}

export const knownTags = [
  'nurly-zhol',
  'kz-cn-joint-list',
  'belt-and-road',
  'trans-caspian',
  'western-europe-western-china',
] as const

/** Name of a tag; one of the reader's own stands as written. */
export const tagName = ({ t }: Words, tag: string): string =>
  (knownTags as readonly string[]).includes(tag) ? t(`tag.${tag}` as TextKey<'projects'>) : tag

/** Name of a status; none given is "unknown". */
export const statusName = ({ t }: Words, status: string | null): string =>
  t(`status.${status === null || status === '' ? 'unknown' : status}` as TextKey<'projects'>)

const places = ({ low, high }: Range): number =>
  low < 10 && high < 10 && !(Number.isInteger(low) && Number.isInteger(high)) ? 1 : 0
/** "262–1,900", or one number where the sources agree. */
export const rangeText = ({ formats }: Words, range: Range, factor = 1, decimals?: number): string =>
  formats.range(range.low * factor, range.high * factor, decimals ?? places(range))

/** A project's name in the language on screen; a publisher's own title, and what an import brought, stand as written. */
export function projectName(t: Words['t'], name: string): string {
  return sayOr(t, `named.${projectNameKey(name)}`, name)
}
