import { describe, expect, it, vi } from 'vitest'
import type { Client } from '../../../electron/shared/contract/client.ts'
import { Early, overviewOf } from '../../../renderer/app/early.ts'

const settings = {
  language: null,
  theme: null,
  reporter: null,
  partners: null,
  baseYear: null,
  eventMarkers: null,
  tourSeen: null,
}
const clientOf = (answer: (name: string, request: unknown) => Promise<unknown>): Client =>
  new Proxy({} as Client, { get: (_, name) => (request: unknown) => answer(String(name), request) })

describe('what is asked early', () => {
  it('is answered once from the first question, and asked anew after that', async () => {
    const answer = vi.fn(async (name: string) => name)
    const early = new Early(clientOf(answer))
    early.ask('catalogue.get', {})
    expect(await early.client['catalogue.get']({})).toBe('catalogue.get')
    expect(answer).toHaveBeenCalledTimes(1)
    await early.client['catalogue.get']({})
    expect(answer).toHaveBeenCalledTimes(2)
  })

  it('is no answer to another question of the same channel', async () => {
    const answer = vi.fn(async (_: string, request: unknown) => request)
    const early = new Early(clientOf(answer))
    early.ask('search.query', { text: 'a' })
    expect(await early.client['search.query']({ text: 'b' })).toEqual({ text: 'b' })
  })

  it('and refused is asked again when somebody wants it', async () => {
    const answers = [Promise.reject(new Error('too early')), Promise.resolve('ready')]
    const early = new Early(clientOf(() => answers.shift() ?? Promise.resolve('late')))
    early.ask('host.storeState', {})
    expect(await early.client['host.storeState']({})).toBe('ready')
  })

  it('is the view of the settings where the address names none, for the first screen only', async () => {
    const asked: string[] = []
    const answer = async (name: string): Promise<unknown> => {
      asked.push(name)
      return settings
    }
    await new Early(clientOf(answer)).start('#/trade', false)
    expect(asked).toEqual(['host.storeState', 'catalogue.get', 'settings.get'])
    await new Early(clientOf(answer)).start('', true)
    expect(asked.slice(3)).toEqual(['host.storeState', 'catalogue.get', 'settings.get', 'overview.get'])
    expect(overviewOf('#/overview', { ...settings, reporter: 'UZB', baseYear: 2010 })).toEqual({
      reporter: 'UZB',
      partners: ['RUS', 'CHN'],
      baseYear: 2010,
      asOf: '',
    })
    expect(overviewOf('#/overview?r=ARM&p=CHN', settings).reporter).toBe('ARM')
  })
})
