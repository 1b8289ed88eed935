import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findStrength, fold, matchStrength } from '../../../../electron/shared/domain/fold.ts'

describe('finding by name', () => {
  it('does not mind case, accents, punctuation or letters special to Kazakh', () => {
    expect(fold('Қазақстан')).toBe('казакстан')
    expect(fold('Türkiye')).toBe('turkiye')
    expect(fold('Diyarbakır İğdır')).toBe('diyarbakir igdir')
    expect(fold('Côte d’Ivoire')).toBe('cote divoire')
    expect(fold('trade.exports_usd_m')).toBe('trade exports usd m')
  })
  it('finds a Cyrillic name by Latin letters and the other way round', () => {
    expect(findStrength('rossiya', 'Россия')).toBe(4)
    expect(findStrength('казах', 'Казахстан')).toBe(3)
    expect(findStrength('китай', 'Kitay')).toBeGreaterThan(0)
  })
  it('prefers the same name to a beginning, a beginning to a word, a word to a part', () => {
    expect([
      matchStrength('russia', 'russia'),
      matchStrength('russ', 'russia'),
      matchStrength('light rail', 'astana light rail'),
      matchStrength('ussi', 'russia'),
      matchStrength('china', 'russia'),
    ]).toEqual([4, 3, 2, 1, 0])
  })
  it('finds every name by itself, however it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        fc.pre(fold(text) !== '')
        expect(findStrength(text.toUpperCase(), text)).toBeGreaterThanOrEqual(0)
        expect(findStrength(text, text)).toBe(4)
      }),
    )
  })
})
