// What a briefing is made of: kinds of slides that the composer can make from the store, and templates that put them in order.

/** A kind of slide that is made from the store. `aside` is something set aside on a screen, `text` is the author's own words. */
export const recipeIds = [
  'cover',
  'overview',
  'channel',
  'stack',
  'channels',
  'substitution',
  'index',
  'oil',
  'arms',
  'votes',
  'opinion',
  'projects',
  'claims',
  'scenarios',
  'events',
  'compare',
  'changes',
  'coverage',
  'text',
  'aside',
  'sources',
] as const
export type RecipeId = (typeof recipeIds)[number]

export const templateIds = ['deck', 'note', 'compare', 'claims', 'update'] as const
export type TemplateId = (typeof templateIds)[number]

/** Settings of one slide beside those of the briefing: which channel, which flow, since when. */
export type EntryParams = Readonly<Record<string, string | number>>

/** A slide as a template or a list of recipes proposes it. */
export interface Proposal {
  readonly recipe: RecipeId
  readonly params: EntryParams
}

/** A slide as a proposal makes it, without a word of its author and never refreshed. @param id unique within its briefing */
export const blankEntry = (id: string, { recipe, params }: Proposal) => ({
  id,
  recipe,
  params: { ...params },
  title: '',
  text: '',
  notes: '',
  seen: null,
})

const plain = (...recipes: readonly RecipeId[]): readonly Proposal[] => recipes.map((recipe) => ({ recipe, params: {} }))
const channel = (id: string): Proposal => ({ recipe: 'channel', params: { channel: id } })
const compare = (measure: string): Proposal => ({ recipe: 'compare', params: { measure } })

/** Claims on one slide: more would not be read. */
export const CLAIMS_ON_SLIDE = 7

/**
 * The slides of a template in their order.
 *
 * @param since day from which the update counts; '' = the day before the newest batch became known
 */
export function proposalsOf(template: TemplateId, since = ''): readonly Proposal[] {
  if (template === 'deck')
    return plain('cover', 'overview', 'stack', 'substitution', 'index', 'oil', 'arms', 'opinion', 'claims', 'sources')
  if (template === 'note') return plain('overview', 'channels', 'substitution', 'claims', 'sources')
  if (template === 'compare')
    return [
      ...plain('cover'),
      compare('index'),
      compare('imports'),
      compare('arms'),
      compare('hhi-imports'),
      compare('votes'),
      ...plain('sources'),
    ]
  if (template === 'claims')
    return [
      ...plain('cover'),
      ...Array.from({ length: 6 }, (_, at): Proposal => ({ recipe: 'claims', params: { page: at + 1 } })),
      ...plain('sources'),
    ]
  return [{ recipe: 'changes', params: { since } }, ...plain('overview', 'channels', 'coverage', 'sources')]
}

/** Everything that can be added by itself, in the order of a list. */
export const proposals: readonly Proposal[] = [
  ...plain('cover', 'overview', 'stack', 'channels'),
  channel('imports'),
  channel('exports'),
  channel('fdi'),
  ...plain('substitution', 'index', 'oil', 'arms', 'votes', 'opinion', 'projects', 'claims', 'scenarios', 'events'),
  compare('index'),
  compare('imports'),
  compare('arms'),
  ...plain('changes', 'coverage', 'text', 'sources'),
]

/** A number of the store inside a text: what it measures, with whom, when. */
export type FieldSpec =
  | { readonly kind: 'channel'; readonly channel: string; readonly partner: string; readonly at: string }
  | { readonly kind: 'value'; readonly indicator: string; readonly partner: string; readonly at: string }

const FIELD = /\{\{field:([^{}]{1,200})\}\}/g
const WORD = /^[A-Za-z0-9_./-]{1,96}$/

/** The mark of a field inside a text: `{{field:channel imports RUS latest}}`. */
export const fieldMark = (spec: FieldSpec): string =>
  `{{field:${spec.kind} ${spec.kind === 'channel' ? spec.channel : spec.indicator} ${spec.partner} ${spec.at}}}`

/** What a mark asks for; null when it is none of ours. */
export function readField(text: string): FieldSpec | null {
  const [kind, what, partner, at, ...more] = text.trim().split(/\s+/)
  if (what === undefined || partner === undefined || at === undefined || more.length > 0) return null
  if (![what, partner, at].every((word) => WORD.test(word))) return null
  if (kind === 'channel') return { kind, channel: what, partner, at }
  return kind === 'value' ? { kind, indicator: what, partner, at } : null
}

export type TextPart = { readonly text: string } | { readonly field: string }

/** A text in parts: words as they stand and what stands between the brackets of fields. */
export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const found of text.matchAll(FIELD)) {
    if (found.index > end) parts.push({ text: text.slice(end, found.index) })
    parts.push({ field: found[1] ?? '' })
    end = found.index + found[0].length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}
