// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import { CatalogueProvider } from '../../../renderer/ui/data/catalogue.tsx'
import { useYears } from '../../../renderer/ui/pickers/useYears.ts'

afterEach(cleanup)

it.each([
  ['2026-11-28', [2026, 2025, 2024]],
  ['2027-01-02', [2027, 2026, 2025, 2024]],
  ['2020-05-01', [2024]],
])('of a store whose newest release is of %s the years %j can be asked for', (vintage, expected) => {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <CatalogueProvider catalogue={{ summary: { vintage } } as never}>{children}</CatalogueProvider>
  )
  expect(renderHook(() => useYears(2024), { wrapper }).result.current).toEqual(expected)
})
