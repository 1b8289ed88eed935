import type { CallFailure } from '../../electron/shared/contract/errors.ts'

/** Why nothing stands here, in words, and the one thing to do about it. */
export interface EmptyReason {
  readonly title: string
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** What a view has in hand. Every view draws all four. */
export type Loadable<T> =
  | { readonly state: 'loading'; readonly previous: T | null }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'empty'; readonly why: EmptyReason }
  | { readonly state: 'failed'; readonly error: CallFailure; readonly retry: () => void }

/** A view that has nothing to show, and why. */
export const empty = <T>(why: EmptyReason): Loadable<T> => ({ state: 'empty', why })

/** The value turned into something else; the other three states pass through. */
export function mapLoadable<A, B>(loadable: Loadable<A>, turn: (value: A) => B): Loadable<B> {
  if (loadable.state === 'ready') return { state: 'ready', value: turn(loadable.value) }
  if (loadable.state === 'loading')
    return { state: 'loading', previous: loadable.previous === null ? null : turn(loadable.previous) }
  return loadable
}

/** Ready values for which `why` gives a reason become empty. */
export function emptyWhen<T>(loadable: Loadable<T>, why: (value: T) => EmptyReason | null): Loadable<T> {
  if (loadable.state !== 'ready') return loadable
  const reason = why(loadable.value)
  return reason === null ? loadable : { state: 'empty', why: reason }
}

/** Two answers as one: failed if either failed, loading while either loads, empty if either is empty. */
export function bothLoadable<A, B>(a: Loadable<A>, b: Loadable<B>): Loadable<readonly [A, B]> {
  if (a.state === 'failed') return a
  if (b.state === 'failed') return b
  if (a.state === 'empty') return a
  if (b.state === 'empty') return b
  if (a.state === 'ready' && b.state === 'ready') return { state: 'ready', value: [a.value, b.value] }
  const [x, y] = [a.state === 'ready' ? a.value : a.previous, b.state === 'ready' ? b.value : b.previous]
  return { state: 'loading', previous: x === null || y === null ? null : [x, y] }
}
