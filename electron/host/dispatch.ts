import { type AnyQuestion, isAboutFiles } from '../shared/contract/channel.ts'
import type { ChannelName } from '../shared/contract/channels.ts'
import { CallError, type Reply } from '../shared/contract/errors.ts'
import { mostRequestBytes, TOO_LONG } from '../shared/contract/requestLimits.ts'
import type { DataPort } from './dataPort.ts'
import { toFailure } from './failure.ts'
import { isWorthLogging, type Log, traceOf } from './log.ts'

/** What the host itself answers, without a thread: one function per channel with access 'host'. */
export type HostHandlers = { readonly [name: string]: (request: never) => unknown }

type AnyTable = Readonly<Record<string, AnyQuestion>>

/** The table of calls, whole or, for a call about files, the part of it that is about files: a command brings no schema that it does not use. */
export const loadTable = async (name: string): Promise<AnyTable> =>
  isAboutFiles(name)
    ? (await import('../shared/contract/fileQuestions.ts')).fileQuestions
    : (await import('../shared/contract/channels.ts')).channels

export type Dispatch = (name: string, request: unknown) => Promise<Reply<unknown>>

/**
 * The way of every call on every host: name (own key of the table), request's schema and length, then the host's own handler or a thread.
 * The answer is a Reply; nothing is thrown across.
 *
 * @param log takes down what went wrong in the host, and refusals of the machine or the store
 */
export function createDispatch(port: DataPort, host: HostHandlers, log?: Log): Dispatch {
  const run = async (name: ChannelName, { access, request: schema }: AnyQuestion, request: unknown): Promise<unknown> => {
    const checked = schema.safeParse(request)
    if (!checked.success) {
      const issue = checked.error.issues[0]
      const where = issue?.path.join('.') || 'request'
      throw new CallError('invalid-request', `The request is not of the form of ${name}.`, `${where}: ${issue?.message ?? ''}`)
    }
    // the browser host counts while it reads; here it is counted for windows and commands too, so that all take the same
    if (Buffer.byteLength(JSON.stringify(request)) > mostRequestBytes(name)) throw new CallError('refused', TOO_LONG)
    if (access !== 'host') return port.call(name, checked.data)
    const handler = host[name]
    if (!handler) throw new CallError('unknown-channel', `This host does not answer ${name}.`)
    return handler(checked.data as never)
  }
  return async (name, request) => {
    const table = await loadTable(name)
    // a name of the table itself, not of something that every object inherits
    const found = Object.hasOwn(table, name) ? table[name] : undefined
    try {
      if (!found) throw new CallError('unknown-channel', 'There is no call of that name.')
      return { ok: true, value: await run(name as ChannelName, found, request) }
    } catch (error) {
      const channel = found ? name : ''
      const bug = (id: string, thrown: unknown): void =>
        log?.write({ part: 'host', code: 'internal', channel, id, trace: traceOf(thrown) })
      const failure = toFailure(error, bug)
      // a thread has told of its bugs itself, with their traces
      if (failure.code !== 'internal' && isWorthLogging(failure.code))
        log?.write({ part: 'host', code: failure.code, channel, id: '', trace: [] })
      return { ok: false, error: failure }
    }
  }
}
