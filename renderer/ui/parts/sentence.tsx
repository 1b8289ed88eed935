// Numbers inside translated sentences: the translator decides where a number stands, the view decides what it is made of.
import { Fragment, type ReactNode } from 'react'
import { unbroken } from './unbroken.tsx'

const MARK = '\u0001'

/** Stands in a text for a node; give it to `t` as the value of a placeholder. */
export const slot = (name: string): string => `${MARK}${name}${MARK}`

/** Slots for several placeholders at once: `t('support', { ...slots('from', 'to'), year })`. */
export const slots = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, slot(name)]))

/**
 * A text whose slots are filled with nodes.
 *
 * @param text as `t` gave it, with the slots where the translator put them
 * @param nodes by name; a slot without a node leaves nothing
 */
export function fillSlots(text: string, nodes: Readonly<Record<string, ReactNode>>): ReactNode {
  return text.split(MARK).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other identity
    return <Fragment key={index}>{index % 2 === 0 ? unbroken(part) : nodes[part]}</Fragment>
  })
}
