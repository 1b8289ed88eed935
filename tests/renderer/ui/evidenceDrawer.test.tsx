// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { CatalogueProvider } from '../../../renderer/ui/data/catalogue.tsx'
import { createQueryClient, type Host, HostProvider } from '../../../renderer/ui/data/client.tsx'
import { EvidenceDrawer } from '../../../renderer/ui/evidence/EvidenceDrawer.tsx'
import { EvidenceNumber, EvidenceProvider } from '../../../renderer/ui/evidence/evidence.tsx'

afterEach(cleanup)
globalThis.matchMedia ??= (() => ({ matches: false, addEventListener() {}, removeEventListener() {} })) as never

const cell = { indicator: 'gdp', reporter: 'KAZ', partner: '_Z', period: '2024', source: '' }
const row = { ...cell, value: 1, unit: 'USD_M', status: 'A', vintage: '2026-11-28', batch: 9, line: 2, note: '' }
/** What an import knows of a source that a file brought: its code. */
const brought = { code: 'ministry', title: 'ministry', publisher: '', url: '', licence: '', terms: 'unreviewed', note: '' }
const published = {
  ...brought,
  ...{ code: 'bns', title: 'Accounts', publisher: 'Bureau', url: 'https://stat.gov.kz/', licence: 'CC BY 4.0', terms: 'open' },
}

/** The drawer over a store whose figure comes from one source, beside another. */
async function opened(chosen: typeof brought, other: typeof brought) {
  const evidence = {
    chosen: { ...row, source: chosen.code },
    all: [chosen, other].map(({ code }, at) => ({ ...row, source: code, batch: 9 - at })),
    revisions: [],
    sources: [chosen, other],
    batches: [{ batch: 9, file: 'own.csv' }],
    rule: '',
    warnings: [],
  }
  const catalogue = { areas: [], indicators: [], units: [], reporters: [], sources: [], summary: {} }
  render(
    <MemoryRouter>
      <MantineProvider>
        <HostProvider host={{ client: { 'evidence.get': async () => evidence } } as unknown as Host}>
          <QueryClientProvider client={createQueryClient()}>
            <CatalogueProvider catalogue={catalogue as never}>
              <EvidenceProvider>
                <EvidenceNumber cells={[cell]} sentence="GDP">
                  1
                </EvidenceNumber>
                <EvidenceDrawer />
              </EvidenceProvider>
            </CatalogueProvider>
          </QueryClientProvider>
        </HostProvider>
      </MantineProvider>
    </MemoryRouter>,
  )
  fireEvent.click(screen.getByRole('button', { name: '1' }))
  const drawer = within(await screen.findByRole('dialog'))
  await drawer.findByText('source')
  return drawer
}

describe('the evidence of a number', () => {
  it('from a file that names nothing but its source has no empty line and no button without words', async () => {
    const drawer = await opened(brought, published)
    for (const { textContent } of drawer.getAllByRole('definition')) expect(textContent).not.toBe('')
    for (const button of drawer.getAllByRole('button'))
      expect(button.textContent || button.getAttribute('aria-label')).toBeTruthy()
    expect(drawer.queryByText('address')).toBeNull()
  })

  it('names a source without a publisher among the others, and opens the address of one that has it', async () => {
    const drawer = await opened(published, brought)
    expect(drawer.getByRole('table').textContent).toContain('ministry')
    expect(drawer.getByRole('button', { name: 'https://stat.gov.kz/' })).toBeDefined()
  })
})
