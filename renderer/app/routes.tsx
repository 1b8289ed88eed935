// Every screen of the product, one line each. A screen that is not here does not exist: no empty places in the sidebar.
import { type ComponentType, lazy } from 'react'
import { allTexts } from '../language/i18n.ts'
import type { IconName } from './Icon.tsx'

export type Group = 'start' | 'measured' | 'topics' | 'work' | 'bottom'
export const groups: readonly Group[] = ['start', 'measured', 'topics', 'work', 'bottom']

type Module = { readonly default: ComponentType }
const screen = (id: ScreenId, group: Group, icon: IconName, load: () => Promise<Module>) => ({
  id,
  path: `/${id}`,
  group,
  icon,
  // the first screen finds its texts loaded; the others fetch theirs beside their code
  Screen: lazy(id === 'overview' ? load : async () => (await Promise.all([load(), allTexts()]))[0]),
})

export type ScreenId =
  | 'overview'
  | 'dependence'
  | 'substitution'
  | 'compare'
  | 'scenarios'
  | 'claims'
  | 'trade'
  | 'investment'
  | 'projects'
  | 'corridors'
  | 'opinion'
  | 'politics'
  | 'governance'
  | 'events'
  | 'briefings'
  | 'import'
  | 'sources'
  | 'settings'
  | 'diagnostics'
  | 'help'

export const screens = [
  screen('overview', 'start', 'overview', () => import('../features/overview/index.ts')),
  screen('dependence', 'measured', 'dependence', () => import('../features/dependence/index.ts')),
  screen('substitution', 'measured', 'substitution', () => import('../features/substitution/index.ts')),
  screen('compare', 'measured', 'compare', () => import('../features/compare/index.ts')),
  screen('scenarios', 'measured', 'scenarios', () => import('../features/scenarios/index.ts')),
  screen('claims', 'measured', 'claims', () => import('../features/claims/index.ts')),
  screen('trade', 'topics', 'trade', () => import('../features/trade/index.ts')),
  screen('investment', 'topics', 'investment', () => import('../features/investment/index.ts')),
  screen('projects', 'topics', 'projects', () => import('../features/projects/index.ts')),
  screen('corridors', 'topics', 'corridors', () => import('../features/corridors/index.ts')),
  screen('opinion', 'topics', 'opinion', () => import('../features/opinion/index.ts')),
  screen('politics', 'topics', 'politics', () => import('../features/politics/index.ts')),
  screen('governance', 'topics', 'governance', () => import('../features/governance/index.ts')),
  screen('events', 'topics', 'events', () => import('../features/events/index.ts')),
  screen('briefings', 'work', 'briefings', () => import('../features/briefings/index.ts')),
  screen('import', 'work', 'import', () => import('../features/import/index.ts')),
  screen('sources', 'work', 'sources', () => import('../features/sources/index.ts')),
  screen('help', 'bottom', 'help', () => import('../features/help/index.ts')),
  screen('settings', 'bottom', 'settings', () => import('../features/settings/index.ts')),
  screen('diagnostics', 'bottom', 'diagnostics', () => import('../features/diagnostics/index.ts')),
] as const

export type Screen = (typeof screens)[number]
/** Where the product opens. */
export const HOME = '/overview'
