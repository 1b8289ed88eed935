import { type ChannelName, channelNames, type RequestOf, type ResponseOf } from './channels.ts'
import { CallError, type Reply } from './errors.ts'

/** How a call reaches the host: IPC, HTTP or, in tests and on the command line, directly. */
export interface Transport {
  call(name: ChannelName, request: unknown): Promise<Reply<unknown>>
}

export type Client = { readonly [C in ChannelName]: (request: RequestOf<C>) => Promise<ResponseOf<C>> }

/** A typed function for every channel. A refusal is thrown as `CallError`; the transport itself never throws. */
export function createClient(transport: Transport): Client {
  const call = async (name: ChannelName, request: unknown): Promise<unknown> => {
    const reply = await transport.call(name, request)
    if (reply.ok) return reply.value
    throw new CallError(reply.error.code, reply.error.message, reply.error.detail)
  }
  return Object.fromEntries(channelNames.map((name) => [name, (request: unknown) => call(name, request)])) as unknown as Client
}
