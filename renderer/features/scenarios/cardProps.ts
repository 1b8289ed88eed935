import type { ScenariosAnswer } from '../../../electron/shared/contract/schema/scenarios.ts'
import type { Settings } from '../../../electron/shared/findings/scenarios.ts'

/** What the card of a scenario draws. */
export interface CardProps {
  readonly answer: ScenariosAnswer
  readonly reporter: string
  readonly partner: string
}

/** ... of a scenario with settings of its reader's. */
export interface SteeredProps extends CardProps {
  readonly settings: Settings
  readonly set: (patch: Partial<Settings>) => void
}
