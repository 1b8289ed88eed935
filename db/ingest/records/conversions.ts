import type { IndicatorRecord, UnitMeaning } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import type { ReportBuilder } from '../report.ts'
import { OF_SOMETHING, powerOfTen } from '../text/units.ts'

/** How figures of a unit become those of an indicator: times ten to the power of `shift`, or not at all. */
export interface Conversion {
  readonly shift: number
  readonly fault: boolean
}

export const plainConversion: Conversion = { shift: 0, fault: false }
const noConversion: Conversion = { shift: 0, fault: true }

/** Conversions by known factors, each said once in the report. */
export class Conversions {
  readonly #report: ReportBuilder
  readonly #known = new Map<string, Conversion>()
  #lastIndicator: IndicatorRecord | null = null
  #lastUnit: UnitMeaning | null = null
  #lastScale = 0
  #last = plainConversion

  constructor(report: ReportBuilder) {
    this.#report = report
  }

  /** @param unit null = the file does not say @param scale power of ten in front of the unit */
  find(indicator: IndicatorRecord, unit: UnitMeaning | null, scale: number, line: number): Conversion {
    if (indicator === this.#lastIndicator && unit === this.#lastUnit && scale === this.#lastScale) return this.#last
    this.#lastIndicator = indicator
    this.#lastUnit = unit
    this.#lastScale = scale
    this.#last = this.#find(indicator, unit, scale, line)
    return this.#last
  }

  #find(indicator: IndicatorRecord, unit: UnitMeaning | null, scale: number, line: number): Conversion {
    if (unit?.doubt !== undefined && (unit.doubt !== 'unsaid' || scale === 0)) this.#tell(indicator, unit, line)
    const key = `${indicator.id} ${unit?.family ?? ''} ${unit?.factor ?? ''} ${scale}`
    const known = this.#known.get(key)
    if (known) return known
    const conversion = conversionOf(indicator, unit, scale)
    this.#known.set(key, conversion)
    if (!conversion.fault && conversion.shift !== 0) {
      const power = conversion.shift > 0 ? `10^${conversion.shift}` : `10^−${-conversion.shift}`
      this.#report.warnOnce(
        'unit-converted',
        line,
        `Figures of ${indicator.code} in ${unit?.found ?? 'the scale of the file'} were multiplied by ${power} into ${indicator.unit.code}.`,
        [indicator.code, unit?.found ?? '', power, indicator.unit.code],
      )
    }
    return conversion
  }

  #tell(indicator: IndicatorRecord, { found, doubt, beside = '' }: UnitMeaning, line: number): void {
    if (doubt === 'otherwise')
      this.#report.warnOnce(
        'unit-otherwise',
        line,
        `The file says "${beside}", and its figures were read in ${found}, as you said (--unit). Is that right?`,
        [beside, found],
      )
    else if (doubt === 'not-taken')
      this.#report.warnOnce(
        'unit-not-taken',
        line,
        `The file says "${found}" of its figures, and they were read so, not in ${beside}, as you said (--unit). Is that right?`,
        [found, beside],
      )
    else if (doubt === 'unsaid')
      this.#report.warnOnce(
        'unit-not-said',
        line,
        `Nothing in the file says in which unit its figures stand: they were taken in ${indicator.unit.code}, the unit of ${indicator.code}. If they stand in another, say it (--unit).`,
        [indicator.unit.code, indicator.code],
      )
    else
      this.#report.warnOnce(
        'unit-unknown',
        line,
        `The file says "${found}", which is no unit known here: its figures were taken in ${indicator.unit.code}, the unit of ${indicator.code}. If they stand in another, say it (--unit).`,
        [found, indicator.unit.code, indicator.code],
      )
  }
}

/** Families that are counted one by one: of population, "(thousands)" can only mean thousands of persons. Of money it may be any currency's. */
const COUNTED: ReadonlySet<string> = new Set(['PERSONS', 'COUNT', 'TEU'])

function conversionOf(indicator: IndicatorRecord, said: UnitMeaning | null, scale: number): Conversion {
  const unit = said?.doubt === 'unknown' || said?.doubt === 'unsaid' ? null : said
  if (unit === null && scale === 0) return plainConversion
  const isMultiple = unit?.family === OF_SOMETHING && COUNTED.has(indicator.unit.family)
  const family = unit === null || isMultiple ? indicator.unit.family : unit.family
  // a scale without a unit counts in ones of the indicator's family
  const factor = (unit?.factor ?? 1) * Number(`1e${scale}`)
  if (family !== indicator.unit.family) return noConversion
  // a unit that names its multiple already ("USD_M", scale 6) would be multiplied twice
  if (unit !== null && scale !== 0 && unit.factor === Number(`1e${scale}`)) return conversionOf(indicator, unit, 0)
  const power = powerOfTen(factor / indicator.unit.factor)
  return power === null ? noConversion : { shift: power, fault: false }
}

/** Dollars or euros that no economy has: ten times what the world makes in a year. */
const MOST_MONEY = 1e15

/** Services print a scale beside figures that are whole already: multiplied, they would be a million times too large. @throws {FileRefusal} */
export function refuseDoubledScale(number: number, { unit }: IndicatorRecord, line: number): void {
  if ((unit.family !== 'USD' && unit.family !== 'EUR') || Math.abs(number) * unit.factor < MOST_MONEY) return
  throw new FileRefusal(
    'unknown-layout',
    'Multiplied by the scale that stands beside it, this figure would be more than the world makes in ten years. Are the figures whole already? Then take the column of scales (SCALE, UNIT_MULT) out of the file.',
    line,
    null,
    { kind: 'doubled-scale' },
  )
}
