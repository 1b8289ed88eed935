import type { Investment } from '../../../electron/shared/contract/schema/investment.ts'
import type { Words } from './words.ts'

/** What every card of the screen draws from. */
export interface InvestmentCardProps {
  readonly value: Investment
  readonly words: Words
}
