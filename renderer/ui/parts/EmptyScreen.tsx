import { Button } from '@mantine/core'
import type { EmptyReason } from '../loadable.ts'
import { Headline } from './Headline.tsx'

/** A whole screen without figures: what is missing is its headline, what can be done stands below. */
export function EmptyScreen({ why }: { readonly why: EmptyReason }) {
  return (
    <>
      <Headline support={why.text}>{why.title}</Headline>
      {why.action ? (
        <div>
          <Button variant="default" size="xs" onClick={why.action.run}>
            {why.action.label}
          </Button>
        </div>
      ) : null}
    </>
  )
}
