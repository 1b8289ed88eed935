import { randomUUID } from 'node:crypto'
import { AnalyticsRefusal } from '../shared/analytics/refusal.ts'
import { type ChannelName, channels, isChannelName } from '../shared/contract/channels.ts'
import { CallError, type CallFailure, type Reply } from '../shared/contract/errors.ts'
import type { DataPort } from './dataPort.ts'

/** What the host itself answers, without a thread: one function per channel with access 'host'. */
export type HostHandlers = { readonly [name: string]: (request: never) => unknown }

export type Dispatch = (name: string, request: unknown) => Promise<Reply<unknown>>

/** A measure refused its input: the sentence for the reader, and in `detail` the refusal's own code with what it is about. */
function refusalOf({ code, message, detail }: AnalyticsRefusal): CallFailure {
  const about = Object.entries(detail).map(([key, value]) => `${key} ${value}`)
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
  return { code: code === 'not-defined' ? 'not-defined' : 'refused', message: sentence, detail: [code, ...about].join(', ') }
}

/** Any error as a failure. A bug is logged with an id and its stack; the page learns only the id. */
export function toFailure(error: unknown): CallFailure {
  if (error instanceof CallError) return error.toFailure()
  if (error instanceof AnalyticsRefusal) return refusalOf(error)
  const id = randomUUID().slice(0, 8)
  console.error(`internal error ${id}:`, error)
  return { code: 'internal', message: 'Something went wrong inside Multivector. Nothing was changed.', detail: `error ${id}` }
}

/**
 * The way of every call on every host: name (own key of the table), request's schema, then the host's own handler or a thread.
 * The answer is a Reply; nothing is thrown across.
 */
export function createDispatch(port: DataPort, host: HostHandlers): Dispatch {
  const run = async (name: ChannelName, request: unknown): Promise<unknown> => {
    const { access, request: schema } = channels[name]
    const checked = schema.safeParse(request)
    if (!checked.success) {
      const issue = checked.error.issues[0]
      const where = issue?.path.join('.') || 'request'
      throw new CallError('invalid-request', `The request is not of the form of ${name}.`, `${where}: ${issue?.message ?? ''}`)
    }
    if (access !== 'host') return port.call(name, checked.data)
    const handler = host[name]
    if (!handler) throw new CallError('unknown-channel', `This host does not answer ${name}.`)
    return handler(checked.data as never)
  }
  return async (name, request) => {
    try {
      if (!isChannelName(name)) throw new CallError('unknown-channel', 'There is no call of that name.')
      return { ok: true, value: await run(name, request) }
    } catch (error) {
      return { ok: false, error: toFailure(error) }
    }
  }
}
