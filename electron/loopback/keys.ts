import { randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits as text that needs no escaping in an address or a header. */
const secret = (): string => randomBytes(32).toString('base64url')

const equal = (left: string, right: string): boolean => {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A key that a program on this computer starts is visible in the list of processes; it works once and not for long. */
const ONCE_MS = 60_000

/** The secrets of one start of the browser host. */
export interface Keys {
  /** for the address printed in the owner's own terminal; works as long as the host runs */
  readonly printed: string
  /** for an address handed to a browser: works once, within a minute */
  once(): string
  /** @returns the token for calls, or null when the key is unknown, used or too old */
  exchange(key: string): string | null
  /** whether a call carries the token */
  admits(token: string): boolean
}

/** @param now milliseconds; tests bring their own clock */
export function createKeys(now: () => number = Date.now): Keys {
  const token = secret()
  const printed = secret()
  const single = new Map<string, number>()
  return {
    printed,
    once: () => {
      const key = secret()
      single.set(key, now() + ONCE_MS)
      return key
    },
    exchange: (key) => {
      if (equal(key, printed)) return token
      const until = single.get(key)
      single.delete(key)
      return until !== undefined && now() <= until ? token : null
    },
    admits: (given) => equal(given, token),
  }
}
