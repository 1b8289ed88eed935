import type { ReactNode } from 'react'
import type { Loadable } from '../loadable.ts'
import { EmptyScreen } from './EmptyScreen.tsx'
import { StateView } from './StateView.tsx'

/** A whole screen in its four states. Where there is nothing to show, the headline says so and the sentence below it what can be done. */
export function ScreenState<T>({ of, children }: { readonly of: Loadable<T>; readonly children: (value: T) => ReactNode }) {
  if (of.state !== 'empty')
    return (
      <StateView of={of} height={520}>
        {children}
      </StateView>
    )
  return <EmptyScreen why={of.why} />
}
