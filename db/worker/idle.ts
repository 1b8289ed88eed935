import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Forgets what can be made anew, when a thread that answers comes to rest. */
export const atRest = new Set<() => void>()

/**
 * Forgets it, and collects what was left behind since: nobody waits, and a heap that nothing is done with would keep its size. Where the
 * engine lends its collector; that of Electron takes no flags once it runs, and collects when it likes.
 */
export function forgetAtRest(): void {
  for (const forget of atRest) forget()
  if (process.versions.electron !== undefined) return
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  setFlagsFromString('--no-expose-gc')
}

/**
 * Does something when nothing was asked for a while, and undoes it before the next thing is done.
 *
 * @param ms how long nothing must be under way
 * @returns takes the work; the last one to end starts the wait
 */
export function whenIdle(ms: number, rest: () => void, wake: () => void): (work: () => Promise<void>) => Promise<void> {
  let underWay = 0
  let resting = false
  let timer: NodeJS.Timeout | undefined
  return async (work) => {
    clearTimeout(timer)
    if (resting) wake()
    resting = false
    underWay++
    try {
      await work()
    } finally {
      underWay--
      if (underWay === 0) {
        timer = setTimeout(() => {
          resting = true
          rest()
        }, ms)
        timer.unref()
      }
    }
  }
}
