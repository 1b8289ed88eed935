// How a view asks: the client comes from the app through context, so that nothing below knows which host the page lives in.
import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import type { ChannelName, RequestOf, ResponseOf } from '../../../electron/shared/contract/channels.ts'
import type { Client } from '../../../electron/shared/contract/client.ts'
import { CallError, type CallFailure } from '../../../electron/shared/contract/errors.ts'
import type { EventName, EventOf } from '../../../electron/shared/contract/events.ts'
import type { FileRef } from '../../../electron/shared/contract/schema/host.ts'
import type { Loadable } from '../loadable.ts'

/** What the page can ask of its host besides calls. The bridge provides it; tests provide their own. */
export interface Host {
  readonly client: Client
  /** Listens until the returned function is called. */
  onEvent<E extends EventName>(name: E, listen: (event: EventOf<E>) => void): () => void
  chooseFiles(kind: RequestOf<'host.chooseFiles'>['kind']): Promise<readonly FileRef[]>
  dropFiles(files: FileList): Promise<readonly FileRef[]>
  /** Saves a finished output under the user's name for it; false when the user changed their mind. */
  save(token: string, suggestedName: string): Promise<boolean>
  /** Saves a picture that the page drew; the name comes without ending. */
  savePicture(name: string, kind: 'svg' | 'png', picture: Blob): Promise<boolean>
  openLink(url: string): Promise<boolean>
}

const HostContext = createContext<Host | null>(null)

/** Gives the host of the page to all that is drawn below. */
export function HostProvider({ host, children }: { readonly host: Host; readonly children: ReactNode }) {
  return <HostContext.Provider value={host}>{children}</HostContext.Provider>
}

/** The host of this page. @throws {Error} outside HostProvider: a bug */
export function useHost(): Host {
  const host = useContext(HostContext)
  if (!host) throw new Error('useHost needs a HostProvider above it')
  return host
}

/** The client of the host that this page lives in. */
export const useClient = (): Client => useHost().client

/** A refusal as it stands, anything else as an internal error without its stack. */
export function asFailure(error: unknown): CallFailure {
  if (error instanceof CallError) return error.toFailure()
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), detail: '' }
}

/** Why the last of some calls of {@link useSend} did not do what was asked; null where it did, or is on its way. */
export function failureOf(
  ...sends: readonly { readonly error: Error | null; readonly submittedAt: number }[]
): CallFailure | null {
  const error = sends.toSorted((a, b) => b.submittedAt - a.submittedAt)[0]?.error ?? null
  return error === null ? null : asFailure(error)
}

/** Answers are kept until the host says that figures changed, never by the clock or by focus. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // figures change only when the host says so (data.changed), never by the clock or by focus
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

export interface CallOptions {
  /** what the answer depends on beyond the words of the request, as how often a file was read: another value asks anew */
  readonly state?: string | number
  /** false = do not ask yet; the state is loading */
  readonly enabled?: boolean
}

/**
 * Asks a channel and asks again when figures change. While a new request runs, the old answer stays as `previous`.
 * Late answers to requests that are no longer on screen are dropped.
 */
export function useCall<C extends ChannelName>(
  channel: C,
  request: RequestOf<C>,
  options: CallOptions = {},
): Loadable<ResponseOf<C>> {
  const client = useClient()
  const query = useQuery<ResponseOf<C>>({
    queryKey: options.state === undefined ? [channel, request] : [channel, request, options.state],
    // the table pairs each channel with its own request; the union of all pairs is beyond the compiler here
    queryFn: () => (client[channel] as (request: RequestOf<C>) => Promise<ResponseOf<C>>)(request),
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
  })
  if (query.isError) return { state: 'failed', error: asFailure(query.error), retry: () => void query.refetch() }
  if (query.isPending) return { state: 'loading', previous: null }
  const value = query.data as ResponseOf<C>
  return query.isPlaceholderData ? { state: 'loading', previous: value } : { state: 'ready', value }
}

/** Answers that are on screen already: `known('evidence.get', request)` is null until {@link useCall} has one. */
export function useKnown(): <C extends ChannelName>(channel: C, request: RequestOf<C>) => ResponseOf<C> | null {
  const queries = useQueryClient()
  return (channel, request) => queries.getQueryData([channel, request]) ?? null
}

/** A call that changes something: `const write = useSend('briefing.save'); write.mutateAsync(request)`. Ends by asking anew for `refresh`. */
export function useSend<C extends ChannelName>(channel: C, refresh: readonly ChannelName[] = []) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation<ResponseOf<C>, Error, RequestOf<C>>({
    mutationFn: (request) => (client[channel] as (request: RequestOf<C>) => Promise<ResponseOf<C>>)(request),
    onSuccess: () => Promise.all(refresh.map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  })
}
