// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { CallError } from '../../../../electron/shared/contract/errors.ts'
import type { Briefing, BriefingContent } from '../../../../electron/shared/contract/schema/briefings.ts'
import { useEditor } from '../../../../renderer/features/briefings/editor/useEditor.ts'
import { createQueryClient, type Host, HostProvider } from '../../../../renderer/ui/data/client.tsx'

afterEach(cleanup)

const named = (name: string): Briefing =>
  ({ id: 1, version: 1, savedAt: '2026-11-28T10:00:00Z', content: { name, entries: [] } }) as unknown as Briefing
const rename = (name: string) => (content: BriefingContent) => ({ ...content, name })

/** An editor over a host whose saves are answered one by one by the test. */
function open(briefing = named('first')) {
  const sent: { readonly name: string; readonly answer: () => Promise<void>; readonly refuse: () => Promise<void> }[] = []
  const save = ({ content }: { readonly content: BriefingContent }) =>
    new Promise<Briefing>((done, failed) => {
      const settled = (settle: () => void) => () => act(async () => settle())
      sent.push({
        name: content.name,
        answer: settled(() => done({ ...named(content.name), version: sent.length + 1 })),
        refuse: settled(() => failed(new CallError('disk-full', 'The disk is full.'))),
      })
    })
  const queries = createQueryClient()
  const kept = ['briefings.get', { id: 1 }] as const
  queries.setQueryData(kept, briefing)
  const host = { client: { 'briefings.save': save } } as unknown as Host
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <HostProvider host={host}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </HostProvider>
  )
  const { result, unmount } = renderHook(() => useEditor(briefing), { wrapper })
  const write = (name: string): void => act(() => result.current.change(rename(name)))
  const saveNow = () => {
    let saved: Promise<boolean> = Promise.resolve(false)
    act(() => {
      saved = result.current.saveNow()
    })
    return saved
  }
  const leave = () => act(async () => unmount())
  const flush = () => act(async () => {})
  return { sent, write, saveNow, leave, flush, result, shown: () => queries.getQueryData<Briefing>(kept)?.content.name }
}

describe('an edited briefing', () => {
  it('that could not be saved says so to who wants to publish it, and is sent again when its author leaves', async () => {
    const { sent, write, saveNow, leave, flush, result } = open()
    write('second')
    const saved = saveNow()
    await flush()
    await sent[0]?.refuse()
    expect(await saved).toBe(false)
    expect(result.current.saving.state).toBe('failed')
    await leave()
    expect(sent.map(({ name }) => name)).toEqual(['second', 'second'])
  })

  it('is sent once: what is stored already is not sent again', async () => {
    const { sent, write, saveNow, leave, flush } = open()
    expect(await saveNow()).toBe(true)
    write('second')
    const saved = saveNow()
    await flush()
    await sent[0]?.answer()
    expect(await saved).toBe(true)
    await leave()
    expect(sent).toHaveLength(1)
  })

  it('is left while a save is on its way: the newer text is sent after the older one was answered', async () => {
    const { sent, write, saveNow, leave, flush } = open()
    write('second')
    void saveNow()
    await flush()
    write('third')
    await leave()
    expect(sent.map(({ name }) => name)).toEqual(['second'])
    await sent[0]?.answer()
    expect(sent.map(({ name }) => name)).toEqual(['second', 'third'])
  })

  it('is opened again with its newest text, though the store still has to take it', async () => {
    const { sent, write, leave, shown } = open()
    write('second')
    await leave()
    expect(sent).toHaveLength(1)
    expect(shown()).toBe('second')
  })

  it('is opened again as the version that its author went back to', async () => {
    const { result, leave, sent, shown } = open()
    act(() => result.current.replace(named('older')))
    await leave()
    expect([shown(), sent]).toEqual(['older', []])
  })

  it('takes nothing that comes after its author left', async () => {
    const { result, leave, sent } = open()
    const { change } = result.current
    await leave()
    act(() => change(rename('late')))
    await act(() => new Promise((done) => setTimeout(done, 800)))
    expect(sent).toEqual([])
  })
})
