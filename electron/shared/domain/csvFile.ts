// What a file of figures can be: its bytes, its separators, what its columns are for. The page offers these, and the import reads them.

/** Encodings we read, by the name a report shows. `iso-8859-1` is windows-1252 without its bytes 80-9F. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'kz-1048',
  'koi8-r',
  'cp866',
  'windows-1252',
  'iso-8859-1',
] as const
export type Encoding = (typeof encodings)[number]

/** What can stand between two fields, in the order in which a guess prefers them. */
export const delimiters = [',', ';', '\t', '|'] as const

/** What a column of a table can be for. `area` is a side of a flow that the rest of the table tells apart; `ignored` is read by nobody. */
export const columnRoles = [
  'indicator',
  'indicatorName',
  'reporter',
  'partner',
  'area',
  'areaName',
  'period',
  'year',
  'month',
  'quarter',
  'value',
  'unit',
  'scale',
  'source',
  'status',
  'note',
  'vintage',
  'exports',
  'imports',
  'turnover',
  'share',
  'ignored',
] as const
export type ColumnRole = (typeof columnRoles)[number]
