// From the answer of politics.get to what the screen says and draws. Pure: no words, no formatting.
import type {
  ArmsWindow,
  Membership,
  Politics,
  UkraineVote,
  VoteLine,
  VotePoint,
} from '../../../electron/shared/contract/schema/politics.ts'
import { EU27_MEMBERS } from '../../../electron/shared/domain/partners.ts'

/** Partners a screen of votes starts with: the four the question is about, those on screen first. */
const usual = ['RUS', 'CHN', 'USA', 'EU27'] as const

/** Partners drawn: the reader's own, filled up with the usual ones, at most six; only such as some line speaks of. */
export function votePartners(politics: Pick<Politics, 'agreement' | 'distance'>, onScreen: readonly string[]): readonly string[] {
  const known = new Set([...politics.agreement, ...politics.distance].filter((line) => line.chosen).map((line) => line.partner))
  return [...new Set([...onScreen, ...usual])].filter((partner) => known.has(partner)).slice(0, 6)
}

/** Votes with a partner from the source that the rule chose; empty when there are none. */
export const lineOf = (lines: readonly VoteLine[], partner: string): readonly VotePoint[] =>
  lines.find((line) => line.chosen && line.partner === partner)?.points ?? []

/** The point of a year, else the nearest one before it within two years: roll calls of some years are too few. */
export function pointNear(points: readonly VotePoint[], year: number): VotePoint | null {
  return points.findLast((point) => point.year <= year && point.year >= year - 2) ?? null
}

export interface Change {
  readonly base: VotePoint
  readonly latest: VotePoint
  /** latest minus base, before rounding */
  readonly change: number
}

/** Base and latest of a line; null when there are not two different years. */
export function changeOf(points: readonly VotePoint[], baseYear: number): Change | null {
  const [base, latest] = [pointNear(points, baseYear), points.at(-1)]
  return base && latest && latest.year > base.year ? { base, latest, change: latest.value - base.value } : null
}

export type Direction = 'up' | 'down' | 'held'
/** Agreement moves when it changes by a point or more, distance by 0.05 or more. */
export const directionOf = (change: number, held: number): Direction =>
  Math.abs(change) < held ? 'held' : change > 0 ? 'up' : 'down'

export interface VoteFinding {
  readonly partner: string
  readonly agreement: Change
  readonly distance: Change | null
  readonly agreementMoved: Direction
  /** closer = the distance shrank */
  readonly distanceMoved: 'closer' | 'apart' | 'held' | null
  /** true when one measure says "closer" and the other "apart" */
  readonly disagree: boolean
}

/** Releases whose newest year is provisional. */
export const isProvisional = (point: VotePoint): boolean => point.cell.source === 'bsv_ip_2026'

/** How voting with one partner moved by both measures. Null when agreement has no two years. */
export function voteFinding(
  politics: Pick<Politics, 'agreement' | 'distance'>,
  partner: string,
  baseYear: number,
): VoteFinding | null {
  const agreement = changeOf(lineOf(politics.agreement, partner), baseYear)
  if (!agreement) return null
  // at the year of the newest agreement: later distances come from a provisional release and would compare two different spans
  const distance = changeOf(
    lineOf(politics.distance, partner).filter((point) => point.year <= agreement.latest.year),
    baseYear,
  )
  const agreementMoved = directionOf(agreement.change, 1)
  const moved = distance ? directionOf(distance.change, 0.05) : null
  const distanceMoved = moved === null ? null : moved === 'held' ? 'held' : moved === 'down' ? 'closer' : 'apart'
  const disagree =
    (agreementMoved === 'down' && distanceMoved === 'closer') || (agreementMoved === 'up' && distanceMoved === 'apart')
  return { partner, agreement, distance, agreementMoved, distanceMoved, disagree }
}

/** Parts of the stack of suppliers, bottom first; what none of them covers is `others`. */
const parts: readonly { readonly id: string; readonly members: readonly string[] }[] = [
  { id: 'RUS', members: ['RUS'] },
  { id: 'CHN', members: ['CHN'] },
  { id: 'TUR', members: ['TUR'] },
  { id: 'USA', members: ['USA'] },
  { id: 'EU27', members: EU27_MEMBERS },
]

export interface ArmsBar {
  readonly window: ArmsWindow
  /** shares in per cent of the published sum; they end at 100 */
  readonly shares: Readonly<Record<string, number>>
}

export const armsParts: readonly string[] = [...parts.map((part) => part.id), 'OTH']

/** Shares of the suppliers in each window, per cent; what is left up to 100 is the others'. */
export function armsBars(windows: readonly ArmsWindow[]): readonly ArmsBar[] {
  return windows.map((window) => {
    const shares: Record<string, number> = {}
    let named = 0
    for (const { id, members } of parts) {
      const share = window.suppliers.filter((one) => members.includes(one.partner)).reduce((sum, one) => sum + one.share, 0)
      shares[id] = share
      named += share
    }
    shares.OTH = Math.max(0, 100 - named)
    return { window, shares }
  })
}

export interface ArmsFinding {
  readonly partner: string
  readonly base: { readonly window: ArmsWindow; readonly share: number }
  readonly latest: { readonly window: ArmsWindow; readonly share: number }
}

const shareIn = (window: ArmsWindow, partner: string): number =>
  window.suppliers.find((one) => one.partner === partner)?.share ?? 0

/** Share of a supplier in the window that ends nearest before or in the base year, and in the newest. Null with fewer than two windows. */
export function armsFinding(windows: readonly ArmsWindow[], partner: string, baseYear: number): ArmsFinding | null {
  const latest = windows.at(-1)
  const base = windows.findLast((window) => window.to <= baseYear) ?? windows[0]
  if (!latest || !base || base === latest) return null
  return {
    partner,
    base: { window: base, share: shareIn(base, partner) },
    latest: { window: latest, share: shareIn(latest, partner) },
  }
}

export interface VoteTable {
  readonly resolutions: readonly {
    readonly key: string
    readonly date: string
    readonly resolution: string
    readonly subject: UkraineVote['subject']
  }[]
  readonly rows: readonly {
    readonly reporter: string
    readonly votes: readonly (UkraineVote | null)[]
    readonly yes: number
    readonly abstained: number
    readonly no: number
  }[]
}

/** Countries by resolutions: the reporter first, then those with most votes on record, from most no to most yes. A country that did not vote has no cell. */
export function voteTable(votes: readonly UkraineVote[], reporter: string): VoteTable {
  const key = (vote: UkraineVote): string => `${vote.date} ${vote.resolution}`
  const resolutions = [
    ...new Map([...votes].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map((vote) => [key(vote), vote])).entries(),
  ].map(([id, vote]) => ({
    key: id,
    date: vote.date,
    resolution: vote.resolution,
    subject: vote.subject,
  }))
  const rows = [...Map.groupBy(votes, (vote) => vote.reporter)].map(([country, own]) => {
    const byKey = new Map(own.map((vote) => [key(vote), vote]))
    const count = (vote: UkraineVote['vote']): number => own.filter((one) => one.vote === vote).length
    return {
      reporter: country,
      votes: resolutions.map((one) => byKey.get(one.key) ?? null),
      yes: count('yes'),
      abstained: count('abstain'),
      no: count('no'),
    }
  })
  const recorded = (row: (typeof rows)[number]): number => row.yes + row.abstained + row.no
  rows.sort(
    (a, b) =>
      Number(b.reporter === reporter) - Number(a.reporter === reporter) ||
      recorded(b) - recorded(a) ||
      a.yes - a.no - (b.yes - b.no) ||
      (a.reporter < b.reporter ? -1 : 1),
  )
  return { resolutions, rows }
}

const leaders = ['RUS', 'CHN', 'TUR', 'USA', 'EU27'] as const

export interface ClubSpan {
  readonly membership: Membership
  /** years with fractions; null = no date on record */
  readonly from: number | null
  readonly to: number | null
  readonly open: boolean
}

/** A date of any precision on an axis of years. */
export function yearPosition(date: string): number | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (!found) return null
  return (
    Number(found[1]) +
    (found[2] === undefined ? 0 : (Number(found[2]) - 1) / 12) +
    (found[3] === undefined ? 0 : (Number(found[3]) - 1) / 365)
  )
}

/** Memberships by who leads the club, in the fixed order of partners; clubs nobody leads last. Those without a date stand apart. */
export function clubs(memberships: readonly Membership[]): {
  readonly dated: readonly ClubSpan[]
  readonly undated: readonly Membership[]
} {
  const place = (one: Membership): number => {
    const found = (leaders as readonly string[]).indexOf(one.ledBy)
    return found >= 0 ? found : one.ledBy === '' ? leaders.length + 1 : leaders.length
  }
  const spans = memberships.map((membership): ClubSpan => {
    const [from, to] = [yearPosition(membership.joined), yearPosition(membership.left)]
    const over = membership.kind === 'former' || membership.kind === 'none' || membership.kind === 'invited'
    return { membership, from, to, open: to === null && !over }
  })
  const dated = spans
    .filter((span) => span.from !== null)
    .sort((a, b) => place(a.membership) - place(b.membership) || (a.from ?? 0) - (b.from ?? 0))
  return { dated, undated: spans.filter((span) => span.from === null).map((span) => span.membership) }
}

/** Lines that the dated clubs take: one each, and one for each leader. */
export function clubLines(memberships: readonly Membership[]): number {
  const { dated } = clubs(memberships)
  return dated.length + new Set(dated.map(({ membership }) => membership.ledBy)).size
}
