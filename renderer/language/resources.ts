// Which namespaces exist and what their keys are: the English file decides, the compiler checks every `t('…')` against it.
// A feature adds one import and one line.
import type app from '../../resources/texts/en/app.json'
import type briefing from '../../resources/texts/en/briefing.json'
import type briefings from '../../resources/texts/en/briefings.json'
import type charts from '../../resources/texts/en/charts.json'
import type claims from '../../resources/texts/en/claims.json'
import type compare from '../../resources/texts/en/compare.json'
import type corridors from '../../resources/texts/en/corridors.json'
import type dependence from '../../resources/texts/en/dependence.json'
import type events from '../../resources/texts/en/events.json'
import type eventTitles from '../../resources/texts/en/eventTitles.json'
import type evidence from '../../resources/texts/en/evidence.json'
import type figure from '../../resources/texts/en/figure.json'
import type governance from '../../resources/texts/en/governance.json'
import type help from '../../resources/texts/en/help.json'
import type importTexts from '../../resources/texts/en/import.json'
import type investment from '../../resources/texts/en/investment.json'
import type opinion from '../../resources/texts/en/opinion.json'
import type overview from '../../resources/texts/en/overview.json'
import type packages from '../../resources/texts/en/packages.json'
import type politics from '../../resources/texts/en/politics.json'
import type projects from '../../resources/texts/en/projects.json'
import type scenarios from '../../resources/texts/en/scenarios.json'
import type settings from '../../resources/texts/en/settings.json'
import type sources from '../../resources/texts/en/sources.json'
import type store from '../../resources/texts/en/store.json'
import type substitution from '../../resources/texts/en/substitution.json'
import type tour from '../../resources/texts/en/tour.json'
import type trade from '../../resources/texts/en/trade.json'

export interface TextResources {
  scenarios: typeof scenarios
  app: typeof app
  overview: typeof overview
  substitution: typeof substitution
  trade: typeof trade
  store: typeof store
  tour: typeof tour
  help: typeof help
  charts: typeof charts
  briefing: typeof briefing
  briefings: typeof briefings
  claims: typeof claims
  evidence: typeof evidence
  eventTitles: typeof eventTitles
  sources: typeof sources
  settings: typeof settings
  packages: typeof packages
  politics: typeof politics
  opinion: typeof opinion
  governance: typeof governance
  figure: typeof figure
  compare: typeof compare
  dependence: typeof dependence
  events: typeof events
  corridors: typeof corridors
  import: typeof importTexts
  investment: typeof investment
  projects: typeof projects
}

export type Namespace = keyof TextResources

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: TextResources
    returnNull: false
  }
}
