// The same chart set aside twice, and the screen it came from. Pure.
import type { BriefingItem } from '../../../../electron/shared/contract/schema/own.ts'

const wordOf = (item: BriefingItem, key: string): string => {
  const word = item.view[key]
  return typeof word === 'string' ? word : ''
}

/** The newest item of the tray that is the same chart of the same screen, set aside after that one; null when there is none. */
export function newerOf(items: readonly BriefingItem[], id: number): BriefingItem | null {
  const old = items.find((item) => item.id === id)
  if (!old || wordOf(old, 'figure') === '') return null
  const same = items.filter(
    (item) => item.id > id && (['figure', 'path'] as const).every((key) => wordOf(item, key) === wordOf(old, key)),
  )
  return same.toSorted((a, b) => b.id - a.id)[0] ?? null
}

/** Address within the page of the screen that drew an item, as it was set; null when the tray no longer has it or it has none. */
export function screenOf(items: readonly BriefingItem[], id: number): string | null {
  const item = items.find((one) => one.id === id)
  const path = item ? wordOf(item, 'path') : ''
  return item && path.startsWith('/') ? path + wordOf(item, 'search') : null
}
