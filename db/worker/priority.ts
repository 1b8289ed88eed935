import { getPriority, platform, setPriority } from 'node:os'

const LAST = 19

/**
 * Puts the calling thread behind the others of its program, and the threads that it starts from now on. Only where the system knows
 * priorities by thread: elsewhere one is the whole program's and stays as it is. There is no way back for who is not the system's owner.
 *
 * @param steps as `nice` counts them
 */
export function stepBehind(steps: number): void {
  if (platform() !== 'linux') return
  try {
    setPriority(0, Math.min(LAST, getPriority(0) + steps))
  } catch {
    // a program that was started behind all others already
  }
}
