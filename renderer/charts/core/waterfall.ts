export interface WaterfallStep {
  readonly id: string
  readonly from: number
  readonly to: number
}

/**
 * Running levels of a waterfall: each part starts where the last one ended, largest first as given.
 *
 * @param start level before
 * @param end level after
 * @param parts differences in the same unit; they must add up to end − start within 1e-6 of the larger level, as a chart that does not
 *   add up would mislead
 * @throws {RangeError} when they do not: the caller shows the remainder as a part of its own
 */
export function waterfallSteps(
  start: number,
  end: number,
  parts: readonly { readonly id: string; readonly value: number }[],
): readonly WaterfallStep[] {
  let level = start
  const steps = parts.map((part): WaterfallStep => {
    const step = { id: part.id, from: level, to: level + part.value }
    level = step.to
    return step
  })
  if (Math.abs(level - end) > 1e-6 * Math.max(1, Math.abs(start), Math.abs(end)))
    throw new RangeError(`the parts add up to ${level}, not to ${end}`)
  return steps
}
