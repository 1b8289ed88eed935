import type { Reading } from '../../../electron/shared/contract/schema/readings.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import { NUMBER } from '../../charts/core/values.ts'
import type { Formats, UnitFormat } from '../../language/formats.ts'
import type { Say, TextKey } from '../../language/useSay.ts'
import { worded } from '../../language/wording.ts'

export interface Words {
  readonly t: Say<'investment'>
  readonly formats: Formats
  readonly names: Names
}

/** A unit whose name stands in the subtitle, so that axis and labels carry bare numbers. */
export const bare = (decimals: number): UnitFormat => ({ ...NUMBER, decimals })

const naceKeys = new Set(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'P', 'S'])

/** Name of a section of NACE Rev. 2; a code that is none stands as it is. */
export const sectionName = ({ t }: Words, section: string): string =>
  naceKeys.has(section) ? t(`nace.${section}` as TextKey<'investment'>) : section

/** Name of a unit of money, in words where the screen has them. */
export const unitName = ({ t, names }: Words, unit: string): string =>
  unit === 'EUR_M' ? t('unit.EUR_M') : unit === 'USD_M' ? t('unit.USD_M') : names.unitShort(unit)

/** A reading with the source's own reservation: "more than 120", "about 25". */
export function readingText({ t, formats }: Words, reading: Reading, factor: number, decimals: number): string {
  const value = formats.number(reading.value * factor, decimals)
  if (reading.bound === 'atLeast') return t('moreThan', { value })
  return reading.bound === 'about' ? t('about', { value }) : value
}

/** Below a reading: the note as published, what others print, the source. */
export function readingLines({ formats, names }: Words, reading: Reading, factor: number, decimals: number): readonly string[] {
  const others = reading.others.map(
    (other) => `${formats.number(other.value * factor, decimals)} (${names.source(other.source)})`,
  )
  return [worded(formats.language, reading.note), others.join('; '), names.source(reading.cell.source)].filter(
    (line) => line !== '',
  )
}
