import { useMemo, useState } from 'react'
import type { DependenceMethod } from '../../../electron/shared/analytics/dependence/index.ts'
import type { WeightChoice } from '../../../electron/shared/contract/schema/dependence.ts'
import { startingWeights } from './weights.ts'

/**
 * The reader's weights on top of a method. They say something of the method that they were set for alone: another one, be it of the same name,
 * begins with its own.
 */
export function useWeights(base: DependenceMethod): readonly [WeightChoice, (weights: WeightChoice) => void] {
  const own = useMemo(() => startingWeights(base), [base])
  const [chosen, choose] = useState<{ readonly of: DependenceMethod; readonly weights: WeightChoice } | null>(null)
  return [chosen?.of === base ? chosen.weights : own, (weights) => choose({ of: base, weights })]
}
