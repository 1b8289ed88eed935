// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import { createQueryClient, type Host, HostProvider, useCall } from '../../../renderer/ui/data/client.tsx'

afterEach(cleanup)

it('a call asks again about the same words when what the answer depends on is another: a file that was read anew', async () => {
  let asked = 0
  const host = { client: { 'csv.movement': async () => ({ lines: [], spread: null, asked: ++asked }) } } as unknown as Host
  const queries = createQueryClient()
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <HostProvider host={host}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </HostProvider>
  )
  const { result, rerender } = renderHook(
    ({ readings }) => useCall('csv.movement', { job: 'file-1', reporter: 'KAZ' }, { state: readings }),
    { wrapper, initialProps: { readings: 1 } },
  )
  await waitFor(() => expect(result.current).toMatchObject({ state: 'ready', value: { asked: 1 } }))
  rerender({ readings: 2 })
  await waitFor(() => expect(result.current).toMatchObject({ state: 'ready', value: { asked: 2 } }))
  rerender({ readings: 2 })
  expect(asked).toBe(2)
})
