// A slide on its way: figures keep their numbers beside their words, so that the composer can tell what changed since the last refresh.
import type { DocumentSlide, FigureSpec } from '../../electron/shared/contract/schema/briefingDocument.ts'
import type { CellRef } from '../../electron/shared/contract/schema/overview.ts'

/** A number of the store. `key` names it within its slide across languages and days. */
export interface DraftField {
  readonly key: string
  readonly low: number
  readonly high: number
  readonly print: (low: number, high: number) => string
  readonly cells: readonly CellRef[]
}
export type DraftRun = { readonly text: string } | { readonly field: DraftField }

export interface DraftNumber {
  readonly label: string
  readonly from: DraftField | null
  readonly to: DraftField
  readonly direction: 'up' | 'down' | 'held' | null
}

export interface SlideDraft {
  readonly layout: DocumentSlide['layout']
  readonly title: string
  readonly support?: readonly DraftRun[]
  readonly paragraphs?: readonly (readonly DraftRun[])[]
  readonly figure?: FigureSpec
  readonly table?: NonNullable<DocumentSlide['table']>
  readonly svg?: string
  readonly png?: string
  /** stands in the place of the drawing and of its table */
  readonly notice?: string
  /** figures behind it are others than when it was drawn */
  readonly changed?: boolean
  readonly numbers?: readonly DraftNumber[]
  /** codes of sources, in the order in which they matter */
  readonly sources: readonly string[]
  readonly warnings?: readonly string[]
}

/** What a recipe says when the store has no figures for the slide. */
export interface Missing {
  readonly missing: string
}

const MARK = '\u0001'
/** Stands in a text for a field. */
const slot = (name: string): string => `${MARK}${name}${MARK}`

/** Values of placeholders that stand for fields: give them to `say`, and its text to {@link runsOf}. */
export const slots = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, slot(name)]))

/** A text with slots in runs; a slot without a field leaves nothing. */
export function runsOf(text: string, fields: Readonly<Record<string, DraftField>>): readonly DraftRun[] {
  return text.split(MARK).flatMap((part, at): DraftRun[] => {
    if (at % 2 === 0) return part === '' ? [] : [{ text: part }]
    const field = fields[part]
    return field ? [{ field }] : []
  })
}

/** Runs in words alone. */
export const plainOf = (runs: readonly DraftRun[]): string =>
  runs.map((run) => ('text' in run ? run.text : run.field.print(run.field.low, run.field.high))).join('')

/** A number beside a figure as a run of a text. */
export const numberRun = ({ to }: DraftNumber): DraftRun => ({ field: to })
