import type { z } from 'zod'

/**
 * Who answers: `read` a thread with a read-only connection, `write` the one writer thread, `host` the process that owns windows and files.
 */
export type Access = 'read' | 'write' | 'host'

/** What is asked and who answers: all that a host must know of a call. */
export interface Question<A extends Access, Request extends z.ZodType> {
  readonly access: A
  readonly request: Request
}

export type AnyQuestion = Question<Access, z.ZodType>

export interface Channel<A extends Access, Request extends z.ZodType, Response extends z.ZodType> extends Question<A, Request> {
  readonly response: Response
}

export type AnyChannel = Channel<Access, z.ZodType, z.ZodType>

/** One line of the contract table. */
export const channel = <A extends Access, Request extends z.ZodType, Response extends z.ZodType>(
  access: A,
  request: Request,
  response: Response,
): Channel<A, Request, Response> => ({ access, request, response })

/** One line of a part of the table whose answers stand elsewhere. */
export const question = <A extends Access, Request extends z.ZodType>(access: A, request: Request): Question<A, Request> => ({
  access,
  request,
})

/** A line of such a part with its answer. */
export const answered = <A extends Access, Request extends z.ZodType, Response extends z.ZodType>(
  asked: Question<A, Request>,
  response: Response,
): Channel<A, Request, Response> => ({ ...asked, response })

/** Whether a call is about files, by what stands before the first dot of its name: it is then asked as fileQuestions.ts says. */
export const isAboutFiles = (name: string): boolean => /^(?:csv|batches|profiles|indicators)\./.test(name)
