// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { unbroken } from '../../../renderer/ui/parts/unbroken.tsx'

/** What stands inside an element of its own, which no line breaks. */
const kept = (text: string): readonly (string | null)[] =>
  [...render(<p>{unbroken(text)}</p>).container.querySelectorAll('span')].map((span) => span.textContent)

it('keeps both ends of a range of numbers on one line', () => {
  expect(kept('from 62–84% in 2013 to 95–96%; 1995–2025')).toEqual(['62–84%', '95–96%', '1995–2025'])
  expect(kept('between 1,251–1,368 and −0.5–0.2')).toEqual(['1,251–1,368', '−0.5–0.2'])
})

it('keeps an ending with its number or abbreviation', () => {
  expect(kept('2021 жылдан КҚК-да 11 тоқтату; 0-ден 1-ге дейін, 72%-ы')).toEqual(['КҚК-да', '0-ден', '1-ге', '72%-ы'])
  expect(kept('в 10-й раз; five-year sums, Middle-East')).toEqual(['10-й'])
})

it('keeps a dash with the word before it, so that no line begins with one', () => {
  expect(kept('полый знак — первая волна; 17,9% – 21,7%')).toEqual(['знак —', '17,9% –'])
  expect(kept('жолақ: есептеудің 5–95%-ы')).toEqual(['5–95%-ы'])
})

it('keeps a name with its number', () => {
  expect(kept('Windows-1251, UTF-8; ЕС-27 и ЕО-27, KOI8-R')).toEqual(['Windows-1251', 'UTF-8', 'ЕС-27', 'ЕО-27'])
})

it('leaves names joined by a dash and the text itself as they are', () => {
  expect(kept('Herfindahl–Hirschman index, 0 to 1')).toEqual([])
  expect(render(<p>{unbroken(['a 5–95% band', <b key="b">!</b>])}</p>).container.textContent).toBe('a 5–95% band!')
})
