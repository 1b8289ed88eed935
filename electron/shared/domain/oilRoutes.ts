// The ways on which oil leaves Kazakhstan, and which drawn corridor carries which figure.

/** A country (ISO 3166-1 alpha-3) that stands on the way, the sea, or a stretch whose course the source does not tell. */
export type Stop = 'sea' | 'unknown' | (string & {})
export type Market = 'blackSea' | 'baltic' | 'mediterranean' | 'china' | 'orenburg' | 'various'

export interface OilRoute {
  readonly id: string
  readonly indicator: string
  /** corridor of corridors.json whose width shows the volume; null = none is drawn */
  readonly corridor: string | null
  /** what stands between the oil field and the market, in order */
  readonly way: readonly Stop[]
  readonly market: Market
  /** the route whose total already holds this one, where both are published for a year */
  readonly partOf: string | null
}

/** In the order of a table. Routes that are part of another one are never added to it. */
export const oilRoutes: readonly OilRoute[] = [
  { id: 'cpc', indicator: 'route.oil_cpc_mt', corridor: 'cpc', way: ['RUS'], market: 'blackSea', partOf: null },
  {
    id: 'atyrauSamara',
    indicator: 'route.oil_atyrau_samara_mt',
    corridor: 'atyrau-samara',
    way: ['RUS'],
    market: 'baltic',
    partOf: null,
  },
  { id: 'orenburg', indicator: 'route.oil_orenburg_mt', corridor: null, way: ['RUS'], market: 'orenburg', partOf: null },
  { id: 'aktau', indicator: 'route.oil_aktau_mt', corridor: null, way: ['sea', 'unknown'], market: 'various', partOf: null },
  {
    id: 'aktauMakhachkala',
    indicator: 'route.oil_aktau_makhachkala_mt',
    corridor: 'aktau-makhachkala-sea',
    way: ['sea', 'RUS'],
    market: 'blackSea',
    partOf: 'aktau',
  },
  {
    id: 'aktauBaku',
    indicator: 'route.oil_aktau_baku_mt',
    corridor: 'aktau-baku-sea',
    way: ['sea', 'AZE'],
    market: 'mediterranean',
    partOf: 'aktau',
  },
  { id: 'rail', indicator: 'route.oil_rail_mt', corridor: null, way: ['unknown'], market: 'various', partOf: null },
  { id: 'china', indicator: 'route.oil_china_mt', corridor: 'kaz-china-oil', way: ['CHN'], market: 'china', partOf: null },
]

/** Corridors whose width shows something else than an oil route's volume, in million tonnes. */
export const otherVolumes: Readonly<Record<string, string>> = {
  titr: 'route.titr_cargo_mt',
  btc: 'route.oil_btc_mt',
  'russia-china-oil-transit': 'route.oil_russia_transit_china_mt',
}

export const corridorKinds = ['oil', 'gas', 'rail', 'road', 'sea'] as const
