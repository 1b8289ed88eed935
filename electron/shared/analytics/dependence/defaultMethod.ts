import { type DependenceMethod, readDependenceMethod, type WeightSetting } from './method.ts'

/** Largest distance of UN ideal points in the pool of twelve reporters and five great powers, 1992-2025: a frozen goalpost. */
const FARTHEST_IDEAL_POINTS = 4.719373

const share = { min: 0, max: 1 }

const trade = [
  {
    id: 'imports',
    pillar: 'trade',
    goalposts: share,
    input: { kind: 'partner-share', indicator: 'trade.imports_usd_m' },
  },
  {
    id: 'exports',
    pillar: 'trade',
    goalposts: share,
    input: { kind: 'partner-share', indicator: 'trade.exports_usd_m' },
  },
]

const arms = {
  id: 'arms',
  pillar: 'security',
  goalposts: share,
  // SIPRI warns against reading single years of deliveries; it compares windows of five
  input: { kind: 'window-share', indicator: 'security.arms_imports_tiv', years: 5 },
}

const politics = [
  { id: 'votes', pillar: 'politics', goalposts: share, input: { kind: 'value', indicator: 'politics.unga_agreement' } },
  {
    id: 'distance',
    pillar: 'politics',
    direction: -1,
    goalposts: { min: 0, max: FARTHEST_IDEAL_POINTS },
    input: { kind: 'value', indicator: 'politics.unga_ideal_distance' },
  },
]

/** Kazakh oil that crosses Russia. Sources know the trunk lines; rail and part of Aktau may go either way, hence a range. */
const oilThroughRussia = {
  id: 'oil',
  pillar: 'energy',
  goalposts: share,
  reporters: ['KAZ'],
  partners: ['RUS'],
  input: { kind: 'recipe', indicator: 'route.oil_russia_share_pct', recipe: 'oil_transit' },
}

/** The mirror for China: Kazakh oil through the pipeline to Alashankou, of all oil exports. */
const oilToChina = {
  id: 'oil_china',
  pillar: 'energy',
  goalposts: share,
  reporters: ['KAZ'],
  partners: ['CHN'],
  input: { kind: 'ratio', indicator: 'route.oil_china_mt', total: 'route.oil_total_mt' },
}

const robustness = {
  runs: 1000,
  weightNoise: 0.25,
  goalpostNoise: 0.1,
  normalisations: ['min-max', 'percentile-rank'],
  aggregations: ['geometric', 'arithmetic'],
  varyCarryForward: true,
}

/**
 * The method the app starts with. Equal weights inside and across pillars are a statement of value, not a finding; readers set their own.
 * Routes of oil and opinion are known for scattered years only: they enter beside the yearly index, not into it.
 * Shares, votes and opinion have natural goalposts; the distance of ideal points has the largest one of the pool.
 */
export const defaultDependenceMethod: DependenceMethod = readDependenceMethod({
  id: 'multivector-dependence',
  version: '1.0.0',
  pillars: [
    { id: 'trade', weight: 1 },
    { id: 'investment', weight: 1 },
    { id: 'energy', weight: 1, occasional: true },
    { id: 'security', weight: 1 },
    { id: 'politics', weight: 1 },
    { id: 'opinion', weight: 1, occasional: true },
  ],
  channels: [
    ...trade,
    {
      id: 'fdi',
      pillar: 'investment',
      goalposts: share,
      input: { kind: 'partner-share', indicator: 'fdi.stock_inward_eur_m' },
      // no other reporter of the bundled data has stocks by partner
      reporters: ['KAZ'],
    },
    oilThroughRussia,
    oilToChina,
    arms,
    ...politics,
    {
      id: 'opinion',
      pillar: 'opinion',
      goalposts: share,
      input: { kind: 'value', indicator: 'sentiment.favourable_pct', factor: 0.01 },
    },
  ],
  carryForwardYears: 2,
  robustness,
})

/**
 * The method for comparing countries: only pillars that the same publishers cover for every reporter. Shares are of one set of statistics
 * (chosen by the caller), so a country's level means the same as its neighbour's.
 */
export const comparisonDependenceMethod: DependenceMethod = readDependenceMethod({
  id: 'multivector-dependence-comparison',
  version: '1.0.0',
  pillars: [
    { id: 'trade', weight: 1 },
    { id: 'security', weight: 1 },
    { id: 'politics', weight: 1 },
  ],
  channels: [...trade, arms, ...politics],
  carryForwardYears: 2,
  robustness,
})

/** Named weights a reader can start from; each is a view of what dependence is about. Pillars that a method lacks are left out by the caller. */
export const dependenceWeightSets: Readonly<Record<'equal' | 'economy' | 'security', WeightSetting>> = {
  equal: { pillars: { trade: 1, investment: 1, energy: 1, security: 1, politics: 1, opinion: 1 } },
  economy: { pillars: { trade: 3, investment: 2, energy: 3, security: 1, politics: 1, opinion: 1 } },
  security: { pillars: { trade: 1, investment: 1, energy: 3, security: 3, politics: 2, opinion: 1 } },
}
