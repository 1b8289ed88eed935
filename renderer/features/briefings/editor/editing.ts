// What an author does to a briefing, as functions from content to content. Pure.

import { MOST_SLIDES } from '../../../../electron/shared/contract/briefingLimits.ts'
import type { BriefingContent, BriefingEntry } from '../../../../electron/shared/contract/schema/briefings.ts'
import { blankEntry, type EntryParams, type Proposal, type RecipeId } from '../../../../electron/shared/domain/briefing.ts'

/** An id that no slide of the briefing has. */
function freshId(content: Pick<BriefingContent, 'entries'>, recipe: RecipeId): string {
  const taken = new Set(content.entries.map((entry) => entry.id))
  for (let n = content.entries.length + 1; ; n += 1) if (!taken.has(`${recipe}-${n}`)) return `${recipe}-${n}`
}

/** Puts a slide behind another one, or at the end. Null when the briefing is full. */
export function addSlide(
  content: BriefingContent,
  proposal: Proposal,
  after: string | null,
): { readonly content: BriefingContent; readonly id: string } | null {
  if (content.entries.length >= MOST_SLIDES) return null
  const id = freshId(content, proposal.recipe)
  const at = content.entries.findIndex((entry) => entry.id === after)
  const place = at < 0 ? content.entries.length : at + 1
  return { id, content: { ...content, entries: content.entries.toSpliced(place, 0, blankEntry(id, proposal)) } }
}

/** Moves a slide to the place of another. */
export function moveSlide(content: BriefingContent, id: string, to: number): BriefingContent {
  const from = content.entries.findIndex((entry) => entry.id === id)
  const entry = content.entries[from]
  if (!entry || to < 0 || to >= content.entries.length || from === to) return content
  return { ...content, entries: content.entries.toSpliced(from, 1).toSpliced(to, 0, entry) }
}

/** The briefing without a slide. */
export const removeSlide = (content: BriefingContent, id: string): BriefingContent => ({
  ...content,
  entries: content.entries.filter((entry) => entry.id !== id),
})

/** The briefing with one slide changed. */
export function changeSlide(content: BriefingContent, id: string, patch: Partial<BriefingEntry>): BriefingContent {
  return { ...content, entries: content.entries.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry)) }
}

/** The parameters of a slide with some changed. */
export const changeParams = (entry: BriefingEntry, patch: EntryParams): BriefingEntry['params'] => ({ ...entry.params, ...patch })

/** A text with something put in at a place; spaces keep words apart. */
export function insertAt(text: string, at: number, what: string): { readonly text: string; readonly end: number } {
  const place = Math.max(0, Math.min(at, text.length))
  const [before, after] = [text.slice(0, place), text.slice(place)]
  const left = before === '' || /\s$/.test(before) ? '' : ' '
  const right = after === '' || /^[\s.,;:)]/.test(after) ? '' : ' '
  return { text: before + left + what + right + after, end: (before + left + what).length }
}

/** The slide to show when the chosen one is gone: the one at its place, else the last. */
export function neighbour(content: BriefingContent, id: string): string | null {
  const at = content.entries.findIndex((entry) => entry.id === id)
  return (content.entries[at + 1] ?? content.entries[at - 1])?.id ?? null
}
