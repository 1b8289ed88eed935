import type { Corridors } from '../../../electron/shared/contract/schema/corridors.ts'
import type { Words } from './words.ts'

/** What every card of the screen draws from. */
export interface CorridorsCardProps {
  readonly value: Corridors
  readonly words: Words
}
