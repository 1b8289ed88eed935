// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { CallError } from '../../../../electron/shared/contract/errors.ts'
import { useDifferences } from '../../../../renderer/features/import/useDifferences.ts'
import { createQueryClient, type Host, HostProvider } from '../../../../renderer/ui/data/client.tsx'

afterEach(cleanup)

const query = { job: 'file-1', readings: 1, group: 'held', order: 'line', descending: false } as const

/** The differences of a host that answers so. */
function over(answer: () => Promise<unknown>) {
  const host = { client: { 'csv.differences': answer } } as unknown as Host
  const queries = createQueryClient()
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <HostProvider host={host}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </HostProvider>
  )
  return renderHook(() => useDifferences(query, ''), { wrapper }).result
}

describe('the differences of a file', () => {
  it('that cannot be fetched say why, and do not wait for ever', async () => {
    const result = over(() => Promise.reject(new CallError('not-found', 'The review is gone.', 'review-gone')))
    expect(result.current.failure).toBeNull()
    await waitFor(() => expect(result.current.failure).toMatchObject({ code: 'not-found', detail: 'review-gone' }))
  })

  it('that came have no failure', async () => {
    const result = over(async () => ({ rows: [], total: 0, listed: 0, all: 0 }))
    await waitFor(() => expect(result.current.ready).toBe(true))
    expect(result.current.failure).toBeNull()
  })
})
