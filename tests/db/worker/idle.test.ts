import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { whenIdle } from '../../../db/worker/idle.ts'

describe('a thread that nobody asks', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('rests once a while after its last work, and wakes before the next', async () => {
    const told: string[] = []
    const idle = whenIdle(
      100,
      () => told.push('rest'),
      () => told.push('wake'),
    )
    const work = (name: string) => idle(async () => void told.push(name))
    await work('a')
    vi.advanceTimersByTime(99)
    await work('b')
    vi.advanceTimersByTime(100)
    expect(told).toEqual(['a', 'b', 'rest'])
    await work('c')
    expect(told).toEqual(['a', 'b', 'rest', 'wake', 'c'])
  })

  it('never rests while something is under way, and does after work that failed', async () => {
    const rest = vi.fn()
    const idle = whenIdle(100, rest, () => {})
    let end = (): void => {}
    const long = idle(() => new Promise<void>((done) => (end = done)))
    await idle(async () => {})
    vi.advanceTimersByTime(500)
    expect(rest).not.toHaveBeenCalled()
    end()
    await long
    await idle(async () => {
      throw new Error('refused')
    }).catch(() => {})
    vi.advanceTimersByTime(100)
    expect(rest).toHaveBeenCalledTimes(1)
  })
})
