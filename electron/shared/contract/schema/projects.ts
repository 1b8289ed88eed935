import { z } from 'zod'
import { areaCode, asOf, sourceCode, year } from './base.ts'
import { readingLine, topicWarning } from './readings.ts'

export const projectsQuery = z.strictObject({ reporter: areaCode, asOf: asOf.default('') })

/** What one source says about a project. Rows that share a stem are one project. */
export const projectRow = z.object({
  id: z.string(),
  stem: z.string(),
  name: z.string(),
  country: areaCode,
  sector: z.string(),
  region: z.string(),
  investors: z.array(areaCode),
  /** million US dollars: total cost where the source prints it, else the size of the loan or stake */
  value: z.number().nullable(),
  financing: z.string(),
  /** per cent */
  localShare: z.number().nullable(),
  status: z.string(),
  /** a year, month or day; empty = not stated */
  start: z.string(),
  completed: z.string(),
  summary: z.string(),
  /** empty = the row names no source */
  source: z.union([sourceCode, z.literal('')]),
  sourceTitle: z.string(),
  sourcePublisher: z.string(),
  sourceUrl: z.string(),
  /** year in which the source spoke, where it tells */
  seen: year.nullable(),
})
export type ProjectRow = z.infer<typeof projectRow>

export const projectTag = z.object({
  stem: z.string(),
  tag: z.string(),
  origin: z.enum(['bundled', 'user']),
  source: z.string(),
})
export type ProjectTag = z.infer<typeof projectTag>

export const projectsAnswer = z.object({
  /** countries with projects, those with most first */
  reporters: z.array(z.object({ code: areaCode, projects: z.number().int() })),
  rows: z.array(projectRow),
  tags: z.array(projectTag),
  /** dated statements about the joint list of Kazakhstan and China */
  lists: z.array(readingLine),
  warnings: z.array(topicWarning),
})
export type Projects = z.infer<typeof projectsAnswer>

export const projectTagChange = z.strictObject({ stem: z.string().min(1).max(200), tag: z.string().max(200), on: z.boolean() })
