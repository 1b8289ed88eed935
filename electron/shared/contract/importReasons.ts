// The closed lists of what an import says of a file and its lines: codes for programs, worded by the command line in English and by the page in
// the reader's language.

/** Why a whole file is refused. The closed list of the command line. */
export const fileReasons = [
  'empty-file',
  'missing-column',
  'duplicate-column',
  'no-header',
  'unknown-layout',
  'not-csv',
  'binary-content',
  'undecodable-text',
  'unterminated-quote',
  'truncated-file',
  'too-many-columns',
  'field-too-long',
  'mixed-line-ends',
  'mixed-decimal-marks',
  'duplicate-conflict',
  'stray-quote',
  'control-character',
] as const
export type FileReason = (typeof fileReasons)[number]

/** Why one record, or one cell of a wide record, is rejected. */
export const rowReasons = [
  'field-count',
  'stray-quote',
  'unterminated-quote',
  'control-character',
  'undecodable-text',
  'field-too-long',
  'unknown-indicator',
  'unknown-area',
  'ambiguous-area',
  'bad-period',
  'future-period',
  'bad-number',
  'ambiguous-number',
  'out-of-range',
  'unit-mismatch',
  'duplicate-conflict',
  'totals-row',
  'self-partner',
  'unmapped-flow',
  'unmapped-commodity',
  'delete-not-supported',
] as const
export type RowReason = (typeof rowReasons)[number]

/** Why a record was not read at all. */
export const skipReasons = ['missing-value', 'blank-row', 'repeated-header'] as const
export type SkipReason = (typeof skipReasons)[number]

/** What a refusal is about, where its reason alone does not say it: the page words it in its own language from these. */
export const refusalKinds = [
  'headings',
  'one-column',
  'formats',
  'option',
  'several',
  'second-heading',
  'products-only',
  'digits-behind',
  'doubled-scale',
  'profile',
  'strict',
  'nameless',
  'no-period-columns',
  'mixed-decimals',
  'column-twice',
  'cut-page',
  'cut-gzip',
  'damaged-gzip',
  'workbook',
  'archive',
  'web-page',
  'other-text',
] as const
export type RefusalKind = (typeof refusalKinds)[number]
