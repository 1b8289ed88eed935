// Every screen of the product, one line each. A screen that is not here does not exist: no empty places in the sidebar.
import { type ComponentType, lazy } from 'react'
import { allTexts } from '../language/i18n.ts'
import type { IconName } from './Icon.tsx'
import { type ScreenId, screenModules } from './screenModules.ts'

export type Group = 'start' | 'measured' | 'topics' | 'work' | 'bottom'
export const groups: readonly Group[] = ['start', 'measured', 'topics', 'work', 'bottom']

const screen = (id: ScreenId, group: Group, icon: IconName) => {
  const load: () => Promise<{ readonly default: ComponentType }> = screenModules[id]
  return {
    id,
    path: `/${id}`,
    group,
    icon,
    // the first screen finds its texts loaded; the others fetch theirs beside their code
    Screen: lazy(id === 'overview' ? load : async () => (await Promise.all([load(), allTexts()]))[0]),
  }
}

export const screens = [
  screen('overview', 'start', 'overview'),
  screen('dependence', 'measured', 'dependence'),
  screen('substitution', 'measured', 'substitution'),
  screen('compare', 'measured', 'compare'),
  screen('scenarios', 'measured', 'scenarios'),
  screen('claims', 'measured', 'claims'),
  screen('trade', 'topics', 'trade'),
  screen('investment', 'topics', 'investment'),
  screen('projects', 'topics', 'projects'),
  screen('corridors', 'topics', 'corridors'),
  screen('opinion', 'topics', 'opinion'),
  screen('politics', 'topics', 'politics'),
  screen('governance', 'topics', 'governance'),
  screen('events', 'topics', 'events'),
  screen('briefings', 'work', 'briefings'),
  screen('import', 'work', 'import'),
  screen('sources', 'work', 'sources'),
  screen('help', 'bottom', 'help'),
  screen('settings', 'bottom', 'settings'),
  screen('diagnostics', 'bottom', 'diagnostics'),
] as const

export type Screen = (typeof screens)[number]
