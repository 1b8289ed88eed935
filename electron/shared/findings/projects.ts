// From rows of sources to projects: rows that share a stem are one project, and nothing of it is counted twice. Pure.
import type { ProjectRow, Projects, ProjectTag } from '../contract/schema/projects.ts'
import type { Reading } from '../contract/schema/readings.ts'
import { type ProjectStatus, projectStatuses } from '../domain/project.ts'

export interface Range {
  readonly low: number
  readonly high: number
}

export interface Project {
  readonly stem: string
  readonly name: string
  readonly sector: string
  readonly region: string
  readonly investors: readonly string[]
  readonly status: ProjectStatus | null
  /** million US dollars over the sources that print an amount; null when none does */
  readonly value: Range | null
  /** per cent, over the sources that tell it */
  readonly localShare: Range | null
  readonly start: string
  readonly completed: string
  readonly tags: readonly ProjectTag[]
  /** oldest first, undated ones last; the row without `~` closes its year */
  readonly rows: readonly ProjectRow[]
}

const rangeOf = (values: readonly (number | null)[]): Range | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) }
}

const statusOf = (text: string): ProjectStatus | null => projectStatuses.find((status) => status === text) ?? null
/** The row without `~` is the newest evidence for status where sources differ. */
const isMain = (row: ProjectRow): boolean => !row.id.includes('~')

const seenOrLast = (row: ProjectRow): number => row.seen ?? 9999

/** A field as the newest evidence gives it: the main row, then the others from the newest on; empty when none tells it. */
function newest(rows: readonly ProjectRow[], field: 'status' | 'start' | 'completed' | 'region'): string {
  const main = rows.find(isMain)
  const dated = [...rows].sort((a, b) => (b.seen ?? 0) - (a.seen ?? 0))
  const order = main ? [main, ...dated] : dated
  return order.find((row) => row[field] !== '')?.[field] ?? ''
}

/** Projects of a country, by stem. */
export function projectsOf(answer: Pick<Projects, 'rows' | 'tags'>): readonly Project[] {
  const tags = Map.groupBy(answer.tags, (tag) => tag.stem)
  return [...Map.groupBy(answer.rows, (row) => row.stem)].flatMap(([stem, group]) => {
    const rows = [...group].sort((a, b) => seenOrLast(a) - seenOrLast(b) || Number(isMain(a)) - Number(isMain(b)))
    const main = rows.find(isMain) ?? rows[0]
    if (!main) return []
    return [
      {
        stem,
        name: main.name,
        sector: main.sector,
        region: newest(rows, 'region'),
        investors: [...new Set(rows.flatMap((row) => row.investors))],
        status: statusOf(newest(rows, 'status')),
        value: rangeOf(rows.map((row) => row.value)),
        localShare: rangeOf(rows.map((row) => row.localShare)),
        start: newest(rows, 'start'),
        completed: newest(rows, 'completed'),
        tags: tags.get(stem) ?? [],
        rows,
      },
    ]
  })
}

export interface Filters {
  /** empty = all; `unknown` = no source tells it */
  readonly status: string
  readonly sector: string
  readonly investor: string
  readonly tag: string
  readonly text: string
}
export const noFilters: Filters = { status: '', sector: '', investor: '', tag: '', text: '' }

/** Projects that fit every filter; the text is looked for in names, places and what the sources say, whatever its case. */
export function filtered(projects: readonly Project[], filters: Filters): readonly Project[] {
  const needle = filters.text.trim().toLowerCase()
  return projects.filter(
    (project) =>
      (filters.status === '' || (project.status ?? 'unknown') === filters.status) &&
      (filters.sector === '' || project.sector === filters.sector) &&
      (filters.investor === '' || project.investors.includes(filters.investor)) &&
      (filters.tag === '' || project.tags.some(({ tag }) => tag === filters.tag)) &&
      (needle === '' ||
        [project.name, project.region, ...project.rows.flatMap((row) => [row.summary, row.financing])].some((text) =>
          text.toLowerCase().includes(needle),
        )),
  )
}

export type StatusCounts = Readonly<Record<ProjectStatus | 'unknown', number>>

/** How many projects stand in each status; the six counts add up to all projects. */
export function statusCounts(projects: readonly Project[]): StatusCounts {
  const counts = { planned: 0, active: 0, stalled: 0, completed: 0, cancelled: 0, unknown: 0 }
  for (const { status } of projects) counts[status ?? 'unknown'] += 1
  return counts
}

export interface SectorValue {
  readonly sector: string
  readonly projects: number
  readonly withValue: number
  /** million US dollars: the sum of the lowest and of the highest figures, one per project */
  readonly range: Range
}

/** Value by sector, every project once; sectors without any value are left out. Largest first. */
export const sectorValues = (projects: readonly Project[]): readonly SectorValue[] =>
  [...Map.groupBy(projects, ({ sector }) => sector)]
    .map(([sector, group]) => ({
      sector,
      projects: group.length,
      withValue: group.filter(({ value }) => value !== null).length,
      range: {
        low: group.reduce((sum, { value }) => sum + (value?.low ?? 0), 0),
        high: group.reduce((sum, { value }) => sum + (value?.high ?? 0), 0),
      },
    }))
    .filter(({ withValue }) => withValue > 0)
    .sort((a, b) => b.range.high - a.range.high)

const yearIn = (date: string): number | null => (/^\d{4}/.test(date) ? Number(date.slice(0, 4)) : null)

export interface Progress {
  readonly year: number
  readonly started: number
  readonly completed: number
}

/** How many projects had begun and been completed by the end of each year, among those whose date is known. */
export function progressOf(projects: readonly Project[]): readonly Progress[] {
  const starts = projects.flatMap(({ start }) => yearIn(start) ?? [])
  const ends = projects.flatMap(({ completed }) => yearIn(completed) ?? [])
  const all = [...starts, ...ends]
  if (all.length === 0) return []
  const [from, to] = [Math.min(...all), Math.max(...all)]
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    year: from + i,
    started: starts.filter((year) => year <= from + i).length,
    completed: ends.filter((year) => year <= from + i).length,
  }))
}

/** Projects with a start for a timeline, the largest first, then in order of start. */
export const timelineOf = (projects: readonly Project[], most: number): readonly Project[] =>
  projects
    .filter(({ start }) => yearIn(start) !== null)
    .sort((a, b) => (b.value?.high ?? 0) - (a.value?.high ?? 0) || (a.stem < b.stem ? -1 : 1))
    .slice(0, most)
    .sort((a, b) => (a.start < b.start ? -1 : 1))

/** The project shown when none is chosen: the one most sources speak of. */
export const mostTold = (projects: readonly Project[]): Project | null =>
  projects.reduce<Project | null>((best, one) => (best === null || one.rows.length > best.rows.length ? one : best), null)

const listReadings = (answer: Pick<Projects, 'lists'>, code: string): readonly Reading[] =>
  answer.lists.find((line) => line.indicator === `projects.${code}`)?.readings ?? []

export interface JointList {
  readonly all: readonly Reading[]
  readonly done: readonly Reading[]
  readonly underway: readonly Reading[]
  readonly value: readonly Reading[]
  readonly valueDone: readonly Reading[]
  /** newest statement that tells both how many are listed and how many are in service */
  readonly latest: { readonly all: Reading; readonly done: Reading } | null
  /** the same by value */
  readonly latestValue: { readonly all: Reading; readonly done: Reading } | null
  /** the statement with most projects and a value */
  readonly peak: { readonly count: Reading; readonly value: Reading } | null
}

function pairOf(all: readonly Reading[], done: readonly Reading[]): JointList['latest'] {
  const last = done.findLast(({ period }) => all.some((reading) => reading.period === period))
  const whole = all.find(({ period }) => period === last?.period)
  return last && whole ? { all: whole, done: last } : null
}

/** The joint list with China at its dated statements. */
export function jointList(answer: Pick<Projects, 'lists'>): JointList {
  const [all, done] = [listReadings(answer, 'kz_cn_list_count'), listReadings(answer, 'kz_cn_list_count.commissioned')]
  const [value, valueDone] = [
    listReadings(answer, 'kz_cn_list_value_usd_m'),
    listReadings(answer, 'kz_cn_list_value_usd_m.commissioned'),
  ]
  const peak = all
    .flatMap((count) => {
      const worth = value.find(({ period }) => period === count.period)
      return worth ? [{ count, value: worth }] : []
    })
    .sort((a, b) => b.count.value - a.count.value || b.value.value - a.value.value)[0]
  return {
    all,
    done,
    underway: listReadings(answer, 'kz_cn_list_count.underway'),
    value,
    valueDone,
    latest: pairOf(all, done),
    latestValue: pairOf(value, valueDone),
    peak: peak ?? null,
  }
}
