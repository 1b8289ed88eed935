import type { EventRow } from '../../../electron/shared/contract/schema/own.ts'
import type { Formats } from '../../language/formats.ts'
import type { Names } from '../../language/names.ts'
import type { Say } from '../../language/useSay.ts'

export interface Words {
  readonly t: Say<'events'>
  readonly formats: Formats
  readonly names: Names
  readonly titleOf: (event: EventRow) => string
}
