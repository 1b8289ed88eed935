import type { Formats, UnitFormat } from '../domain/formats.ts'

/** Values in per cent, 29.9 and not 0.299. */
export const PERCENT: UnitFormat = { code: 'PCT', short: { en: '%', ru: '%', kk: '%' }, decimals: 1 }
/** A bare number. */
export const NUMBER: UnitFormat = { code: '', short: { en: '', ru: '', kk: '' }, decimals: 1 }

/** Amounts stand in the store in millions; axes and sentences say billions. */
export const MILLIONS_PER_BILLION = 1000

/** Decimals that a step between ticks needs. */
const stepDecimals = (step: number): number =>
  step >= 1 && Number.isInteger(step)
    ? 0
    : Math.min(
        4,
        Math.max(0, Math.ceil(-Math.log10(step) - 1e-9) + (Number.isInteger(step * 10 ** Math.ceil(-Math.log10(step))) ? 0 : 1)),
      )

/** From here on words shorten an amount. */
const MILLION = 1e6

/** Text of a tick: only the top one of a percentage axis carries the sign; large amounts are shortened where all of an axis can be. */
export function tickFormat(
  formats: Formats,
  unit: Pick<UnitFormat, 'code'>,
  ticks: readonly number[],
): (value: number) => string {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0))
  const top = ticks.at(-1)
  return (value) => {
    if (step >= MILLION) return value === 0 ? '0' : formats.compact(value)
    const text = formats.number(value, stepDecimals(step))
    return unit.code === 'PCT' && value === top ? formats.percent(value, stepDecimals(step)) : text
  }
}
