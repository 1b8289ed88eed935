import { MantineProvider } from '@mantine/core'
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { createHashRouter, Navigate, RouterProvider } from 'react-router'
import type { Settings } from '../../electron/shared/contract/schema/own.ts'
import { styleNonce } from '../bridge/index.ts'
import { allTexts } from '../language/i18n.ts'
import { CatalogueProvider } from '../ui/data/catalogue.tsx'
import { createQueryClient, type Host, HostProvider, useCall, useHost } from '../ui/data/client.tsx'
import { Door, NoScreen } from './Door.tsx'
import { RouteFailure } from './RouteFailure.tsx'
import { screens } from './routes.tsx'
import { Shell } from './Shell.tsx'
import { FailedStart, Starting } from './Starting.tsx'
import { HOME } from './screenModules.ts'
import { startSearch } from './startView.ts'
import { theme, variables } from './theme.ts'
import { useStartSettings } from './useStartSettings.ts'
import { useStoreState } from './useStoreState.ts'

const queries = createQueryClient()

/** Without sidebar and top bar: what an audience sees. */
const Present = lazy(async () => {
  const [{ PresentView }] = await Promise.all([import('../features/briefings/index.ts'), allTexts()])
  return { default: PresentView }
})

const router = createHashRouter([
  {
    path: '/present',
    element: (
      <Suspense fallback={<Starting state={null} />}>
        <Present />
      </Suspense>
    ),
    errorElement: <RouteFailure />,
  },
  {
    element: <Shell />,
    errorElement: <RouteFailure />,
    children: [
      {
        element: <Door />,
        children: screens.map(({ path, Screen }) => ({ path, element: <Screen />, errorElement: <RouteFailure /> })),
      },
      { path: '/', element: <Navigate to={HOME} replace /> },
      { path: '*', element: <NoScreen /> },
    ],
  },
])

/** Goes to the screen of the address with the view of the settings, leaving no step behind. */
function openWith(settings: Settings): void {
  const { pathname, search } = router.state.location
  const next = startSearch(search, settings)
  if (next !== search) void router.navigate({ pathname, search: next }, { replace: true })
}

/** Nothing asks for figures before the store answers. */
function Opened() {
  const started = useStartSettings(openWith)
  const catalogue = useCall('catalogue.get', {})
  if (catalogue.state === 'failed') return <FailedStart failure={catalogue.error} />
  if (catalogue.state === 'empty') return null
  const value = catalogue.state === 'ready' ? catalogue.value : catalogue.previous
  if (value === null || !started) return <Starting state={null} />
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

/** The whole page on one host: theme, texts, calls, routes. */
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
