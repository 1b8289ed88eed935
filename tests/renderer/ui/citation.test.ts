import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../../electron/shared/domain/formats.ts'
import { citationOf } from '../../../renderer/ui/evidence/citation.ts'

const names = {
  indicator: (code: string) => `<${code}>`,
  area: (code: string) => code,
  source: (code: string) => `Office ${code}`,
}
const words = { names, formats: formatsOf('en') }
const imports = { indicator: 'trade.imports_usd_m', reporter: 'KAZ', partner: 'RUS', period: '2023', source: 'bns' }

describe('a citation', () => {
  it('names the number, its sentence, every cell and the source of each', () => {
    const cells = [imports, { ...imports, partner: 'WLD' }]
    expect(citationOf({ cells, figure: '26.8%', sentence: 'Imports from Russia' }, ['bns', 'bns'], words)).toBe(
      '26.8% – Imports from Russia. <trade.imports_usd_m>: KAZ, RUS, 2023 (Office bns); <trade.imports_usd_m>: KAZ, WLD, 2023 (Office bns). Multivector',
    )
  })

  it('says no partner where none applies, and no source that is not known', () => {
    const cells = [{ ...imports, indicator: 'macro.gdp_usd_m', partner: '_Z', source: '' }]
    expect(citationOf({ cells, figure: '', sentence: 'Size of the economy' }, [''], words)).toBe(
      'Size of the economy. <macro.gdp_usd_m>: KAZ, 2023. Multivector',
    )
  })

  it('of a number without cells is the number with its sentence', () => {
    expect(citationOf({ cells: [], figure: '12', sentence: 'Projects' }, [], words)).toBe('12 – Projects. Multivector')
  })
})
