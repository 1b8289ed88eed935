// The code of every screen, fetched when it is asked for. No framework here: the first screen's code is asked for before the framework is there.
import type { ComponentType } from 'react'

type Load = () => Promise<{ readonly default: ComponentType }>

export const screenModules = {
  overview: () => import('../features/overview/index.ts'),
  dependence: () => import('../features/dependence/index.ts'),
  substitution: () => import('../features/substitution/index.ts'),
  compare: () => import('../features/compare/index.ts'),
  scenarios: () => import('../features/scenarios/index.ts'),
  claims: () => import('../features/claims/index.ts'),
  trade: () => import('../features/trade/index.ts'),
  investment: () => import('../features/investment/index.ts'),
  projects: () => import('../features/projects/index.ts'),
  corridors: () => import('../features/corridors/index.ts'),
  opinion: () => import('../features/opinion/index.ts'),
  politics: () => import('../features/politics/index.ts'),
  governance: () => import('../features/governance/index.ts'),
  events: () => import('../features/events/index.ts'),
  briefings: () => import('../features/briefings/index.ts'),
  import: () => import('../features/import/index.ts'),
  sources: () => import('../features/sources/index.ts'),
  help: () => import('../features/help/index.ts'),
  settings: () => import('../features/settings/index.ts'),
  diagnostics: () => import('../features/diagnostics/index.ts'),
} as const satisfies Readonly<Record<string, Load>>

export type ScreenId = keyof typeof screenModules
/** Where the product opens. */
export const HOME = '/overview'

/** The screen that an address of the page names, as `#/trade?r=ARM`; the first one where it names none. */
export function screenOf(hash: string): ScreenId {
  const [, name = ''] = /^#\/([a-z]+)/.exec(hash) ?? []
  return Object.hasOwn(screenModules, name) ? (name as ScreenId) : 'overview'
}
