// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

// an address that takes words over only when told to, as on a busy computer
const address = vi.hoisted(() => ({ param: '', written: [] as string[] }))
vi.mock('../../../renderer/ui/view/useView.ts', () => ({
  useViewParam: () => [address.param, (value: string) => address.written.push(value)],
}))
const { useRestingParam } = await import('../../../renderer/ui/view/useRestingParam.ts')

let choose: (value: string) => void = () => {}
function Shown() {
  const [value, set] = useRestingParam('year')
  choose = set
  return <p>{`year ${value}`}</p>
}
function page() {
  const { rerender } = render(<Shown />)
  const arrives = (param: string): void => {
    address.param = param
    rerender(<Shown />)
  }
  const rests = (): void => act(() => void vi.advanceTimersByTime(300))
  return { arrives, rests, shows: (year: string) => expect(screen.getByText(`year ${year}`)).toBeTruthy() }
}

beforeEach(() => {
  Object.assign(address, { param: '2025', written: [] })
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a word of the address that follows a slider', () => {
  it('is written when the slider rests, once', () => {
    const { rests, shows } = page()
    for (const year of ['2024', '2023', '2022']) act(() => choose(year))
    shows('2022')
    expect(address.written).toEqual([])
    rests()
    expect(address.written).toEqual(['2022'])
  })

  it('does not take the slider back when an earlier word arrives late', () => {
    const { arrives, rests, shows } = page()
    act(() => choose('2016'))
    rests()
    act(() => choose('2015'))
    rests()
    arrives('2016')
    shows('2015')
    arrives('2015')
    shows('2015')
    rests()
    expect(address.written).toEqual(['2016', '2015'])
  })

  it('takes the slider along where the address moves by itself', () => {
    const { arrives, rests, shows } = page()
    act(() => choose('2016'))
    rests()
    arrives('2016')
    arrives('2025')
    shows('2025')
    rests()
    expect(address.written).toEqual(['2016'])
  })
})
