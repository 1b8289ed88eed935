// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { defaultDependenceMethod } from '../../../../electron/shared/analytics/dependence/defaultMethod.ts'
import { useWeights } from '../../../../renderer/features/dependence/useWeights.ts'
import { startingWeights } from '../../../../renderer/features/dependence/weights.ts'

afterEach(cleanup)

it('weights that the reader set hold for their method alone, not for another one of the same name', () => {
  const first = defaultDependenceMethod
  const [pillar] = first.pillars
  const other = { ...first, pillars: first.pillars.map((one) => (one === pillar ? { ...one, weight: one.weight * 3 } : one)) }
  const { result, rerender } = renderHook(({ base }) => useWeights(base), { initialProps: { base: first } })
  const own = { ...startingWeights(first), channels: {} }
  act(() => result.current[1](own))
  expect(result.current[0]).toBe(own)
  rerender({ base: other })
  expect(result.current[0]).toEqual(startingWeights(other))
  expect(startingWeights(other)).not.toEqual(startingWeights(first))
})
