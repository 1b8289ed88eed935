// A slide of projects, counted once.

import type { FigureSpec } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import { jointList, projectsOf, statusCounts } from '../../../electron/shared/findings/projects.ts'
import { type Missing, runsOf, type SlideDraft, slots } from '../draft.ts'
import { codesOf, type Kit, mostFrequent, noMarks, numberField, topicWarnings } from '../kit.ts'

/** Sources that the slide names: those that speak of most projects. */
const MOST_SOURCES = 6

/** Projects by status, each counted once however many sources speak of it. */
export function projectsSlide(kit: Kit): SlideDraft | Missing {
  const { reporter, asOf, say, formats } = kit
  const answer = kit.ask('projects.get', { reporter, asOf })
  const projects = projectsOf(answer)
  if (projects.length === 0) return { missing: say('briefing:missing.projects', kit.words) }
  const counts = statusCounts(projects)
  const shown = (['completed', 'active', 'planned', 'stalled', 'cancelled', 'unknown'] as const).filter(
    (status) => counts[status] > 0,
  )
  const { latest } = jointList(answer)
  const whole = (value: number): string => formats.number(value, 0)
  const title =
    projects.length === 1
      ? say('projects:headlineOne', kit.words)
      : counts.completed === projects.length
        ? say('projects:headlineAll', { ...kit.words, all: projects.length })
        : say('projects:headline', {
            ...kit.words,
            all: projects.length,
            completed: counts.completed,
            active: counts.active,
            planned: counts.planned,
          })
  const served =
    latest && kit.partners.includes('CHN')
      ? runsOf(say('projects:support.served', { period: formats.period(latest.done.period), ...slots('done', 'all') }), {
          done: numberField('projects.list.done', latest.done.value, whole, [latest.done.cell]),
          all: numberField('projects.list.all', latest.all.value, whole, [latest.all.cell]),
        })
      : []
  const status = (id: (typeof shown)[number]): string => say(`projects:status.${id}`)
  const figure: FigureSpec = {
    kind: 'bar',
    subtitle: say('briefing:subtitle.projects', kit.words),
    unit: { code: 'COUNT', label: say('briefing:unit.projects'), decimals: 0 },
    periods: shown.map(status),
    series: [
      {
        id: 'projects',
        label: say('briefing:unit.projects'),
        partner: null,
        values: shown.map((id) => counts[id]),
        low: null,
        high: null,
      },
    ],
    ...noMarks,
    summary: title,
  }
  return {
    layout: 'figure',
    title,
    support: served,
    figure,
    numbers: shown.slice(0, 4).map((id) => ({
      label: status(id),
      from: null,
      to: numberField(`projects.${id}`, counts[id], whole),
      direction: null,
    })),
    sources: codesOf(
      ...mostFrequent(
        projects.flatMap(({ rows }) => rows.map((row) => row.source)),
        MOST_SOURCES,
      ),
    ),
    warnings: [say('briefing:warning.projects'), ...topicWarnings(kit, 'projects', 1)],
  }
}
