// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Words } from '../../../../renderer/features/corridors/words.ts'
import { YearSlider } from '../../../../renderer/features/corridors/YearSlider.tsx'

const ticks = Array.from({ length: 20 }, (_, index) => ({ year: 2006 + index, split: index % 2 === 0 }))
// the slider asks its words for texts alone
const words = { t: (key: string) => key } as unknown as Words

/** A page that draws what was asked for only when told to. */
function slowPage() {
  const asked: number[] = []
  const drawn = (year: number) => <YearSlider ticks={ticks} year={year} onChange={(next) => asked.push(next)} words={words} />
  const page = render(drawn(2025))
  return {
    asked,
    draw: (year: number) => page.rerender(drawn(year)),
    press: (key: string) => fireEvent.keyDown(screen.getByRole('slider'), { key }),
  }
}

afterEach(cleanup)

describe('the slider of years', () => {
  it('loses no step where keys come faster than the page draws', () => {
    const { asked, draw, press } = slowPage()
    for (let n = 0; n < 4; n++) press('ArrowLeft')
    // an earlier step is drawn while later ones are on their way
    draw(2024)
    for (let n = 0; n < 2; n++) press('ArrowLeft')
    draw(2022)
    press('ArrowLeft')
    expect(asked).toEqual([2024, 2023, 2022, 2021, 2020, 2019, 2018])
  })

  it('goes on from a year that was chosen elsewhere', () => {
    const { asked, draw, press } = slowPage()
    press('ArrowLeft')
    draw(2024)
    draw(2010)
    press('ArrowRight')
    expect(asked).toEqual([2024, 2011])
  })

  it('stays within its years', () => {
    const { asked, press } = slowPage()
    press('ArrowRight')
    press('Home')
    press('PageDown')
    expect(asked).toEqual([2006])
  })
})
