/** Most that two answers to one question add up to, per cent: each may have been rounded up by half a point. */
const MOST_TOGETHER = 101

/** Whether two percentages can be two answers to one question; where they cannot, no net figure is made of them. */
export const areOneQuestion = (favourable: number, unfavourable: number): boolean =>
  favourable >= 0 && unfavourable >= 0 && favourable + unfavourable <= MOST_TOGETHER

/**
 * Net favourability in points: favourable minus unfavourable, both per cent of the same poll question and wave.
 *
 * @returns in [−100, 100]; null when one of the two is missing: answers not given are not guessed
 * @throws {RangeError} on a percentage outside [0, 100] or a sum above 101 (rounding allowed): two different questions were mixed
 */
export function netFavourability(favourable: number | null, unfavourable: number | null): number | null {
  if (favourable === null || unfavourable === null) return null
  if (!areOneQuestion(favourable, unfavourable)) throw new RangeError('not two answers to one question')
  return favourable - unfavourable
}
