/**
 * Net favourability in points: favourable minus unfavourable, both per cent of the same poll question and wave.
 *
 * @returns in [−100, 100]; null when one of the two is missing: answers not given are not guessed
 * @throws {RangeError} on a percentage outside [0, 100] or a sum above 101 (rounding allowed): two different questions were mixed
 */
export function netFavourability(favourable: number | null, unfavourable: number | null): number | null {
  if (favourable === null || unfavourable === null) return null
  if (favourable < 0 || unfavourable < 0 || favourable + unfavourable > 101)
    throw new RangeError('not two answers to one question')
  return favourable - unfavourable
}
