import { afterAll, describe, expect, it } from 'vitest'
import { ask, openTestReader } from '../support/store.ts'

const connection = openTestReader()
afterAll(() => connection.close())
const imports = 'trade.imports_usd_m'

describe('a code that the store does not know', () => {
  it('is refused by name: a partner, a reporter, an indicator, a source', async () => {
    await expect(ask(connection, 'dependence.get', { reporter: 'KAZ', on: 'ZZZ' })).rejects.toThrow('no country or group ZZZ')
    await expect(ask(connection, 'claims.list', { reporter: 'ZZZ' })).rejects.toThrow('no country or group ZZZ')
    await expect(ask(connection, 'shares.query', { indicator: 'nope', reporter: 'KAZ', period: '2023' })).rejects.toThrow(
      'no indicator nope',
    )
    await expect(ask(connection, 'observations.query', { indicators: ['nope'] })).rejects.toThrow('no indicator nope')
    await expect(
      ask(connection, 'shares.query', { indicator: imports, reporter: 'KAZ', period: '2023', source: 'nope' }),
    ).rejects.toThrow('no source nope')
  })
})

describe('the world total', () => {
  it('is no partner to depend on or to move away from', async () => {
    await expect(ask(connection, 'dependence.get', { reporter: 'KAZ', on: 'WLD' })).rejects.toThrow('total of all partners')
    await expect(
      ask(connection, 'substitution.get', { reporter: 'KAZ', indicators: [imports], awayFrom: 'WLD' }),
    ).rejects.toThrow('total of all partners')
  })
})
