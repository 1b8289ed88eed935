import type { EventRow } from '../../../electron/shared/contract/schema/own.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import type { Formats } from '../../language/formats.ts'
import type { Say } from '../../language/useSay.ts'

export interface Words {
  readonly t: Say<'events'>
  readonly formats: Formats
  readonly names: Names
  readonly titleOf: (event: EventRow) => string
}
