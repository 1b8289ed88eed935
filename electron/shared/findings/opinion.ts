// From the answer of opinion.get to what the screen says and draws. Pure: no words, no formatting.
import type { NetLine, Opinion, PollPoint, PollQuestion, ProtestCount } from '../contract/schema/opinion.ts'
import { isHeld } from './held.ts'

const themes = ['standing', 'partner', 'influence', 'union', 'war'] as const
export type Theme = (typeof themes)[number]

const themeOf: Readonly<Record<string, Theme>> = {
  favourable: 'standing',
  unfavourable: 'standing',
  leadership_approval: 'standing',
  leadership_disapproval: 'standing',
  relations_good: 'standing',
  relations_bad: 'standing',
  relations_satisfied: 'standing',
  closer_relations_wanted: 'standing',
  considered_friend: 'standing',
  considered_enemy: 'standing',
  main_friend: 'standing',
  main_enemy: 'standing',
  main_ally: 'standing',
  main_threat: 'standing',
  attitude_improved: 'war',
  attitude_unchanged: 'war',
  attitude_worsened: 'war',
  political_partner: 'partner',
  economic_partner: 'partner',
  security_partner: 'partner',
  priority_partner: 'partner',
  political_threat: 'partner',
  economic_threat: 'partner',
  closer_economic_ties_support: 'union',
  closer_economic_ties_oppose: 'union',
  eaeu_support: 'union',
  eaeu_oppose: 'union',
  war_side: 'war',
  war_neutral: 'war',
  war_blame: 'war',
  invasion_expected: 'war',
  invasion_conditional: 'war',
  invasion_impossible: 'war',
}

/** The answer an indicator counts: its code without domain and unit. */
export const answerOf = (indicator: string): string => indicator.replace(/^sentiment\./, '').replace(/_pct$/, '')

/** What a question is about; an answer that nobody placed counts as influence. */
const themeOfQuestion = (question: PollQuestion): Theme => themeOf[answerOf(question.indicator)] ?? 'influence'

/** Questions that say best how a country is seen, best first: what a headline is made of. */
const telling = [
  'favourable',
  'relations_good',
  'leadership_approval',
  'main_friend',
  'political_partner',
  'eaeu_support',
  'economic_partner',
  'war_side',
  'political_threat',
  'invasion_expected',
] as const
const rankOf = (question: PollQuestion): number => {
  const found = (telling as readonly string[]).indexOf(answerOf(question.indicator))
  return found < 0 ? telling.length : found
}

/** Countries that people were asked about: those on screen first, then by number of answers. */
export function judgedPartners(opinion: Pick<Opinion, 'questions'>, onScreen: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const question of opinion.questions)
    counts.set(question.partner, (counts.get(question.partner) ?? 0) + question.points.length)
  const place = (partner: string): number => (onScreen.includes(partner) ? onScreen.indexOf(partner) : onScreen.length)
  return [...counts.keys()].sort((a, b) => place(a) - place(b) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1))
}

export type Movement = 'up' | 'down' | 'held' | 'unclear'

/**
 * How one question moved from its first to its last wave. Where both waves have an interval and the two touch, the change is unclear; a
 * lower bound proves a rise only.
 *
 * @returns null with fewer than two waves
 */
export function movementOf(points: readonly PollPoint[]): Movement | null {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return null
  const change = last.value - first.value
  if (isHeld(change)) return 'held'
  if (first.low !== null && last.low !== null && first.high !== null && last.high !== null) {
    if (first.low <= last.high && last.low <= first.high) return 'unclear'
  }
  if (change < 0 && last.bound === 'atLeast') return 'unclear'
  if (change > 0 && first.bound === 'atLeast') return 'unclear'
  return change > 0 ? 'up' : 'down'
}

export interface QuestionRow {
  readonly question: PollQuestion
  readonly theme: Theme
  readonly first: PollPoint | null
  readonly last: PollPoint
  /** points, before rounding; null with one wave */
  readonly change: number | null
  readonly movement: Movement | null
}

/** Questions about one country, by theme, in each the strongest last answer first. */
export function questionRows(opinion: Pick<Opinion, 'questions'>, partner: string): readonly QuestionRow[] {
  return opinion.questions
    .filter((question) => question.partner === partner)
    .flatMap((question): QuestionRow[] => {
      const last = question.points.at(-1)
      if (!last) return []
      const first = question.points.length > 1 ? (question.points[0] ?? null) : null
      return [
        {
          question,
          theme: themeOfQuestion(question),
          first,
          last,
          change: first ? last.value - first.value : null,
          movement: movementOf(question.points),
        },
      ]
    })
    .sort(
      (a, b) =>
        themes.indexOf(a.theme) - themes.indexOf(b.theme) ||
        rankOf(a.question) - rankOf(b.question) ||
        b.last.value - a.last.value ||
        (a.question.id < b.question.id ? -1 : 1),
    )
}

export interface Contrast {
  readonly year: number
  readonly country: { readonly question: PollQuestion; readonly point: PollPoint }
  readonly leadership: { readonly question: PollQuestion; readonly point: PollPoint }
  readonly gap: number
}

/** Two questions that sound alike and are not: favour for a country and approval of its leadership, asked in one year. The newest such year. */
export function contrastOf(opinion: Pick<Opinion, 'questions'>, partner: string): Contrast | null {
  const asked = (answer: string) =>
    opinion.questions
      .filter((question) => question.partner === partner && answerOf(question.indicator) === answer)
      .flatMap((question) => question.points.map((point) => ({ question, point })))
  const pairs = asked('favourable').flatMap((country) =>
    asked('leadership_approval')
      .filter((leadership) => leadership.point.year === country.point.year)
      .map((leadership) => ({
        year: country.point.year,
        country,
        leadership,
        gap: country.point.value - leadership.point.value,
      })),
  )
  return pairs.sort((a, b) => b.year - a.year || Math.abs(b.gap) - Math.abs(a.gap))[0] ?? null
}

/** A gap of this many points between two questions of one year is the finding of the screen. */
const TELLING_GAP = 20

export type Headline =
  | { readonly kind: 'contrast'; readonly contrast: Contrast }
  | { readonly kind: 'trend'; readonly row: QuestionRow; readonly movement: Movement }
  | { readonly kind: 'single'; readonly row: QuestionRow }
  | { readonly kind: 'none' }

/** What to say first about one country: two questions that disagree, else how the most telling question moved, else its one answer. */
export function headlineOf(opinion: Pick<Opinion, 'questions'>, partner: string): Headline {
  const contrast = contrastOf(opinion, partner)
  if (contrast && Math.abs(contrast.gap) >= TELLING_GAP) return { kind: 'contrast', contrast }
  const rows = [...questionRows(opinion, partner)].sort((a, b) => rankOf(a.question) - rankOf(b.question))
  const moved =
    rows.find((row) => row.movement !== null && rankOf(row.question) < telling.length) ??
    rows.find((row) => row.movement !== null)
  if (moved?.movement) return { kind: 'trend', row: moved, movement: moved.movement }
  const single = rows[0]
  return single ? { kind: 'single', row: single } : { kind: 'none' }
}

/** The newest answer of another pollster to the question of a row, where it is later than the row's own: no line joins the two. */
export function laterAnswer(opinion: Pick<Opinion, 'questions'>, { question, last }: QuestionRow): QuestionRow | null {
  return (
    questionRows(opinion, question.partner)
      .filter((row) => row.question.indicator === question.indicator && row.last.year > last.year)
      .sort((a, b) => b.last.year - a.last.year)[0] ?? null
  )
}

export interface NetRow {
  readonly line: NetLine
  readonly first: NetLine['points'][number] | null
  readonly last: NetLine['points'][number]
}

/** Net figures, those about the partner on screen first. */
export function netRows(net: readonly NetLine[], partners: readonly string[]): readonly NetRow[] {
  const place = (partner: string): number => (partners.includes(partner) ? partners.indexOf(partner) : partners.length)
  return net
    .flatMap((line) => {
      const last = line.points.at(-1)
      return last ? [{ line, first: line.points.length > 1 ? (line.points[0] ?? null) : null, last }] : []
    })
    .sort((a, b) => place(a.line.partner) - place(b.line.partner) || b.last.net - a.last.net)
}

/** Start and end of a period on an axis of years: 2018-01/2020-08 is 2018.0 to 2020.67, 2021 is 2021.0 to 2022.0. */
export function spanOf(period: string): readonly [number, number] {
  const [from = '', to = from] = period.split('/')
  const place = (text: string, end: boolean): number => {
    const [year = '0', month] = text.split('-')
    return Number(year) + (month === undefined ? (end ? 1 : 0) : (Number(month) - (end ? 0 : 1)) / 12)
  }
  return [place(from, false), place(to, true)]
}

/** True when two counts of the same thing overlap in time and so must not be added or compared. */
export const overlaps = (protests: readonly ProtestCount[]): boolean =>
  protests.some((a, i) =>
    protests.some(
      (b, j) =>
        j > i &&
        a.indicator === b.indicator &&
        spanOf(a.period)[0] < spanOf(b.period)[1] &&
        spanOf(b.period)[0] < spanOf(a.period)[1],
    ),
  )
