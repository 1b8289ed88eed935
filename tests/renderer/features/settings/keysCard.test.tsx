// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { CallError } from '../../../../electron/shared/contract/errors.ts'
import { KeysCard } from '../../../../renderer/features/settings/KeysCard.tsx'
import { createQueryClient, failureOf, type Host, HostProvider } from '../../../../renderer/ui/data/client.tsx'

afterEach(cleanup)
globalThis.matchMedia ??= (() => ({ matches: false, addEventListener() {}, removeEventListener() {} })) as never

it('a key that could not be distrusted says so beside its button', async () => {
  const key = { name: 'Bureau', status: 'trusted', decidedAt: '2026-11-28', fingerprint: 'ab'.repeat(32), publicKey: 'k' }
  const client = {
    'keys.list': async () => [key],
    'keys.distrust': async () => Promise.reject(new CallError('store-read-only', 'The store is read-only.')),
  }
  render(
    <MantineProvider>
      <HostProvider host={{ client } as unknown as Host}>
        <QueryClientProvider client={createQueryClient()}>
          <KeysCard />
        </QueryClientProvider>
      </HostProvider>
    </MantineProvider>,
  )
  fireEvent.click(await screen.findByRole('button', { name: /distrust/ }))
  expect((await screen.findByRole('alert')).textContent).toContain('storeReadOnly')
})

it('of several calls the last one tells whether all went well', () => {
  const refused = new CallError('busy', 'Busy.')
  expect(failureOf({ error: refused, submittedAt: 1 }, { error: null, submittedAt: 2 })).toBeNull()
  expect(failureOf({ error: null, submittedAt: 1 }, { error: refused, submittedAt: 2 })?.code).toBe('busy')
  expect(failureOf({ error: null, submittedAt: 0 })).toBeNull()
})
