// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { CallError } from '../../../../electron/shared/contract/errors.ts'
import type { BriefingContent } from '../../../../electron/shared/contract/schema/briefings.ts'
import { useRefresh, withSeen } from '../../../../renderer/features/briefings/editor/useRefresh.ts'
import { type Host, HostProvider } from '../../../../renderer/ui/data/client.tsx'

const seen = (figure: string) => ({ figures: [{ key: figure, low: 1, high: 1, text: figure }] })
const entry = (id: string) => ({ id, recipe: 'overview', title: '', text: '', notes: '', params: {}, seen: null })
const content = { name: 'b', entries: [entry('a'), entry('b')] } as unknown as BriefingContent

/** The hook over a host that answers a refresh so. */
function over(answer: () => Promise<unknown>) {
  const host = { client: { 'briefing.refresh': answer } } as unknown as Host
  const changes: BriefingContent[] = []
  const change = (next: (now: BriefingContent) => BriefingContent): void => void changes.push(next(content))
  const wrapper = ({ children }: { readonly children: ReactNode }) => <HostProvider host={host}>{children}</HostProvider>
  const { result } = renderHook(() => useRefresh({ content, change }, 'en'), { wrapper })
  return { result, changes }
}

describe('a refresh of slides', () => {
  it('takes the figures of the slides that were asked for as seen, and of no other', async () => {
    const { result, changes } = over(async () => ({ entries: [{ id: 'a', seen: seen('27.9%') }] }))
    act(() => result.current.refresh(['a']))
    await waitFor(() => expect(changes).toHaveLength(1))
    expect(changes[0]?.entries.map((one) => one.seen)).toEqual([seen('27.9%'), null])
    expect(result.current.failure).toBeNull()
  })

  it('that was refused says why and changes nothing', async () => {
    const { result, changes } = over(() => Promise.reject(new CallError('store-locked', 'English', '')))
    act(() => result.current.refresh(['a']))
    await waitFor(() => expect(result.current.failure?.code).toBe('store-locked'))
    expect(changes).toEqual([])
  })
})

it('a slide that no longer has figures keeps what was seen of it', () => {
  const before = withSeen(content, ['a'], [{ id: 'a', seen: seen('1') }] as never)
  expect(withSeen(before, ['a', 'b'], []).entries.map((one) => one.seen)).toEqual([seen('1'), null])
})
