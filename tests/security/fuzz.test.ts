// Hole: a page that was taken over sends what no view would. Promise: whatever arrives on a channel, the answer is a Reply; a wrong form is
// refused before any handler runs, nothing is thrown across, no prototype is touched, and the store is as it was.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Host } from '../../electron/host/openHost.ts'
import { type ChannelName, channelNames, channels } from '../../electron/shared/contract/channels.ts'
import { errorCodes } from '../../electron/shared/contract/errors.ts'
import { goodRequests, refusedRequests } from '../contract/requests.ts'
import { storeCopy } from '../db/support/store.ts'
import { openTestHost } from '../loopback/support/host.ts'

const WRONG = 200
const ODD = 8
let host: Host
const store = storeCopy()
const internal: string[] = []

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation((...args) => void internal.push(args.map(String).join(' ')))
  host = openTestHost('loopback', undefined, store)
  await host.ready()
})
afterAll(async () => {
  await host.close()
  vi.restoreAllMocks()
})

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    'x'.repeat(10_000),
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    '../../etc/passwd',
    "'; DROP TABLE observation; --",
  ),
  fc.constantFrom<unknown>(
    '\u0000',
    '\u202e',
    '__proto__',
    'constructor',
    '<img src=x onerror=alert(1)>',
    '=1+1',
    '%00',
    '\ud800',
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

/** A proper request with one to three of its fields replaced, added or left out. */
const spoilt = (good: object) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(good), '__proto__', 'constructor', 'extra'), nasty), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.boolean(),
    )
    .map(([changes, leaveOut]) => {
      const request: Record<string, unknown> = { ...good }
      for (const [key, value] of changes)
        Object.defineProperty(request, key, { value, enumerable: true, configurable: true, writable: true })
      if (leaveOut) delete request[changes[0]?.[0] ?? '']
      return request
    })

const goodOf = (name: ChannelName): object => (goodRequests[name] ?? refusedRequests[name] ?? {}) as object
const isProper = (name: ChannelName, request: unknown): boolean => channels[name].request.safeParse(request).success

describe.each(channelNames)('%s', (name) => {
  it(`refuses ${WRONG} requests of another form before a handler sees them`, async () => {
    const wrong = fc.oneof(spoilt(goodOf(name)), nasty).filter((request) => !isProper(name, request))
    await fc.assert(
      fc.asyncProperty(wrong, async (request) => {
        expect(await host.dispatch(name, request)).toMatchObject({ ok: false, error: { code: 'invalid-request' } })
        expect(({} as Record<string, unknown>).polluted).toBeUndefined()
      }),
      { numRuns: WRONG, seed: 20_261_123 },
    )
  })

  it('answers what is proper in form and odd in content with a value or a named refusal, never a bug', async () => {
    const sampled = fc
      .sample(spoilt(goodOf(name)), { numRuns: 2_000, seed: 20_261_123 })
      .filter((request) => isProper(name, request))
    const odd = new Map(sampled.map((request) => [JSON.stringify(request), request]))
    for (const request of [...odd.values()].slice(0, ODD)) {
      const reply = await host.dispatch(name, request)
      if (!reply.ok)
        expect(
          errorCodes.filter((code) => code !== 'internal'),
          `${JSON.stringify(request)}: ${internal.at(-1)}`,
        ).toContain(reply.error.code)
    }
    expect(internal.splice(0)).toEqual([])
  })
})

it('has left the figures as they were', async () => {
  expect(await host.client['store.check']({})).toEqual({ ok: true, problems: [] })
  const { summary } = await host.client['catalogue.get']({})
  expect(summary.observations).toBe(87_623)
})
