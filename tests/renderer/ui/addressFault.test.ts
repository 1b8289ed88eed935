import { describe, expect, it } from 'vitest'
import { addressFault } from '../../../renderer/ui/view/addressFault.ts'

const area = (code: string) => ({ code, kind: 'country' }) as never
const store = {
  areas: ['KAZ', 'UZB', 'RUS', 'CHN'].map(area),
  reporters: ['KAZ', 'UZB'],
  summary: { vintages: ['2026-11-23', '2023-05-03', '2024-01-31'] },
}
const faultOf = (address: string, known = store) => addressFault(new URLSearchParams(address), known)

describe('what an address asks for that the store does not know', () => {
  it('is nothing where country, partners and day are known', () => {
    for (const address of ['', 'r=UZB', 'r=UZB&p=RUS,KAZ', 'd=2023-05-03', 'd=2024-06-01'])
      expect(faultOf(address), address).toBeNull()
  })

  it('is a country that is not in the store, however it is written', () => {
    for (const code of ['XYZ', 'kaz', 'X'])
      expect(faultOf(`r=${code}`)).toEqual({ kind: 'reporter', code, patch: { reporter: 'KAZ' } })
  })

  it('leads to a country that the store has', () => {
    expect(faultOf('r=XYZ', { ...store, areas: [area('UZB')], reporters: ['UZB'] })).toMatchObject({ patch: { reporter: 'UZB' } })
  })

  it('is a partner that is not in the store; the known ones stay', () => {
    expect(faultOf('p=XYZ')).toEqual({ kind: 'partner', code: 'XYZ', patch: { partners: ['RUS', 'CHN'] } })
    expect(faultOf('p=UZB,XYZ')).toMatchObject({ code: 'XYZ', patch: { partners: ['UZB'] } })
  })

  it('is a day before the first figures, told with that first day', () => {
    expect(faultOf('d=2023-05-02')).toEqual({ kind: 'day', asOf: '2023-05-02', first: '2023-05-03', patch: { asOf: '' } })
    expect(faultOf('d=1990-01-01', { ...store, summary: { vintages: [] } })).toBeNull()
  })

  it('is a day that no calendar has, told as it was written', () => {
    for (const day of ['2023-99-99', '2023-02-29', '2023-04-31', '2023-00-10', '2023-05', 'tomorrow', '0'])
      expect(faultOf(`d=${day}`), day).toEqual({ kind: 'no-day', asOf: day, patch: { asOf: '' } })
    expect(faultOf('d=2024-02-29')).toBeNull()
  })
})
