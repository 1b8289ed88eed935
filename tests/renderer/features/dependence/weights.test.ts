import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultDependenceMethod } from '../../../../electron/shared/analytics/dependence/defaultMethod.ts'
import { dependenceWeightSets, readDependenceMethod } from '../../../../electron/shared/analytics/dependence/index.ts'
import { refusalOf } from '../../../../renderer/features/dependence/refusals.ts'
import {
  bundledSets,
  pillarShares,
  readMethodText,
  setOnScreen,
  startingWeights,
  weigh,
} from '../../../../renderer/features/dependence/weights.ts'

const method = readDependenceMethod(JSON.parse(JSON.stringify(defaultDependenceMethod)))
const zeros = {
  pillars: Object.fromEntries(method.pillars.map(({ id }) => [id, 0])),
  channels: Object.fromEntries(method.channels.map(({ id }) => [id, 0])),
}
const texts = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../../../resources/texts/${language}/dependence.json`), 'utf8')).refusal

describe('weights on the sliders', () => {
  it('begin with room to both sides and leave every ratio as it was', () => {
    const { pillars } = startingWeights(method)
    expect(Math.max(...Object.values(pillars))).toBe(5)
    const [first] = method.pillars
    for (const { id, weight } of method.pillars)
      expect((pillars[id] ?? 0) / (pillars[first?.id ?? ''] ?? 1)).toBeCloseTo(weight / (first?.weight ?? 1), 12)
  })

  it('of a part that the method lacks are left out', () => {
    expect(startingWeights(method, { pillars: { nothing: 3 }, channels: { none: 4 } })).toEqual(startingWeights(method))
  })

  it('that leave nothing are refused by their reason, and the method stands', () => {
    expect(weigh(method, zeros)).toEqual({ method, refusal: { reason: 'zero-weights', said: 'all weights are zero' } })
    expect(weigh(method, startingWeights(method)).refusal).toBeNull()
  })

  it('share the yearly index among the pillars measured every year', () => {
    const shares = pillarShares(
      method,
      method.channels.map(({ id }) => id),
    )
    const yearly = shares.filter(({ occasional }) => !occasional)
    expect(yearly.length).toBeLessThan(shares.length)
    expect(yearly.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    for (const { channels } of shares) expect(channels.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  it('are known by the name of their set, whatever they are multiplied by', () => {
    for (const name of bundledSets) {
      const own = startingWeights(method, dependenceWeightSets[name])
      expect(setOnScreen(own, method, [])).toEqual({ kind: 'bundled', name })
    }
    const [pillar] = method.pillars
    const mine = { ...startingWeights(method), pillars: { ...startingWeights(method).pillars, [pillar?.id ?? '']: 9 } }
    expect(setOnScreen(mine, method, [])).toBeNull()
    expect(setOnScreen(mine, method, [{ name: 'Mine', weights: mine }])).toEqual({ kind: 'own', name: 'Mine' })
  })
})

describe('a method file', () => {
  it('is read with and without the mark of its encoding', () => {
    const text = JSON.stringify(defaultDependenceMethod)
    expect(readMethodText(text)).toEqual({ method, refusal: null })
    expect(readMethodText(`\ufeff${text}`)).toEqual({ method, refusal: null })
  })

  it('is refused by what is wrong with it', () => {
    const refusal = (changes: object) => readMethodText(JSON.stringify({ ...defaultDependenceMethod, ...changes })).refusal
    expect(readMethodText('{').refusal).toMatchObject({ reason: 'not-json' })
    expect(refusal({ speed: 1 })).toEqual({ reason: 'bad-method', said: 'the method has an unknown entry "speed"' })
    expect(refusal({ pillars: [...defaultDependenceMethod.pillars, defaultDependenceMethod.pillars[0]] })).toMatchObject({
      reason: 'duplicate-id',
    })
  })

  it('is refused in words of the reader', () => {
    const reasons = ['bad-method', 'duplicate-id', 'not-defined', 'not-finite', 'not-json', 'unknown-part', 'zero-weights']
    for (const language of ['en', 'ru', 'kk']) expect(Object.keys(texts(language)), language).toEqual(reasons)
    for (const language of ['ru', 'kk']) for (const text of Object.values(texts(language))) expect(text).toMatch(/[а-яә-ө]{2,} /i)
  })

  it('leaves a bug a bug', () => {
    expect(() => refusalOf(new TypeError('a bug'))).toThrow('a bug')
  })
})
