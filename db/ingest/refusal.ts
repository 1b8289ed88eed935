import type { FileReason, RefusalKind } from '../../electron/shared/contract/importReasons.ts'

export {
  type FileReason,
  fileReasons,
  type RefusalKind,
  type RowReason,
  refusalKinds,
  rowReasons,
  type SkipReason,
  skipReasons,
} from '../../electron/shared/contract/importReasons.ts'

/** What one answer of the user would settle. */
export type Asked = 'decimal' | 'unit' | 'indicator' | 'reporter' | 'partner' | 'period' | 'value' | 'format' | 'columns'

export interface RefusalAbout {
  readonly kind: RefusalKind
  /** words of the file or of the reader that it is about; absent where there are none */
  readonly text?: string
}

/** A file that cannot be understood. The message says what, where and how to mend it. */
export class FileRefusal extends Error {
  readonly reason: FileReason
  /** physical line the reason stands on; null when it concerns the whole file */
  readonly line: number | null
  readonly asks: Asked | null
  readonly about: RefusalAbout | null

  constructor(
    reason: FileReason,
    message: string,
    line: number | null = null,
    asks: Asked | null = null,
    about: RefusalAbout | null = null,
  ) {
    super(message)
    this.name = 'FileRefusal'
    this.reason = reason
    this.line = line
    this.asks = asks
    this.about = about
  }
}
