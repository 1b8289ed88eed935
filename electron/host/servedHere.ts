import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { WorkerMessage, WorkerOptions, WorkerRequest } from './protocol.ts'

/** Opens the store in a role and answers through the port, as a thread does. */
export type Serve = (port: MessagePort, options: WorkerOptions) => Promise<void>

/** What the host needs of whoever serves the store: a thread is one. */
export interface Server {
  postMessage(message: WorkerRequest): void
  on(name: 'message', listener: (message: WorkerMessage) => void): unknown
  on(name: 'error', listener: (error: Error) => void): unknown
  on(name: 'exit', listener: () => void): unknown
  once(name: 'exit', listener: () => void): unknown
  terminate(): unknown
}

/**
 * Serves the store in the calling thread, to the same words as a thread would: for a command, which waits for the answer anyway and is
 * done sooner without another thread's start. It ends when its port is closed.
 */
export class ServedHere extends EventEmitter implements Server {
  readonly #port: MessagePort

  constructor(serve: Serve, options: WorkerOptions) {
    super()
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    port1.on('message', (message: WorkerMessage) => this.emit('message', message))
    port1.on('close', () => this.emit('exit'))
    serve(port2, options).catch((error: unknown) => {
      this.emit('error', error)
      port1.close()
    })
  }

  postMessage(message: WorkerRequest): void {
    this.#port.postMessage(message)
  }

  terminate(): void {
    this.#port.close()
  }
}
