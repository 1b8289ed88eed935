// The channels through which one country can depend on another, as the screens show them. What the composite index does with them is
// its method's business (analytics); here stands only what is measured and how a share is formed.

/** How a channel's value for a partner comes about. */
export type ChannelMeasure =
  /** partner's amount over the world total of the same statistics, per cent */
  | { readonly kind: 'share'; readonly indicator: string }
  /** the same over rolling sums of that many years: deliveries of arms jump from year to year */
  | { readonly kind: 'window-share'; readonly indicator: string; readonly years: number }
  /** the published value itself, times a factor (0-1 agreement shown as per cent) */
  | { readonly kind: 'value'; readonly indicator: string; readonly factor: number }
  /** share of oil exports that crosses the partner, low and high where routes are only partly known */
  | { readonly kind: 'transit' }

export interface ChannelDefinition {
  readonly id: ChannelId
  readonly measure: ChannelMeasure
  /** the screen that tells more */
  readonly topic: string
}

export const channelIds = ['imports', 'exports', 'oil', 'fdi', 'arms', 'votes', 'opinion'] as const
export type ChannelId = (typeof channelIds)[number]

export const channelDefinitions: readonly ChannelDefinition[] = [
  { id: 'imports', measure: { kind: 'share', indicator: 'trade.imports_usd_m' }, topic: 'trade' },
  { id: 'exports', measure: { kind: 'share', indicator: 'trade.exports_usd_m' }, topic: 'trade' },
  { id: 'oil', measure: { kind: 'transit' }, topic: 'corridors' },
  { id: 'fdi', measure: { kind: 'share', indicator: 'fdi.stock_inward_eur_m' }, topic: 'investment' },
  { id: 'arms', measure: { kind: 'window-share', indicator: 'security.arms_imports_tiv', years: 5 }, topic: 'politics' },
  { id: 'votes', measure: { kind: 'value', indicator: 'politics.unga_agreement', factor: 100 }, topic: 'politics' },
  { id: 'opinion', measure: { kind: 'value', indicator: 'sentiment.favourable_pct', factor: 1 }, topic: 'opinion' },
]
