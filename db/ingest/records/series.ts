import { NO_PARTNER } from '../../../electron/shared/domain/observation.ts'
import { isAggregate } from '../areas.ts'
import type { Splitter } from '../bytes/splitter.ts'
import { fieldText } from '../dialect.ts'
import type { IndicatorRecord } from '../layout.ts'
import { FileRefusal, type RowReason } from '../refusal.ts'
import { SeriesRows } from '../seriesRows.ts'
import type { RecordColumns } from './columns.ts'
import type { RecordForm } from './form.ts'
import type { RecordOptions, StoreIds } from './options.ts'
import type { Rejections } from './rejections.ts'

const NO_COLUMN = -2_000_000

/** What a series needs to know of an area. */
export interface SideArea {
  readonly id: number
  /** a total, a group or a remainder */
  readonly aggregate: boolean
}

/** Finds the series of a figure: indicator, reporter, partner and source as the store numbers them. */
export class SeriesFinder {
  readonly #o: RecordOptions
  readonly #columns: RecordColumns
  readonly #ids: StoreIds
  readonly #rejections: Rejections
  readonly #form: RecordForm
  readonly #rows = new SeriesRows()
  readonly #sourceIds: number[] = []
  readonly #areas = new Map<string, SideArea>()
  #groupIndicator = -1
  #groupSource = -1
  #groupReporter = Number.MIN_SAFE_INTEGER

  constructor(options: RecordOptions, columns: RecordColumns, ids: StoreIds, rejections: Rejections, form: RecordForm) {
    this.#o = options
    this.#columns = columns
    this.#ids = ids
    this.#rejections = rejections
    this.#form = form
  }

  /** @returns the series' id, or −1 when the figure was rejected. @throws {FileRefusal} when nothing says whose figures these are */
  find(splitter: Splitter, indicator: IndicatorRecord, line: number): number {
    const reporterIndex = this.#columns.reporter?.read(splitter) ?? -1
    const partnerIndex = this.#columns.partner?.read(splitter) ?? NO_COLUMN
    const fast = partnerIndex >= 0 || partnerIndex === NO_COLUMN
    // a figure without a partner that can be read brings no source into the store
    if (!fast && this.#partnerCode(splitter, indicator, partnerIndex, line) === null) return -1
    const source = this.#sourceId(splitter)
    if (indicator.id !== this.#groupIndicator || source !== this.#groupSource || reporterIndex !== this.#groupReporter) {
      this.#groupIndicator = indicator.id
      this.#groupSource = source
      this.#groupReporter = reporterIndex
      this.#rows.turn((indicator.id * 65_536 + source) * 4096 + reporterIndex)
    }
    const place = partnerIndex === NO_COLUMN ? 0 : partnerIndex + 1
    const known = fast ? this.#rows.get(place) : -1
    if (known >= 0) return known
    const series = this.#newSeries(splitter, indicator, line, reporterIndex, partnerIndex, source)
    if (fast && series >= 0) this.#rows.set(place, series)
    return series
  }

  #newSeries(
    splitter: Splitter,
    indicator: IndicatorRecord,
    line: number,
    reporterIndex: number,
    partnerIndex: number,
    source: number,
  ): number {
    const reporter = this.#columns.reporter?.values[reporterIndex]
    if (reporter === undefined)
      throw new FileRefusal(
        'missing-column',
        'Nothing says whose figures these are. Add a column "reporter", or name it (--reporter).',
        null,
        'reporter',
      )
    const partner = this.#partnerCode(splitter, indicator, partnerIndex, line)
    if (partner === null) return -1
    if (indicator.partnerRule === 'required' && partner === reporter && this.#o.layout.own !== true) {
      this.#rejections.one(line, this.#partnerHeading(), 'self-partner', partner)
      return -1
    }
    return this.between(indicator, this.#areaOf(reporter), this.#areaOf(partner), source)
  }

  /** Series of an indicator between two areas that may have it. */
  between(indicator: IndicatorRecord, reporter: SideArea, partner: SideArea, source: number): number {
    const series = this.#ids.series(indicator.id, reporter.id, partner.id, source)
    if (reporter.aggregate || (partner.aggregate && indicator.partnerRule === 'required')) this.#ids.aggregate(series)
    return series
  }

  /** Reporter, partner and source of a record of which the series was found; null where a side has no column. */
  sidesOf(splitter: Splitter): {
    readonly reporter: SideArea | null
    readonly partner: SideArea | null
    readonly source: number
  } {
    const { reporter, partner } = this.#columns
    const side = (reader: RecordColumns['partner']): SideArea | null => {
      const code = reader?.values[reader.read(splitter)]
      return code === undefined || code === '' || code === NO_PARTNER ? null : this.#areaOf(code)
    }
    return { reporter: side(reporter), partner: side(partner), source: this.#sourceId(splitter) }
  }

  /** @returns null when the figure was rejected or is none */
  #partnerCode(splitter: Splitter, indicator: IndicatorRecord, index: number, line: number): string | null {
    const { partner } = this.#columns
    const found = index < 0 && index !== NO_COLUMN ? (partner?.faultOf(index) ?? null) : null
    const code = index >= 0 ? (partner?.values[index] ?? '') : ''
    if (indicator.partnerRule !== 'required') {
      const none = indicator.partnerRule === 'none' ? '_Z' : 'WLD'
      if (code === '' && (found === null || found.found.trim() === '')) return none
      if (code === '_Z' || code === 'WLD') return none
      if (found && this.#form.isNoRecord(splitter, 1)) return null
      if (found) this.#rejections.one(line, found.column, found.fault as RowReason, found.found)
      else this.#rejections.one(line, this.#partnerHeading(), 'unknown-area', code)
      return null
    }
    if (found) {
      if (!this.#form.isNoRecord(splitter, 1)) this.#rejections.one(line, found.column, found.fault as RowReason, found.found)
      return null
    }
    if (index === NO_COLUMN)
      throw new FileRefusal(
        'missing-column',
        `The column "partner" is missing, and ${indicator.code} is measured by partner. Add it, or name the partner (--partner).`,
        null,
        'partner',
      )
    if (code === '_Z') {
      const across = partner !== null && partner === this.#columns.across
      const text = across
        ? (this.#partnerHeading() ?? '')
        : partner
          ? fieldText(splitter, partner.columns[0] ?? 0, this.#o.decode)
          : ''
      this.#rejections.one(line, this.#partnerHeading(), 'unknown-area', text)
      return null
    }
    return code
  }

  #partnerHeading(): string | null {
    return this.#o.header[this.#columns.partner?.columns[0] ?? -1] ?? null
  }

  #areaOf(code: string): SideArea {
    let known = this.#areas.get(code)
    if (known === undefined) {
      const area = this.#o.catalogue.areas.byCode(code)
      known = { id: this.#ids.area(code), aggregate: area !== undefined && isAggregate(area) }
      this.#areas.set(code, known)
    }
    return known
  }

  #sourceId(splitter: Splitter): number {
    const reader = this.#columns.source
    if (reader === null) return this.#o.source()
    const index = reader.read(splitter)
    const known = this.#sourceIds[index]
    if (known !== undefined) return known
    const name = index < 0 ? '' : (reader.values[index] ?? '')
    const id = name === '' ? this.#o.source() : this.#ids.source(name)
    if (index >= 0) this.#sourceIds[index] = id
    return id
  }
}
