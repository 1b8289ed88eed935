import type { z } from 'zod'

/**
 * Who answers: `read` a thread with a read-only connection, `write` the one writer thread, `host` the process that owns windows and files.
 */
export type Access = 'read' | 'write' | 'host'

export interface Channel<A extends Access, Request extends z.ZodType, Response extends z.ZodType> {
  readonly access: A
  readonly request: Request
  readonly response: Response
}

export type AnyChannel = Channel<Access, z.ZodType, z.ZodType>

/** One line of the contract table. */
export const channel = <A extends Access, Request extends z.ZodType, Response extends z.ZodType>(
  access: A,
  request: Request,
  response: Response,
): Channel<A, Request, Response> => ({ access, request, response })

/** Whether a call is about files, by what stands before the first dot of its name: it then stands in the table's part fileChannels.ts. */
export const isAboutFiles = (name: string): boolean => /^(?:csv|batches|profiles|indicators)\./.test(name)
