/** Changes of a share under this many points are "held". */
const HELD_POINTS = 1

/**
 * Whether a change counts as none. It is judged as printed, to a tenth: a share told as 4.6 and then 3.6 per cent fell, whatever stands behind
 * the tenth.
 *
 * @param points change of a share in points, of either sign
 */
export const isHeld = (points: number): boolean => Math.round(Math.abs(points) * 10) / 10 < HELD_POINTS
