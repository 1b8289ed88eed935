// Which namespaces exist and what their keys are: the English file decides, the compiler checks every `t('…')` against it.
// A feature adds one import and one line.
import type app from '../../resources/texts/en/app.json'
import type charts from '../../resources/texts/en/charts.json'
import type common from '../../resources/texts/en/common.json'
import type eventTitles from '../../resources/texts/en/eventTitles.json'
import type evidence from '../../resources/texts/en/evidence.json'
import type overview from '../../resources/texts/en/overview.json'
import type shell from '../../resources/texts/en/shell.json'
import type trade from '../../resources/texts/en/trade.json'

export interface TextResources {
  app: typeof app
  overview: typeof overview
  trade: typeof trade
  common: typeof common
  shell: typeof shell
  charts: typeof charts
  evidence: typeof evidence
  eventTitles: typeof eventTitles
}

export type Namespace = keyof TextResources

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: TextResources
    returnNull: false
  }
}
