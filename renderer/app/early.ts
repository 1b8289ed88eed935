// What the first screen will ask for is asked while its code is still on the way.
import type { ChannelName, RequestOf, ResponseOf } from '../../electron/shared/contract/channels.ts'
import type { Client } from '../../electron/shared/contract/client.ts'
import type { Settings } from '../../electron/shared/contract/schema/own.ts'
import { parseView } from '../ui/view/view.ts'
import { startSearch } from './startView.ts'

const keyOf = (name: string, request: unknown): string => `${name} ${JSON.stringify(request)}`

export class Early {
  readonly #client: Client
  readonly #asked = new Map<string, Promise<unknown>>()

  constructor(client: Client) {
    this.#client = client
  }

  /** Asks, and keeps the answer for whoever asks the same first. */
  ask<C extends ChannelName>(name: C, request: RequestOf<C>): Promise<ResponseOf<C>> {
    // the table pairs each channel with its own request; the union of all pairs is beyond the compiler here
    const answer = (this.#client[name] as (request: RequestOf<C>) => Promise<ResponseOf<C>>)(request)
    this.#asked.set(keyOf(name, request), answer)
    // a refusal is told to the one who asks for it
    answer.catch(() => {})
    return answer
  }

  /** The same client; what was asked early is answered from here, once. */
  get client(): Client {
    return new Proxy(this.#client, {
      get: (client, name) => {
        const call = client[name as ChannelName] as ((request: unknown) => Promise<unknown>) | undefined
        if (call === undefined) return undefined
        return (request: unknown) => {
          const key = keyOf(String(name), request)
          const asked = this.#asked.get(key)
          this.#asked.delete(key)
          // too early for a store that was still being made: asked again, now that somebody wants it
          return asked === undefined ? call(request) : asked.catch(() => call(request))
        }
      },
    })
  }

  /** Asks what a start always asks, and the figures of the first screen as soon as its view is known. @param hash of the address */
  async start(hash: string, isFirst: boolean): Promise<void> {
    this.ask('host.storeState', {})
    this.ask('catalogue.get', {})
    const settings = await this.ask('settings.get', {})
    if (isFirst) this.ask('overview.get', overviewOf(hash, settings))
  }
}

/** The request of the first screen for the view that it will open with. */
export function overviewOf(hash: string, settings: Settings): RequestOf<'overview.get'> {
  const search = /\?.*$/.exec(hash)?.[0] ?? ''
  const { reporter, partners, baseYear, asOf } = parseView(new URLSearchParams(startSearch(search, settings)))
  return { reporter, partners: [...partners], baseYear, asOf }
}
