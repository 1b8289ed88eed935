import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = resolve(import.meta.dirname, '../../../renderer/ui/theme')
const css = readFileSync(resolve(folder, 'fonts.css'), 'utf8')
const faces = [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, body = '']) => ({
  family: /font-family: "([^"]+)"/.exec(body)?.[1] ?? '',
  file: /url\("([^"]+)"\)/.exec(body)?.[1] ?? '',
  ranges: (/unicode-range:\s*([^;]+);/.exec(body)?.[1] ?? '').split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  }),
}))
const covers = (family: string, letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0
  return faces.some((face) => face.family === family && face.ranges.some(([from, to]) => code >= from && code <= to))
}

describe.each(['Inter Variable', 'Source Serif 4 Variable'])('%s', (family) => {
  it('is asked for every letter of Kazakh, Russian and Turkish, for the tenge and for the minus', () => {
    const letters = 'ӘҒҚҢӨҰҮҺІәғқңөұүһіАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяğışİçöü₸−–’ \u202f\u00a0'
    expect([...letters].filter((letter) => !covers(family, letter))).toEqual([])
  })

  it('comes from files of our own, four subsets and no more', () => {
    const own = faces.filter((face) => face.family === family)
    expect(own.length).toBe(4)
    for (const face of own) expect(existsSync(resolve(folder, face.file)), face.file).toBe(true)
  })
})
