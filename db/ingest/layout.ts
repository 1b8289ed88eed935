import type { AreaReader } from './areas.ts'
import type { RowReason } from './refusal.ts'
import type { Unit, UnitReader } from './text/units.ts'

/** An indicator as the importer needs it. */
export interface IndicatorRecord {
  readonly id: number
  readonly code: string
  readonly unit: Unit
  readonly partnerRule: 'required' | 'WLD' | 'none'
  readonly minimum: number | null
  readonly maximum: number | null
  readonly whole: boolean
  /** counts from January to the end of the period */
  readonly cumulativeYtd: boolean
}

/** What is known before a file is read: the store's dimensions. */
export interface Catalogue {
  readonly indicators: ReadonlyMap<string, IndicatorRecord>
  readonly areas: AreaReader
  readonly units: UnitReader
}

/** What the user says of a file, for what it does not say itself. */
export interface ImportOptions {
  readonly format?: string
  readonly indicator?: string
  readonly reporter?: string
  readonly partner?: string
  readonly unit?: string
  readonly source?: string
  /** ISO day on which the release became known */
  readonly vintage?: string
  readonly encoding?: string
  readonly delimiter?: string
  readonly decimal?: ',' | '.'
  readonly strict?: boolean
  /** what begins a comment, beside # */
  readonly commentChar?: string
  /** physical lines that are no records */
  readonly commentRows?: readonly number[]
  /** physical line of the heading */
  readonly headerRow?: number
  /** order of day and month in days such as 03/04/2024 */
  readonly dayOrder?: 'day-month' | 'month-day'
  /** texts of the file → codes of areas */
  readonly areas?: Readonly<Record<string, string>>
  /** texts of the file → codes of indicators */
  readonly indicators?: Readonly<Record<string, string>>
}

/** Why a record or a cell is not taken. `missing-value` means that there is no figure to take. */
export interface Fault {
  readonly fault: RowReason | 'missing-value'
  /** heading of the column at fault; null when it is the record as a whole */
  readonly column: string | null
  readonly found: string
}

/** True where a reading says why there is no value. */
export const isFault = (value: unknown): value is Fault => typeof value === 'object' && value !== null && 'fault' in value

/**
 * One dimension of a record: which columns say it, and how their texts are read. `read` is pure, so that its answer is remembered
 * for equal texts; without columns it is asked once.
 */
export interface Dimension<T> {
  readonly columns: readonly number[]
  readonly read: (texts: readonly string[]) => T | Fault
}

/** A period with what its name says beside it. */
export interface PeriodMeaning {
  readonly code: number
  readonly cumulative: boolean
  readonly preliminary: boolean
  readonly estimate?: boolean
}

/** A unit in which figures stand, as family and number of the family's base; `found` for messages. */
export interface UnitMeaning {
  readonly family: string
  readonly factor: number
  readonly found: string
  /**
   * what the report shall tell: read over a text that says `beside`, or not read as the user's `beside`; `unknown` = `found` is no unit known
   * here, `unsaid` = there is none, and the figures are taken in their indicator's
   */
  readonly doubt?: 'otherwise' | 'not-taken' | 'unknown' | 'unsaid'
  readonly beside?: string
}

/** What a cell holds beside its number (Eurostat's `91.2 p`). */
export interface CellText {
  readonly number: string
  readonly status: string
}

/** A column that holds figures. What it does not say comes from the record. */
export interface ValueColumn {
  readonly column: number
  readonly name: string
  readonly indicator?: IndicatorRecord | Fault
  readonly period?: PeriodMeaning | Fault
  readonly unit?: UnitMeaning
  /** code of an area, in tables with areas across */
  readonly area?: string | Fault
}

/** How the records of one file become observations. Made by an adapter from a heading; carried out by the reader of records. */
export interface Layout {
  readonly format: string
  readonly values: readonly ValueColumn[]
  readonly indicator?: Dimension<IndicatorRecord>
  /** code of an area */
  readonly reporter?: Dimension<string>
  readonly partner?: Dimension<string>
  /** the side on which the areas of the columns are; absent = columns have none */
  readonly across?: 'reporter' | 'partner'
  readonly period?: Dimension<PeriodMeaning>
  readonly unit?: Dimension<UnitMeaning | null>
  /** power of ten in front of the unit */
  readonly scale?: Dimension<number>
  readonly source?: Dimension<string>
  /** SDMX status, and behind it flags that it does not cover, as readFlags writes them; '' = the file does not say */
  readonly status?: Dimension<string>
  /** year behind which the figures of a record are estimates */
  readonly estimatesAfter?: Dimension<number>
  readonly note?: Dimension<string>
  /** day of the release that a figure is of, ISO; '' = none that can be read */
  readonly vintage?: Dimension<string>
  /** 'keep', 'replace' (the same, asked for as such), 'status' (the record holds flags of the one before), or a fault of the whole record */
  readonly filter?: Dimension<'keep' | 'replace' | 'status'>
  /** words that mean "no figure" here, in lower case, beside the signs that always do */
  readonly missingWords: ReadonlySet<string>
  /** takes flags off a figure; absent = the cell is the figure */
  readonly splitCell?: (text: string) => CellText
  /** decimal mark by the format's own rule, where nothing in the file decides */
  readonly decimal?: '.' | ','
  /** an empty cell of a listed partner means no flow */
  readonly emptyIsZero?: boolean
  /** number of observations that a free download of this publisher is cut at */
  readonly rowLimit?: number
  readonly warnings?: readonly { readonly code: string; readonly message: string; readonly about: readonly string[] }[]
  /** written by Multivector itself: what the store held once it may hold again, a country about itself included */
  readonly own?: boolean
}

/** The record that names the columns, and what stands above it. */
export interface Header {
  /** headings as written, without marks and spaces at the ends; empty ones at the end left out */
  readonly names: readonly string[]
  readonly line: number
  /** index of the record among those of the head */
  readonly index: number
  /** cells of a second line under the headings that is no part of their names, such as units */
  readonly below?: readonly string[]
  /** records above the heading */
  readonly preamble: readonly (readonly string[])[]
  /** the first records below */
  readonly sample: readonly (readonly string[])[]
  readonly delimiter: string
}

export interface AdapterContext {
  readonly header: Header
  readonly catalogue: Catalogue
  readonly options: ImportOptions
}

/** A format: recognised by its headings, never by a file's name; turns a heading into a layout. */
export interface CsvAdapter {
  readonly id: string
  /** true for formats that accept any table of a general kind; asked only when no other claims the heading */
  readonly general?: boolean
  /** headings it cannot do without, for the message when one is missing */
  readonly wants?: readonly string[]
  /** its files have no line of headings: columns are called by their number, 1, 2, 3 */
  readonly noHeadings?: boolean
  /** its headings come in pairs that may differ in case alone: FLOW over the codes, Flow over the labels */
  readonly pairsByCase?: boolean
  /** @param areas names of areas, for tables with areas across; null = nobody asks */
  recognise(header: Header, areas?: AreaReader | null): boolean
  /** @throws {FileRefusal} missing-column, duplicate-column, unknown-layout */
  layout(context: AdapterContext): Layout
}
