// Names written on the map: countries at a place with room, towns where routes begin, meet and end. [longitude, latitude]
import type { TextKey } from '../../../language/useSay.ts'
import type { Extent } from './geometry.ts'

type At = readonly [number, number]
export interface CountryLabel {
  readonly code: string
  readonly near: At | null
  readonly whole: At
}

export const countryLabels: readonly CountryLabel[] = [
  { code: 'KAZ', near: [68, 50.2], whole: [67.5, 49.2] },
  { code: 'RUS', near: [59.5, 54.6], whole: [51.5, 57.4] },
  { code: 'CHN', near: [86.3, 42.6], whole: [87, 42] },
  { code: 'UZB', near: [63.8, 42.1], whole: [63.8, 42.1] },
  { code: 'TKM', near: [58.6, 39.4], whole: [58.6, 39.4] },
  { code: 'KGZ', near: [75, 41.4], whole: [75, 41.4] },
  { code: 'TJK', near: [71.2, 38.6], whole: [71.2, 38.6] },
  { code: 'AZE', near: [48.3, 39.2], whole: [47.6, 39.5] },
  { code: 'GEO', near: null, whole: [43.3, 42.9] },
  { code: 'ARM', near: null, whole: [44.6, 40.1] },
  { code: 'TUR', near: [40.6, 39], whole: [32.4, 39.3] },
  { code: 'IRN', near: null, whole: [54, 35.6] },
  { code: 'UKR', near: [37.6, 49.8], whole: [31.5, 49] },
  { code: 'BLR', near: null, whole: [28.5, 53] },
  { code: 'AFG', near: [66, 36.4], whole: [66, 35.2] },
  { code: 'MNG', near: null, whole: [90, 47.5] },
]

export interface TownLabel {
  readonly key: TextKey<'corridors'>
  readonly at: At
  readonly dx: number
  readonly dy: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly only?: Extent
}

export const townLabels: readonly TownLabel[] = [
  { key: 'place.novorossiysk', at: [37.76, 44.73], dx: -2, dy: 16, anchor: 'middle' },
  { key: 'place.tengiz', at: [53.4, 46.1], dx: 8, dy: 13, anchor: 'start' },
  { key: 'place.samara', at: [50.14, 53.21], dx: 8, dy: -4, anchor: 'start' },
  { key: 'place.aktau', at: [51.17, 43.66], dx: 8, dy: 4, anchor: 'start' },
  { key: 'place.baku', at: [49.89, 40.38], dx: 8, dy: 10, anchor: 'start' },
  { key: 'place.makhachkala', at: [47.5, 42.98], dx: -7, dy: -5, anchor: 'end' },
  { key: 'place.alashankou', at: [82.57, 45.17], dx: 0, dy: -9, anchor: 'middle' },
  { key: 'place.khorgos', at: [80.41, 44.21], dx: 2, dy: 15, anchor: 'middle' },
  { key: 'place.moscow', at: [37.62, 55.75], dx: 0, dy: -8, anchor: 'middle', only: 'whole' },
  { key: 'place.ceyhan', at: [35.82, 37.02], dx: -8, dy: 4, anchor: 'end', only: 'whole' },
]

/** Where the volume of a route is written: a place of its course and how far from it. */
export const volumeLabels: Readonly<
  Record<string, { readonly at: At; readonly dx: number; readonly dy: number; readonly anchor: 'start' | 'middle' | 'end' }>
> = {
  cpc: { at: [43.6, 45.4], dx: 0, dy: -20, anchor: 'middle' },
  'atyrau-samara': { at: [50.5, 52.1], dx: -10, dy: 4, anchor: 'end' },
  'kaz-china-oil': { at: [77, 47.7], dx: 0, dy: -18, anchor: 'middle' },
  titr: { at: [64.5, 47.6], dx: 0, dy: -14, anchor: 'middle' },
}
