// Several tables in one file: a line of text between two rows may say of the rows below it another unit, flow or period.

import { isNote } from '../headings.ts'
import { isFault, type PeriodMeaning } from '../layout.ts'
import { type Direction, directionOf } from '../oneSeries.ts'
import { FileRefusal, type RowReason } from '../refusal.ts'
import type { ReportBuilder } from '../report.ts'
import { tidy } from '../text/fold.ts'
import { flowsOf, saysAmount, saysSinceJanuary } from '../text/saying.ts'
import { mentionedPeriod } from '../text/titlePeriods.ts'
import type { RecordOptions } from './options.ts'

/** Why rows below a line are not taken, and its text. */
export interface SectionFault {
  readonly reason: RowReason
  readonly found: string
}

/** Longer lines are prose. */
const LONGEST = 160
const GENERAL = /^(?:office|wide|table|statgov-trade|profile-.*)$/
/** One country's flow seen from the other side. */
const turned = /\b(?:exports? to|imports? from)\b/i

interface Unit {
  readonly family: string
  readonly factor: number
  readonly found: string
}

/** Hears the lines of a table that stand alone, and says whether the rows below one are still rows of the table. */
export class Sections {
  readonly #o: RecordOptions
  readonly #report: ReportBuilder
  /** false for formats whose files hold one table */
  readonly listens: boolean
  /** in which the figures are taken; null = a column says it, or columns differ */
  readonly #unit: Unit | null
  readonly #period: PeriodMeaning | null
  readonly #faults = new Map<'unit' | 'flow' | 'period', SectionFault>()
  /** units above the headings */
  readonly #titles = new Set<string>()
  /** the last line that says another unit, with no row behind it */
  #open: { readonly line: number; readonly unit: Unit } | null = null
  /** why the rows that follow are not taken; null = they are */
  fault: SectionFault | null = null

  constructor(options: RecordOptions, report: ReportBuilder) {
    const { layout, said, catalogue } = options
    this.#o = options
    this.#report = report
    this.listens = GENERAL.test(layout.format)
    const [first] = layout.values
    const named = catalogue.indicators.get(said.indicator ?? '')
    const ofIndicator = named === undefined ? null : { ...named.unit, found: named.unit.code }
    const unit = first?.unit?.doubt === 'unsaid' ? ofIndicator : (first?.unit ?? null)
    const one = layout.values.every(
      (value) => value.unit?.family === first?.unit?.family && value.unit?.factor === first?.unit?.factor,
    )
    this.#unit = layout.unit !== undefined || !one ? null : unit
    const period = layout.period?.columns.length === 0 ? layout.period.read([]) : null
    this.#period = period === null || isFault(period) ? null : period
  }

  /** Hears what stands above the headings: which flow the table is about. */
  hearTitle(cells: readonly string[]): void {
    if (this.listens)
      for (const cell of cells) {
        const unit = this.#o.catalogue.units.mention(cell)
        if (unit !== null) this.#titles.add(unit.family + unit.factor)
        this.#hearFlow(tidy(cell))
      }
    this.#settle()
  }

  /** Hears a line that holds a text and no figure. */
  hear(text: string, line: number): void {
    const found = tidy(text)
    if (!this.listens || found === '' || found.length > LONGEST) return
    if (this.#o.catalogue.areas.read(found, 'bns').kind !== 'unknown') return
    const note = isNote(found)
    this.#hearUnit(found, line, note)
    if (!note) {
      this.#hearFlow(found)
      this.#hearPeriod(found)
    }
    this.#settle()
  }

  /** A figure was rejected for what a line says. */
  used(): void {
    this.#open = null
  }

  /** To be called behind the last record: a unit below a table is of the table. @throws {FileRefusal} */
  finish(): void {
    if (this.#open === null || this.#unit === null) return
    const { line, unit } = this.#open
    throw new FileRefusal(
      'missing-column',
      `This line says "${unit.found}", and the figures above it stand in "${this.#unit.found}". In which unit are they? Name it (--unit), or mend the line.`,
      line,
      'unit',
    )
  }

  #hearUnit(found: string, line: number, note: boolean): void {
    const unit = this.#unit === null ? null : this.#o.catalogue.units.mention(found)
    if (unit === null || this.#unit === null) return
    const same = unit.family === this.#unit.family && unit.factor === this.#unit.factor
    // what the user says of a table goes before its title, not before another unit in its middle
    if (this.#o.said.unit !== undefined && (this.#report.read === 0 || this.#titles.has(unit.family + unit.factor))) {
      if (!same && !note) this.#tellOtherwise(unit, line)
      return
    }
    const multiple = unit.factor > 1 && !saysAmount(found)
    this.#open = !same && multiple ? { line, unit } : null
    if (note) return
    if (same) this.#faults.delete('unit')
    else this.#faults.set('unit', { reason: 'unit-mismatch', found })
  }

  #tellOtherwise(unit: Unit, line: number): void {
    const own = this.#unit?.found ?? ''
    this.#report.warnOnce(
      'unit-otherwise',
      line,
      `The file says "${unit.found}", and its figures were read in ${own}, as you said (--unit). Is that right?`,
      [unit.found, own],
    )
  }

  #hearFlow(found: string): void {
    const meant = directionOf(this.#o.said.indicator ?? '')
    const flows = meant === null ? null : flowsOf(found)
    if (meant === null || flows === null || flows.size === 0) return
    // "Arms exports to Kazakhstan" are its imports; of goods they are what the partners report, and another indicator's
    if (flows.has(meant) || (turned.test(found) && !this.#hasTwin(meant))) this.#faults.delete('flow')
    else this.#faults.set('flow', { reason: 'unmapped-flow', found })
  }

  /** True where the store has an indicator of the other direction. */
  #hasTwin(meant: Direction): boolean {
    const other = meant === 'imports' ? 'exports' : 'imports'
    return this.#o.catalogue.indicators.has((this.#o.said.indicator ?? '').replace(meant, other))
  }

  #hearPeriod(found: string): void {
    const { layout } = this.#o
    const periods = layout.values.flatMap(({ period }) => (period === undefined || isFault(period) ? [] : [period]))
    const reading = this.#period === null ? null : mentionedPeriod(found)
    if (reading?.kind === 'period') {
      const same = reading.code === this.#period?.code && reading.cumulative === this.#period.cumulative
      if (same) this.#faults.delete('period')
      else this.#faults.set('period', { reason: 'bad-period', found })
    } else if (saysSinceJanuary(found) && !periods.some(({ cumulative }) => cumulative))
      this.#faults.set('period', { reason: 'bad-period', found })
  }

  #settle(): void {
    const [fault] = this.#faults.values()
    this.fault = fault ?? null
  }
}
