import type { ChannelName, RequestOf, ResponseOf } from './channels.ts'
import { CallError, type Reply } from './errors.ts'

/** How a call reaches the host: IPC, HTTP or, in tests and on the command line, directly. */
export interface Transport {
  call(name: ChannelName, request: unknown): Promise<Reply<unknown>>
}

export type Client = { readonly [C in ChannelName]: (request: RequestOf<C>) => Promise<ResponseOf<C>> }

/**
 * A typed function for every channel. A refusal is thrown as `CallError`; the transport itself never throws. The names are the compiler's
 * to check here and the host's to check there: the page need not load the table of schemas for them.
 */
export function createClient(transport: Transport): Client {
  const call = async (name: ChannelName, request: unknown): Promise<unknown> => {
    const reply = await transport.call(name, request)
    if (reply.ok) return reply.value
    throw new CallError(reply.error.code, reply.error.message, reply.error.detail)
  }
  const functions = new Map<string, (request: unknown) => Promise<unknown>>()
  return new Proxy({} as Client, {
    get: (_, name) => {
      // a channel has a dot in its name; nothing else of an object is here, such as what makes a promise
      if (typeof name !== 'string' || !name.includes('.')) return undefined
      const known = functions.get(name) ?? ((request: unknown) => call(name as ChannelName, request))
      functions.set(name, known)
      return known
    },
  })
}
