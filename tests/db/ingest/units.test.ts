import { describe, expect, it } from 'vitest'
import { powerOfTen, readScale, type Unit, UnitReader } from '../../../db/ingest/text/units.ts'

const unit = (code: string, family: string, factor: number, ...names: readonly string[]): Unit => ({
  code,
  family,
  factor,
  names,
})
const units = new UnitReader([
  unit('USD_M', 'USD', 1e6, 'million US dollars'),
  unit('PCT', 'PCT', 1, 'per cent'),
  unit('INDEX', 'INDEX', 1, 'index'),
  unit('MT', 'T', 1e6, 'million tonnes'),
])
const read = (text: string) => {
  const found = units.read(text)
  return found === null ? null : [found.family, found.factor]
}
const mentioned = (text: string) => {
  const found = units.mention(text)
  return found === null ? null : [found.family, found.factor]
}

describe('a unit', () => {
  it.each([
    ['USD_M', 'USD', 1e6],
    ['usd m', 'USD', 1e6],
    ['Million US dollars', 'USD', 1e6],
    ['thousand USD', 'USD', 1e3],
    ['US$ bn', 'USD', 1e9],
    ['млрд долларов США', 'USD', 1e9],
    ['тыс. долл. США', 'USD', 1e3],
    ['объём долларов США', 'USD', 1],
    ['trillion tenge', 'KZT', 1e12],
    ['млн евро', 'EUR', 1e6],
    ['EUR', 'EUR', 1],
    ['%', 'PCT', 1],
    ['млн тонн', 'T', 1e6],
  ])('is read in %j: %s, times %d', (text, family, factor) => expect(read(text)).toEqual([family, factor]))

  it.each([
    // which of two multiples is the money's?
    'млн. долл. США / тыс. тонн',
    // a code whose end nobody knows may be any multiple
    'USD_X',
    'US dollars, constant 2015 prices',
    'USD per capita',
    'Canadian dollars',
    'kilowatt hours',
  ])('is not read in %j', (text) => expect(read(text)).toBeNull())

  it('is mentioned by a title: money, per cent, an index, or a multiple of what is not known here', () => {
    expect(mentioned('Exports of goods, million US dollars')).toEqual(['USD', 1e6])
    expect(mentioned('Экспорт, в процентах к итогу')).toEqual(['PCT', 1])
    expect(mentioned('Production volume (2010 = 100)')).toEqual(['INDEX', 1])
    expect(mentioned('Выработка электроэнергии, млн кВт·ч')?.[0]).toMatch(/^\? /)
    expect(mentioned('Population of regions')).toBeNull()
  })
})

describe('a scale', () => {
  it.each([
    ['', 0],
    ['6', 6],
    ['-2', -2],
    ['6: Millions', 6],
    ['Millions', 6],
    ['hundreds', 2],
    ['Billions', 9],
    ['many', null],
    ['1000', null],
  ])('is read in %j as %s', (text, power) => expect(readScale(text)).toBe(power))

  it('is a power of ten or none', () => {
    expect([1, 1e3, 1e-2, 1e12].map(powerOfTen)).toEqual([0, 3, -2, 12])
    expect([2, 5e3, 0, -10].map(powerOfTen)).toEqual([null, null, null, null])
  })
})
