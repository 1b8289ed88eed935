// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BriefingDocument } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import { NotesWindow } from '../../../../renderer/features/briefings/present/NotesWindow.tsx'
import type { Link } from '../../../../renderer/features/briefings/present/useShared.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** The window of the speaker with a timer that runs since the talk began. */
function speaking(start: Date) {
  vi.useFakeTimers({ now: start })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  )
  const timer = { before: 0, since: start.getTime() }
  const state = { at: 0, black: false, dark: false, pointer: 'none', baseYears: {}, resets: 0, timer } as const
  const link: Link = { state, set: () => {}, send: () => {} }
  return render(<NotesWindow document={{} as BriefingDocument} slides={[]} link={link} go={() => {}} typed="" act={() => {}} />)
}

describe('the window with notes', () => {
  it('shows the time of day as it passes, while the timer runs', () => {
    const { getByText, getByTestId } = speaking(new Date(2026, 10, 28, 9, 58, 30))
    expect(getByText('09:58')).toBeDefined()
    // tick by tick: each one draws the window again
    for (let ticks = 0; ticks < 360; ticks += 1) act(() => vi.advanceTimersByTime(500))
    expect(getByTestId('timer').textContent).toBe('03:00')
    expect(getByText('10:01')).toBeDefined()
  })
})
