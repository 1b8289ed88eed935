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
