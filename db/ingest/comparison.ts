import { observationStatuses } from '../../electron/shared/domain/observation.ts'
import { SERIES_SIZE } from '../queries/observationKey.ts'
import { readKnown } from '../queries/versions.ts'
import { RowSum } from '../seal/rowHash.ts'
import { Tally } from '../summaries/tally.ts'
import type { Connection } from '../worker/connection.ts'
import { statement } from '../worker/db.ts'
import { isAggregate } from './areas.ts'
import { BLOCK_ROWS, Block } from './block.ts'
import { type Decisions, decider, takesAll } from './decisions.ts'
import type { Desk } from './desk.ts'
import { Diff } from './diff.ts'
import type { DiffOptions, SeriesName, Stored } from './diffOptions.ts'
import type { Additions, IngestOrder } from './messages.ts'
import { ConfirmedSeries, type LaterReleases, laterReleases, StatedSeries, sayOlder } from './older.ts'
import type { ReleaseDay } from './releaseDay.ts'
import type { ReportBuilder } from './report.ts'
import { ReviewRecorder } from './review/recorder.ts'
import { reviewTexts } from './review/texts.ts'
import { decimalsOf, noteOf, PLAIN_DECIMALS, type Runs, statusOf } from './runs.ts'
import type { SeriesBook } from './seriesBook.ts'
import type { readCatalogue } from './storeCatalogue.ts'
import { storedFigures } from './storedFigures.ts'
import { TotalsCheck } from './totals.ts'

export interface ComparisonOptions {
  readonly order: IngestOrder
  readonly connection: Connection
  readonly desk: Desk
  readonly report: ReportBuilder
  readonly areas: ReturnType<typeof readCatalogue>['areas']
  readonly runs: Runs
  readonly book: SeriesBook
  /** series of totals, groups and remainders */
  readonly aggregates: ReadonlySet<number>
  readonly release: ReleaseDay
  /** names of the sources that the file brings, and the id of the first */
  readonly newSources: readonly string[]
  readonly firstSource: number
  /** true when the file says statuses */
  readonly saysStatus: boolean
}
const FIGURES = 'SELECT id, value, status, batch FROM observation WHERE id >= ? AND id < ? ORDER BY id'
const MOST_NAMES = 100_000
/** Numbers of new series told at once, four for each. */
const SERIES_AT_ONCE = 4 * 8_192
const sourceCode = statement<{ id: number }, { code: string }>('ingest.sourceCode', 'SELECT code FROM source WHERE id = :id')
const sameCells = statement<{ indicator: number; reporter: number; partner: number }, { id: number }>(
  'ingest.sameCells',
  'SELECT id FROM series WHERE indicator = :indicator AND reporter = :reporter AND partner = :partner',
)
const seriesOf = statement<{ indicator: number }, { found: number }>(
  'ingest.seriesOf',
  'SELECT 1 AS found FROM series WHERE indicator = :indicator LIMIT 1',
)
const codes = statement<object, { id: number; code: string }>('ingest.codes', 'SELECT id, code FROM indicator')

/** Compares the figures of a file in order of key, with each other and with the store, and hands over what changes. */
export class Comparison {
  readonly #o: ComparisonOptions
  readonly #diff: (wrongTotals: ReadonlyMap<number, number> | null) => Diff
  #comparing: Diff | null = null
  readonly #record: ReviewRecorder | null
  readonly #decisions: Decisions | null
  readonly #totals: TotalsCheck
  readonly #tally: Tally
  readonly #fresh: Block
  readonly #revised: Block
  readonly #older: Block
  /** what the file says again of the store */
  readonly confirmed = new ConfirmedSeries()
  readonly stated = new StatedSeries()
  readonly #figures = new RowSum()
  readonly #replaced = new RowSum()
  readonly #names = new Map<number, SeriesName>()
  /** whether the store has series of an indicator */
  readonly #known = new Map<number, boolean>()
  readonly #indicators: ReadonlyMap<number, string>
  #told = { sources: 0, notes: 0, series: 0 }
  #seen = 0
  /** every figure was read, and the rest comes in order */
  #finishing = false
  #batch = 0
  /** true once the totals saw every figure */
  #summed = false

  constructor(options: ComparisonOptions) {
    this.#o = options
    const { order, connection, desk, report, areas, book, aggregates, saysStatus } = options
    const { db, raw } = connection
    this.#indicators = new Map(db.all(codes, {}).map(({ id, code }) => [id, code]))
    this.#fresh = new Block((rows) => desk.hand(rows, 'new', this.#finishing ? options.runs.total - this.#seen : undefined))
    this.#revised = new Block((rows) => desk.hand(rows, 'revised'))
    this.#older = new Block((rows) => desk.hand(rows, 'older'))
    this.#tally = new Tally(book, areas)
    const figures = raw.prepare(FIGURES)
    const figuresOf = (series: number): readonly Stored[] =>
      figures.all(series * SERIES_SIZE, (series + 1) * SERIES_SIZE) as Stored[]
    const nameOf = (series: number): SeriesName => this.#nameOf(series)
    /** what another source says of the cells of a series that is new here: the longest line of figures */
    const history = (series: number): readonly Stored[] => {
      const cells = book.dimensionsOf(series)
      // most new series are of indicators that nobody told of before: no look at each of them
      if (!this.#hasSeries(cells.indicator)) return []
      return db
        .all(sameCells, cells)
        .map(({ id }) => figuresOf(id))
        .reduce((best, one) => (one.length > best.length ? one : best), [])
    }
    const decisions = order.decisions !== undefined && !takesAll(order.decisions) ? order.decisions : null
    const record =
      order.review === undefined ? null : new ReviewRecorder(order.spool, order.review, nameOf, (id) => this.#sourceOf(id))
    this.#decisions = decisions
    this.#record = record
    const diffOptions = (
      wrongTotals: ReadonlyMap<number, number> | null,
      vintage: string,
      newer: LaterReleases,
    ): DiffOptions => ({
      report,
      firstNewSeries: book.firstNew,
      stored: storedFigures(raw, saysStatus || newer.batches.size > 0 || record !== null),
      nameOf,
      isAggregate: (series) => aggregates.has(series),
      saysStatus,
      onNew: (id, value, line, extra) => {
        if (!order.write) return
        this.#fresh.add(id, value, line, extra)
        this.#tally.added(id, value)
        this.#seal(id, value, line, extra)
      },
      onRevised: (id, value, line, extra) => {
        if (!order.write) return
        this.#revised.add(id, value, line, extra)
        this.#tally.revised(id)
        this.#seal(id, value, line, extra)
        this.#replaced.replaced(id, this.#batch)
      },
      newer,
      onConfirmed: (series) => this.confirmed.add(series),
      onStated: (series, first, last) => this.stated.add(series, first, last),
      knownThen: (series) =>
        new Map(
          readKnown(db, series * SERIES_SIZE, (series + 1) * SERIES_SIZE - 1, vintage).map((version) => [version.id, version]),
        ),
      onOlder: (id, value, line, extra) => {
        if (!order.write) return
        this.#older.add(id, value, line, extra)
        this.#seal(id, value, line, extra)
        this.#replaced.replaced(id, this.#batch)
      },
      ...(record === null ? {} : { record }),
      history,
      ...(wrongTotals === null ? {} : { wrongTotals }),
      ...(decisions === null ? {} : { takes: decider(decisions, nameOf, reviewTexts(db)) }),
    })
    this.#diff = (wrongTotals) => {
      // without a day that was said the file is the newest word, whatever the clock shows
      const { day } = options.release
      const newer = laterReleases(db, day)
      if (newer.batches.size > 0) options.release.rely()
      return new Diff(diffOptions(wrongTotals, day, newer))
    }
    this.#totals = new TotalsCheck({
      dimensionsOf: (series) => book.dimensionsOf(series),
      world: [...areas.values()].find(({ code }) => code === 'WLD')?.id ?? -1,
      isPart: (id) => {
        const area = areas.get(id)
        return area !== undefined && (!isAggregate(area) || area.kind === 'special')
      },
      nameOf: (series) => {
        const { indicator, reporter } = this.#nameOf(series)
        return `${indicator} of ${reporter}`
      },
    })
  }

  /** Hands over figures of series that the file has left behind, as many as the writer takes without a wait. */
  writeClosed(additions: () => Additions): void {
    const { desk, runs, book } = this.#o
    // the writer waits for figures meanwhile
    if (book.added.length - this.#told.series >= SERIES_AT_ONCE) this.#add(additions())
    for (let room = desk.room(); room > 0; room = desk.room()) {
      let first = true
      const taken = runs.takeClosed(BLOCK_ROWS, (id, value, line, extra) => {
        // what the figures point at goes before them
        if (first) this.#add(additions())
        first = false
        this.#take(id, value, line, extra)
      })
      if (taken === 0) return
    }
  }

  /** Compares the rest and says what the batch adds up to. Removes the temporary file, whatever happens. */
  finish(additions: Additions): ReviewRecorder['counts'] | null {
    const { order, desk, report, runs } = this.#o
    const record = this.#record
    try {
      // which totals are wrong must be known before a figure is decided on
      if (record !== null || this.#decisions !== null) {
        runs.peek((id, value, line) => this.#totals.take(id, value, line))
        this.#comparing = this.#diff(this.#totals.wrongTotals())
        this.#summed = true
      }
      if (order.write) this.#add(additions)
      this.#finishing = true
      runs.merge((id, value, line, extra) => {
        this.#take(id, value, line, extra)
        if ((this.#seen & 0xffff) !== 0) return
        desk.check()
        desk.say({ kind: 'progress', bytesDone: this.#seen, bytesTotal: runs.total, rows: this.#seen, phase: 'comparing' })
      })
      this.#differ().finish()
      this.#fresh.flush()
      this.#revised.flush()
      this.#older.flush()
      desk.handed()
      if (order.write)
        desk.say({
          kind: 'summaries',
          change: this.#tally.change(),
          figures: sealOf(this.#figures),
          replaced: sealOf(this.#replaced),
        })
      this.#totals.report(report)
      sayOlder(report, this.#o.release)
      record?.finish()
      return record?.counts ?? null
    } finally {
      runs.close()
    }
  }

  #take(id: number, value: number, line: number, extra: number): void {
    this.#seen++
    this.#differ().take(id, value, line, extra)
    if (!this.#summed) this.#totals.take(id, value, line)
  }

  #differ(): Diff {
    // the first figure that is compared: from here on seals need the batch's number
    if (this.#o.order.write && this.#batch === 0) this.#batch = this.#o.desk.batch()
    this.#comparing ??= this.#diff(null)
    return this.#comparing
  }

  /** True when the store has a series of the indicator, whatever its source. */
  #hasSeries(indicator: number): boolean {
    let found = this.#known.get(indicator)
    if (found === undefined) {
      found = this.#o.connection.db.get(seriesOf, { indicator }) !== undefined
      this.#known.set(indicator, found)
    }
    return found
  }

  #sourceOf(series: number): string {
    const { book, newSources, firstSource, connection } = this.#o
    const { source } = book.dimensionsOf(series)
    return newSources[source - firstSource] ?? connection.db.get(sourceCode, { id: source })?.code ?? ''
  }

  /** Tells the writer of sources, notes and series that it does not know of yet. */
  #add({ firstSource, sources, firstNote, notes, firstSeries, series }: Additions): void {
    const told = this.#told
    this.#told = { sources: sources.length, notes: notes.length, series: series.length }
    this.#o.desk.say({
      kind: 'additions',
      additions: {
        firstSource: firstSource + told.sources,
        sources: sources.slice(told.sources),
        firstNote: firstNote + told.notes,
        notes: notes.slice(told.notes),
        firstSeries: firstSeries + told.series / 4,
        series: Int32Array.from(series.slice(told.series)),
      },
    })
  }

  /** Adds a figure to the seal of the batch as it will stand in the store. */
  #seal(id: number, value: number, line: number, extra: number): void {
    const decimals = decimalsOf(extra)
    const status = observationStatuses[statusOf(extra)] ?? ''
    const shown = decimals === PLAIN_DECIMALS ? null : decimals
    this.#figures.figure(id, value, status, shown, this.#batch, line, noteOf(extra) || null)
  }

  #nameOf(series: number): SeriesName {
    let name = this.#names.get(series)
    if (name) return name
    const { indicator, reporter, partner } = this.#o.book.dimensionsOf(series)
    const area = (id: number): string => this.#o.areas.get(id)?.code ?? ''
    name = { indicator: this.#indicators.get(indicator) ?? '', reporter: area(reporter), partner: area(partner) }
    if (this.#names.size < MOST_NAMES) this.#names.set(series, name)
    return name
  }
}

const sealOf = ({ rows, content }: RowSum): { readonly rows: number; readonly content: number } => ({ rows, content })
