// One proper request per channel: what the contract suite, the end-to-end harness and the walk through the built program send.
import type { ChannelName, RequestOf } from '../../electron/shared/contract/channels.ts'

type Requests = { readonly [C in ChannelName]?: RequestOf<C> }
const KAZ = { reporter: 'KAZ' } as const

/** Answered with a value on a store of the bundled data. */
export const goodRequests: Requests = {
  'host.info': {},
  'host.storeState': {},
  'host.chooseFiles': { kind: 'csv' },
  'catalogue.get': {},
  'sources.list': {},
  'series.query': { indicators: ['trade.imports_usd_m'], reporters: ['KAZ'], partners: ['RUS', 'CHN'] },
  'observations.query': { indicators: ['trade.imports_usd_m'], ...KAZ, partner: 'RUS', period: '2023' },
  'shares.query': { indicator: 'trade.imports_usd_m', ...KAZ, period: '2023' },
  'evidence.get': { indicator: 'trade.imports_usd_m', ...KAZ, partner: 'RUS', period: '2023' },
  'overview.get': { ...KAZ, partners: ['RUS', 'CHN'], baseYear: 2013 },
  'trade.get': { ...KAZ, flow: 'imports', baseYear: 2013, partners: ['RUS'] },
  'opinion.get': KAZ,
  'politics.get': KAZ,
  'governance.get': { ...KAZ, partner: 'RUS' },
  'coverage.get': { ...KAZ, partner: 'RUS' },
  'disagreements.get': { ...KAZ, most: 5 },
  'sources.uses': {},
  'sources.restsOn': { source: 'comtrade' },
  'events.list': {},
  'events.save': {
    id: null,
    date: '2024-05',
    title: 'A test',
    description: '',
    category: 'trade',
    partners: ['RUS'],
    source: 'own notes',
  },
  'events.hide': { id: 1, hidden: false },
  'briefing.items': {},
  'briefing.add': { kind: 'text', title: 'A note', view: {}, snapshot: {} },
  'settings.get': {},
  'settings.set': { theme: 'light' },
  'sourceRule.list': KAZ,
  'sourceRule.reset': { indicator: null, reporter: 'UZB' },
  'search.query': { text: 'gas' },
  'store.check': {},
}

/** Proper in form, and refused for a reason that the contract names. */
export const refusedRequests: Requests = {
  'host.save': { token: 'A'.repeat(24) },
  'host.openLink': { url: 'https://evil.example/' },
  'events.remove': { id: 999_999 },
  'briefing.remove': { id: 999_999 },
  'sourceRule.choose': { indicator: 'trade.imports_usd_m', reporter: 'KAZ', source: 'no such source' },
}
