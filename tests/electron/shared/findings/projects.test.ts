import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProjectRow } from '../../../../electron/shared/contract/schema/projects.ts'
import {
  filtered,
  jointList,
  mostTold,
  noFilters,
  progressOf,
  projectsOf,
  sectorValues,
  statusCounts,
  timelineOf,
} from '../../../../electron/shared/findings/projects.ts'

const row = (id: string, changes: Partial<ProjectRow> = {}): ProjectRow => ({
  id,
  stem: id.split('~')[0] ?? id,
  name: `Project ${id}`,
  country: 'KAZ',
  sector: 'Transport',
  region: '',
  investors: [],
  value: null,
  financing: '',
  localShare: null,
  status: '',
  start: '',
  completed: '',
  summary: '',
  source: 's',
  sourceTitle: '',
  sourcePublisher: '',
  sourceUrl: '',
  seen: null,
  ...changes,
})

const lrt = [
  row('lrt', { seen: 2026, status: 'completed', completed: '2026', start: '2011' }),
  row('lrt~2', {
    seen: 2019,
    status: 'stalled',
    value: 1900,
    investors: ['CHN'],
    summary: 'The loan lay in the Bank of Astana.',
  }),
  row('lrt~3', { seen: null, value: 262 }),
  row('lrt~4', { seen: 2022, status: 'stalled', value: 1500, localShare: 40 }),
]
const road = row('road', { value: 700, status: 'active', start: '2015-03', localShare: 12 })

describe('one project from several sources', () => {
  it('takes its status from the row without a tilde and its amounts from all of them', () => {
    const [project] = projectsOf({ rows: lrt, tags: [{ stem: 'lrt', tag: 'nurly-zhol', origin: 'bundled', source: '' }] })
    expect(project).toMatchObject({
      status: 'completed',
      start: '2011',
      value: { low: 262, high: 1900 },
      localShare: { low: 40, high: 40 },
      investors: ['CHN'],
    })
    expect(project?.rows.map(({ id }) => id)).toEqual(['lrt~2', 'lrt~4', 'lrt', 'lrt~3'])
    expect(project?.tags).toHaveLength(1)
  })

  it('falls back to the newest source that tells a field', () => {
    const [project] = projectsOf({
      rows: [row('a'), row('a~2', { seen: 2018, status: 'planned' }), row('a~3', { seen: 2021, status: 'active' })],
      tags: [],
    })
    expect(project?.status).toBe('active')
  })

  it('counts into its sector once, whatever the number of rows', () => {
    expect(sectorValues(projectsOf({ rows: [...lrt, road], tags: [] }))).toEqual([
      { sector: 'Transport', projects: 2, withValue: 2, range: { low: 962, high: 2600 } },
    ])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 }), (values) => {
        const rows = values.map((value, index) => row(index === 0 ? 'x' : `x~${index + 1}`, { value }))
        const [sector] = sectorValues(projectsOf({ rows, tags: [] }))
        expect(sector?.range).toEqual({ low: Math.min(...values), high: Math.max(...values) })
      }),
    )
  })
})

describe('filters and counts', () => {
  const projects = projectsOf({ rows: [...lrt, road, row('plain', { sector: 'Power' })], tags: [] })

  it('look for words in names and in what the sources say', () => {
    expect(filtered(projects, { ...noFilters, text: 'bank of ASTANA' }).map(({ stem }) => stem)).toEqual(['lrt'])
    expect(filtered(projects, { ...noFilters, status: 'unknown' }).map(({ stem }) => stem)).toEqual(['plain'])
    expect(filtered(projects, { ...noFilters, investor: 'CHN', sector: 'Power' })).toEqual([])
    expect(filtered(projects, noFilters)).toHaveLength(3)
  })

  it('count every project under one status', () => {
    const counts = statusCounts(projects)
    expect(counts).toMatchObject({ completed: 1, active: 1, unknown: 1 })
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(projects.length)
  })

  it('let starts and completions add up over the years', () => {
    expect(progressOf(projects).at(-1)).toEqual({ year: 2026, started: 2, completed: 1 })
    expect(progressOf([])).toEqual([])
    expect(timelineOf(projects, 5).map(({ stem }) => stem)).toEqual(['lrt', 'road'])
    expect(mostTold(projects)?.stem).toBe('lrt')
  })
})

describe('the joint list', () => {
  const line = (code: string, readings: readonly (readonly [string, number])[]) => ({
    indicator: `projects.${code}`,
    reporter: 'KAZ',
    partner: 'CHN',
    unit: 'COUNT',
    readings: readings.map(([period, value]) => ({
      period,
      year: Number(period.slice(0, 4)),
      value,
      bound: 'exact' as const,
      note: '',
      cell: { indicator: 'projects.x', reporter: 'KAZ', partner: 'CHN', period, source: 's' },
      others: [],
    })),
  })

  it('pairs figures of the same statement only', () => {
    const list = jointList({
      lists: [
        line('kz_cn_list_count', [
          ['2019-09', 55],
          ['2022-07', 52],
          ['2023-10', 52],
        ]),
        line('kz_cn_list_count.commissioned', [
          ['2019-09', 15],
          ['2022-07', 20],
        ]),
        line('kz_cn_list_value_usd_m', [
          ['2019-09', 27600],
          ['2022-07', 21100],
        ]),
        line('kz_cn_list_value_usd_m.commissioned', [['2022-07', 4453]]),
      ],
    })
    expect([list.latest?.done.value, list.latest?.all.value, list.latest?.done.period]).toEqual([20, 52, '2022-07'])
    expect([list.peak?.count.value, list.peak?.value.value]).toEqual([55, 27600])
    expect(list.latestValue?.done.value).toBe(4453)
    expect(jointList({ lists: [] }).latest).toBeNull()
  })
})
