// One suite for the contract over both transports: the page cannot tell its hosts apart.
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newOutput } from '../../electron/host/spool.ts'
import { isAboutFiles } from '../../electron/shared/contract/channel.ts'
import { type ChannelName, channelNames, channels } from '../../electron/shared/contract/channels.ts'
import type { Client } from '../../electron/shared/contract/client.ts'
import { fileChannels } from '../../electron/shared/contract/fileChannels.ts'
import { fileQuestions } from '../../electron/shared/contract/fileQuestions.ts'
import { TOO_LONG } from '../../electron/shared/contract/requestLimits.ts'
import { type Connected, transports } from './hosts.ts'
import { goodRequests, refusedRequests } from './requests.ts'

vi.mock('electron', () => import('../electron/support/fakeElectron.ts'))

type AnyCall = (request: unknown) => Promise<unknown>
const callOf = (client: Client, name: ChannelName): AnyCall => client[name] as AnyCall

it('finds every call about files in the part of the table that is about files, and no other there', () => {
  expect(channelNames.filter(isAboutFiles)).toEqual(Object.keys(fileChannels))
  // a host knows of them what is asked alone
  expect(Object.keys(fileQuestions)).toEqual(Object.keys(fileChannels))
})

it('has a sample request for every channel', () => {
  const without = channelNames.filter((name) => !(name in goodRequests) && !(name in refusedRequests))
  expect(without, 'add one to tests/contract/requests.ts').toEqual([])
})

describe.each(transports)('over %s', (kind, connect) => {
  let at: Connected
  beforeAll(async () => {
    at = await connect()
    await at.host.ready()
  })
  afterAll(() => at.close())

  it.each(Object.keys(goodRequests) as ChannelName[])('%s answers in the form the table promises', async (name) => {
    const value = await callOf(at.bridge.client, name)(goodRequests[name])
    channels[name].response.parse(value)
    expect(JSON.parse(JSON.stringify(value)), 'the answer is plain JSON').toEqual(value)
  })

  it.each(Object.keys(refusedRequests) as ChannelName[])('%s refuses with a code and a message', async (name) => {
    await expect(callOf(at.bridge.client, name)(refusedRequests[name])).rejects.toMatchObject({
      name: 'CallError',
      code: expect.stringMatching(/^(refused|not-found|invalid-request|file-unreadable|not-defined)$/),
      message: expect.stringMatching(/\w+.*\.$/),
    })
  })

  it.each(channelNames)('%s refuses a request of another form by name of the field', async (name) => {
    for (const request of [null, 7, 'x', [], { bogus: true }, { __proto__: { polluted: true }, x: 1 }]) {
      const reply = await at.raw(name, request)
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-request' } })
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it.each(['nothing.here', '__proto__', 'constructor', 'toString', '', 'host'])('%j is no channel', async (name) => {
    expect(await at.raw(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-channel' } })
  })

  it('says which host it is', async () => {
    expect(await at.bridge.client['host.info']({})).toMatchObject({ host: kind === 'IPC' ? 'electron' : 'loopback' })
  })

  it("gives Russia's and China's shares of Kazakhstan's imports in 2023 with their source", async () => {
    const { partners, source } = await at.bridge.client['shares.query']({
      indicator: 'trade.imports_usd_m',
      reporter: 'KAZ',
      period: '2023',
    })
    const shareOf = (code: string) => partners.find(({ partner }) => partner === code)?.share
    expect(shareOf('RUS')).toBeCloseTo(0.279, 3)
    expect(shareOf('CHN')).toBeCloseTo(0.255, 3)
    expect(source).not.toBe('')
  })

  it('opens dropped files under a token and tells their name and size', async () => {
    const dropped = await at.bridge.dropFiles([at.file('q3.csv', 'a;b\n1;2\n') as unknown as File])
    expect(dropped).toMatchObject([{ name: 'q3.csv', bytes: 8, token: expect.stringMatching(/^[A-Za-z0-9_-]{16,64}$/) }])
    expect(at.host.files.of({ deep: [{ file: dropped[0]?.token }] })).toMatchObject([{ name: 'q3.csv', bytes: 8 }])
  })

  it('hears events of the host, and only those of the table', async () => {
    const heard: unknown[] = []
    const end = at.bridge.onEvent('data.changed', (value) => heard.push(value))
    await at.bridge.client['events.save']({
      id: null,
      date: '2024-06-01',
      title: 'Heard',
      description: '',
      category: 'trade',
      partners: [],
      source: 'own notes',
    })
    await vi.waitFor(() => expect(heard).toEqual([{ batch: null }]), { timeout: 10_000 })
    end()
  })

  it('answers many calls at once, each its own', async () => {
    const years = Array.from({ length: 20 }, (_, index) => String(2003 + index))
    const answers = await Promise.all(
      years.map((period) =>
        at.bridge.client['observations.query']({ indicators: ['trade.imports_usd_m'], reporter: 'KAZ', partner: 'CHN', period }),
      ),
    )
    expect(answers.map((rows) => rows[0]?.period)).toEqual(years)
  })

  it('keeps a chart of nearly two megabytes and a briefing of two hundred full slides, and no host is narrower than the other', async () => {
    const drawing = { kind: 'chart', title: 'Large', view: {}, snapshot: { svg: 'я'.repeat(990_000) } } as const
    const { id } = await at.bridge.client['briefing.add'](drawing)
    const entry = {
      recipe: 'text',
      params: {},
      title: 'т'.repeat(400),
      text: 'ж'.repeat(8000),
      notes: 'қ'.repeat(8000),
      seen: null,
    }
    const content = {
      ...{ name: 'Full', language: 'ru', reporter: 'KAZ', partners: ['RUS'], baseYear: 2013, asOf: '', template: null },
      entries: Array.from({ length: 200 }, (_, index) => ({ ...entry, id: `s${index}` })),
    }
    const saved = await callOf(at.bridge.client, 'briefings.save')({ id: null, content })
    expect(saved).toMatchObject({ content: { entries: { length: 200 } } })
    await at.bridge.client['briefings.remove']({ id: (saved as { id: number }).id })
    await at.bridge.client['briefing.remove']({ id })
  })

  it('refuses a chart of more than two megabytes, and one of any size, with a sentence that says what to do', async () => {
    const draft = (letters: number) => ({ kind: 'chart', title: 'Larger', view: {}, snapshot: { svg: 'я'.repeat(letters) } })
    expect(await at.raw('briefing.add', draft(1_001_000))).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('Narrow it down') },
    })
    expect(await at.raw('briefing.add', draft(3_000_000))).toMatchObject({
      ok: false,
      error: { code: 'refused', message: TOO_LONG },
    })
  })

  it('knows a finished output by its token, and says nothing was saved when the user cancels', async () => {
    const output = newOutput(at.host.spool, 'brief.csv')
    writeFileSync(output.path, 'one')
    expect(await at.bridge.client['host.save']({ token: output.token })).toMatchObject({ saved: false })
  })
})
