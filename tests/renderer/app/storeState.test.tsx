// @vitest-environment jsdom
// What a page knows of the store on its way, whatever order the host's answers and events come in.
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import type { StoreState } from '../../../electron/shared/contract/schema/store.ts'
import { useStoreState } from '../../../renderer/app/useStoreState.ts'
import { type Host, HostProvider } from '../../../renderer/ui/data/client.tsx'

const at = (phase: StoreState['phase']): StoreState => ({ phase, done: 0, total: 0, failure: null })

/** The hook over a host that answers the n-th question so, from 0. */
function over(answer: (asked: number) => Promise<StoreState>) {
  let asked = 0
  let hear: (state: StoreState) => void = () => {}
  const host = {
    client: { 'host.storeState': () => answer(asked++) },
    onEvent: (_name: string, listener: typeof hear) => {
      hear = listener
      return () => {}
    },
  } as unknown as Host
  const wrapper = ({ children }: { readonly children: ReactNode }) => <HostProvider host={host}>{children}</HostProvider>
  const { result } = renderHook(useStoreState, { wrapper })
  return { result, say: (state: StoreState) => act(() => hear(state)), count: () => asked }
}

it('asks again while the store is on its way, for its opening may have been said before the page listened', async () => {
  const { result } = over(async (asked) => at(asked === 0 ? 'opening' : 'ready'))
  await waitFor(() => expect(result.current?.phase).toBe('opening'))
  await waitFor(() => expect(result.current?.phase).toBe('ready'), { timeout: 10_000 })
})

it('does not go back to an answer that was given before the store was ready and came after', async () => {
  let late: (state: StoreState) => void = () => {}
  const { result, say } = over(
    () =>
      new Promise((done) => {
        late = done
      }),
  )
  say(at('ready'))
  await act(async () => late(at('opening')))
  expect(result.current?.phase).toBe('ready')
})

it('follows a store that is opened anew, as after a restore', async () => {
  const { result, say, count } = over(async (asked) => at(asked < 2 ? 'ready' : 'opening'))
  await waitFor(() => expect(result.current?.phase).toBe('ready'))
  expect(count()).toBe(1)
  say(at('opening'))
  await waitFor(() => expect(result.current?.phase).toBe('ready'))
  expect(count()).toBe(2)
})
