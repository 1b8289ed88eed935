import { encodePeriod } from '../../../../electron/shared/domain/period.ts'
import type { Mapping } from '../mapping.ts'
import type { Words } from '../words.ts'

export interface PartOfForm {
  readonly words: Words
  readonly mapping: Mapping
}

export interface Editable extends PartOfForm {
  readonly setMapping: (mapping: Mapping) => void
}

/** True for a heading that names a period of itself. */
export const looksLikePeriod = (text: string): boolean => encodePeriod(text.trim()) !== null
