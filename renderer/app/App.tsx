import { MantineProvider } from '@mantine/core'
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { createHashRouter, Navigate, RouterProvider } from 'react-router'
import { styleNonce } from '../bridge/index.ts'
import { CatalogueProvider } from '../ui/data/catalogue.tsx'
import { createQueryClient, type Host, HostProvider, useCall, useHost } from '../ui/data/client.tsx'
import { RouteFailure } from './RouteFailure.tsx'
import { HOME, screens } from './routes.tsx'
import { Shell } from './Shell.tsx'
import { FailedStart, Starting } from './Starting.tsx'
import { theme, variables } from './theme.ts'
import { useStoreState } from './useStoreState.ts'

const queries = createQueryClient()

const router = createHashRouter([
  {
    element: <Shell />,
    errorElement: <RouteFailure />,
    children: [
      ...screens.map(({ path, Screen }) => ({ path, element: <Screen />, errorElement: <RouteFailure /> })),
      { path: '*', element: <Navigate to={HOME} replace /> },
    ],
  },
])

/** Nothing asks for figures before the store answers. */
function Opened() {
  const catalogue = useCall('catalogue.get', {})
  if (catalogue.state === 'failed') return <FailedStart failure={catalogue.error} />
  if (catalogue.state === 'empty') return null
  const value = catalogue.state === 'ready' ? catalogue.value : catalogue.previous
  if (value === null) return <Starting state={null} />
  return (
    <CatalogueProvider catalogue={value}>
      <RouterProvider router={router} />
    </CatalogueProvider>
  )
}

/** Figures changed: whoever shows some asks again. */
function useFreshFigures(): void {
  const host = useHost()
  const client = useQueryClient()
  useEffect(() => host.onEvent('data.changed', () => void client.invalidateQueries()), [host, client])
}

function Gate() {
  useFreshFigures()
  const state = useStoreState()
  if (state?.phase === 'failed' && state.failure) return <FailedStart failure={state.failure} />
  if (state?.phase === 'ready') return <Opened />
  return <Starting state={state} />
}

export function App({ host }: { readonly host: Host }) {
  const nonce = useMemo(styleNonce, [])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <HostProvider host={host}>
        <QueryClientProvider client={queries}>
          <Gate />
        </QueryClientProvider>
      </HostProvider>
    </MantineProvider>
  )
}
