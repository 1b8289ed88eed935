import { expect, it } from 'vitest'
import { isHeld } from '../../../../electron/shared/findings/held.ts'

it('a change is judged as it is printed: whoever reads 4.6 and then 3.6 reads a fall', () => {
  expect([0, 0.4, -0.94].map(isHeld)).toEqual([true, true, true])
  expect([0.96, -0.97, 1, -7].map(isHeld)).toEqual([false, false, false, false])
})
