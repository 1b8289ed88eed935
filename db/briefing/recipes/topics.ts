// Slides of single topics: oil by route, arms by window, votes, opinion with its two questions, projects counted once.
import type { FigureSpec } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import type { PollPoint, PollQuestion } from '../../../electron/shared/contract/schema/opinion.ts'
import { oilFinding, routeRows } from '../../../electron/shared/findings/corridors.ts'
import { isHeld } from '../../../electron/shared/findings/held.ts'
import { contrastOf, headlineOf, laterAnswer, questionRows } from '../../../electron/shared/findings/opinion.ts'
import { jointList, projectsOf, statusCounts } from '../../../electron/shared/findings/projects.ts'
import { type DraftNumber, type DraftRun, type Missing, runsOf, type SlideDraft, slots } from '../draft.ts'
import { codesOf, type Kit, noMarks, numberField, percentField, percentUnit, topicWarnings } from '../kit.ts'
import { channelFigure } from './channels.ts'
import { overviewOf } from './overviewModel.ts'

const directionOf = (from: number, to: number): DraftNumber['direction'] =>
  isHeld(to - from) ? 'held' : to > from ? 'up' : 'down'

/** A tonnage: no decimals for a figure that was printed whole. */
const places = (value: number): number => (value >= 20 && Number.isInteger(value) ? 0 : value < 1 ? 2 : 1)

/** Share of oil exports that crosses the partner, low to high, and the routes of the latest year. */
export function oilSlide(kit: Kit): SlideDraft | Missing {
  const { reporter, partner, asOf, say, formats, baseYear } = kit
  const answer = kit.ask('corridors.get', { reporter, asOf })
  const found = oilFinding(answer, partner, baseYear)
  const drawn = channelFigure(kit, overviewOf(kit).overview, 'oil')
  if (found === null || drawn === null) return { missing: say('briefing:missing.oil', kit.words) }
  const words = (point: { readonly low: number; readonly high: number }): string => {
    const [low, high] = [Math.round(point.low), Math.round(point.high)]
    return low === high ? formats.number(low, 0) : say(`corridors:range.${high - low === 1 ? 'or' : 'to'}`, { low, high })
  }
  const title = say(`corridors:headline.${found.base ? 'oilThen' : 'oil'}`, {
    ...kit.words,
    now: words(found.latest),
    before: found.base ? words(found.base) : '',
    year: found.base?.year ?? '',
  })
  const year = found.latest.year
  const rows = routeRows(answer, year).filter((row) => !row.within && row.share !== null)
  const numbers = rows.slice(0, 3).map((row): DraftNumber => {
    const share = row.share ?? { low: 0, high: 0 }
    return {
      label: say(`corridors:oilRoute.${row.route.id}`),
      from: null,
      to: {
        key: `oil.${row.route.id}`,
        low: row.volume.low,
        high: row.volume.high,
        print: (low, high) =>
          say('briefing:label.route', {
            volume: formats.range(low, high, Math.max(places(low), places(high))),
            share: formats.range(share.low, share.high, 0) + formats.percent(0, 0).replace('0', ''),
          }),
        cells: row.volume.cells,
      },
      direction: null,
    }
  })
  const routes = codesOf(...rows.flatMap((row) => row.volume.cells.map((cell) => cell.source)))
  return {
    layout: 'figure',
    title,
    figure: { ...drawn.figure, summary: title },
    numbers: [
      {
        label: say('overview:tile.oil', { partner: kit.names.area(partner) }),
        from: found.base ? percentField(kit, `oil.${partner}.base`, found.base, 0) : null,
        to: percentField(kit, `oil.${partner}.latest`, found.latest, 0),
        direction:
          found.base === null
            ? null
            : found.latest.low > found.base.high
              ? 'up'
              : found.latest.high < found.base.low
                ? 'down'
                : 'held',
      },
      ...numbers,
    ],
    sources: codesOf(...found.latest.sources, ...drawn.sources, ...routes),
    warnings: [say('briefing:warning.oil', { year }), ...topicWarnings(kit, 'corridors', 1)],
  }
}

/** Arms by published five-year windows: shares of the partners. */
export function armsSlide(kit: Kit): SlideDraft | Missing {
  const { reporter, asOf, say, names, formats, baseYear, partner } = kit
  const { arms } = kit.ask('politics.get', { reporter, asOf })
  const windows = [...arms].sort((a, b) => a.to - b.to)
  if (windows.length === 0) return { missing: say('politics:arms.none', kit.words) }
  const last = windows.at(-1)
  // the window that ends in the base year, else the last one that the base year lies in
  const then =
    windows.find((one) => one.to === baseYear) ?? windows.findLast((one) => one.from <= baseYear && one.to >= baseYear) ?? null
  const shareIn = (window: (typeof windows)[number] | null | undefined, code: string): number | null => {
    if (!window || window.total <= 0) return null
    return window.suppliers.find((one) => one.partner === code)?.share ?? 0
  }
  const drawn = kit.partners.filter((code) => windows.some((window) => (shareIn(window, code) ?? 0) > 0))
  const [from, to] = [shareIn(then, partner), shareIn(last, partner)]
  const cellsOf = (window: (typeof windows)[number] | null | undefined, code: string) =>
    window ? [...window.suppliers.filter((one) => one.partner === code).map((one) => one.cell), window.totalCell] : []
  const print = (value: number): string => formats.percent(value, 0)
  const moved = from === null || to === null || then === last ? null : directionOf(from, to)
  const numbers = (drawn.length > 0 ? drawn : [partner]).flatMap((code): DraftNumber[] => {
    const [a, b] = [shareIn(then, code), shareIn(last, code)]
    if (b === null || !last) return []
    return [
      {
        label: say('briefing:label.arms', {
          partner: names.area(code),
          span: [...(then && then !== last ? [formats.period(then.period)] : []), formats.period(last.period)].join(' – '),
        }),
        from: a === null || then === last ? null : numberField(`arms.${code}.base`, a, print, cellsOf(then, code)),
        to: numberField(`arms.${code}.latest`, b, print, cellsOf(last, code)),
        direction: a === null || then === last ? null : directionOf(a, b),
      },
    ]
  })
  return {
    layout: 'figure',
    title:
      moved === null
        ? say('politics:arms.title.none')
        : say(`politics:headline.arms.${moved}`, { ...kit.words, partner: kit.words.partner ?? '' }),
    figure: {
      kind: 'bar',
      subtitle: say('briefing:subtitle.armsWindows', kit.words),
      unit: percentUnit(kit, 0),
      periods: windows.map((window) => formats.period(window.period)),
      series: (drawn.length > 0 ? drawn : [partner]).map((code) => ({
        id: code,
        label: names.area(code),
        partner: code,
        values: windows.map((window) => shareIn(window, code)),
        low: null,
        high: null,
      })),
      ...noMarks,
      summary: numbers
        .map(({ label, from: a, to: b }) => `${label}: ${a ? `${a.print(a.low, a.high)} – ` : ''}${b.print(b.low, b.high)}`)
        .join('; '),
    },
    numbers,
    sources: codesOf(...windows.map((window) => window.totalCell.source)),
    warnings: [say('politics:arms.source')],
  }
}

/** Agreement in votes of the General Assembly. */
export function votesSlide(kit: Kit): SlideDraft | Missing {
  const { say, names } = kit
  const { overview, model } = overviewOf(kit)
  const drawn = channelFigure(kit, overview, 'votes')
  const tile = model.tiles.find((one) => one.id === 'votes')
  if (drawn === null || !tile?.latest) return { missing: say('politics:headline.none', kit.words) }
  const moved = tile.movement === 'up' || tile.movement === 'down' || tile.movement === 'held' ? tile.movement : null
  const numbers = (overview.channels.find((one) => one.id === 'votes')?.readings ?? []).flatMap(
    ({ partner, base, latest }): DraftNumber[] => {
      if (!latest) return []
      const comparable = base !== null && base.period !== latest.period
      return [
        {
          label: `${names.area(partner)}, ${latest.year}`,
          from: comparable ? percentField(kit, `votes.${partner}.base`, base) : null,
          to: percentField(kit, `votes.${partner}.latest`, latest),
          direction: comparable ? directionOf(base.low, latest.low) : null,
        },
      ]
    },
  )
  return {
    layout: 'figure',
    title:
      moved === null ? say('politics:headline.none', kit.words) : say(`politics:headline.agreement.${moved}`, { ...kit.words }),
    figure: drawn.figure,
    numbers,
    sources: drawn.sources,
    warnings: [say('briefing:warning.votes')],
  }
}

const MOST_WAVES = 9

/** Two questions that sound alike are two rows of a table, never one line. */
export function opinionSlide(kit: Kit): SlideDraft | Missing {
  const { reporter, partner, asOf, say, names, formats } = kit
  const opinion = kit.ask('opinion.get', { reporter, asOf })
  const rows = questionRows(opinion, partner)
  if (rows.length === 0) return { missing: say('opinion:headline.none', kit.words) }
  const percent = (value: number): string => formats.percent(value, Number.isInteger(value) ? 0 : 1)
  const reserved = (value: string, bound: PollPoint['bound']): string =>
    bound === 'exact' ? value : say(`opinion:protests.${bound}`, { value })
  const field = (key: string, question: PollQuestion, point: PollPoint) =>
    numberField(`opinion.${question.id}.${key}`, point.value, (value) => reserved(percent(value), point.bound), [point.cell])
  const headline = headlineOf(opinion, partner)
  const contrast = contrastOf(opinion, partner)
  const pollster = (question: PollQuestion): string =>
    question.pollster.state
      ? say('opinion:row.state', { pollster: kit.names.source(question.pollster.name) })
      : kit.names.source(question.pollster.name)
  let title = say('opinion:title')
  let support: readonly DraftRun[] = []
  if (headline.kind === 'contrast' && contrast) {
    title = say(`opinion:headline.contrast.${contrast.gap > 0 ? 'more' : 'fewer'}`, { ...kit.words, year: contrast.year })
    support = runsOf(
      say('opinion:support.contrast', {
        ...kit.words,
        ...slots('country', 'leadership'),
        countryPollster: pollster(contrast.country.question),
        leadershipPollster: pollster(contrast.leadership.question),
      }),
      {
        country: field('contrast', contrast.country.question, contrast.country.point),
        leadership: field('contrast', contrast.leadership.question, contrast.leadership.point),
      },
    )
  } else if (headline.kind === 'trend' && headline.row.first) {
    const { row } = headline
    title = say(`opinion:headline.trend.${headline.movement}`, {
      subject: say('opinion:subject.other', { ...kit.words, name: names.indicator(row.question.indicator) }),
      from: row.first?.year ?? '',
      to: row.last.year,
    })
    support = runsOf(
      say('opinion:support.trend', {
        pollster: pollster(row.question),
        fromPeriod: formats.period(row.first?.period ?? ''),
        toPeriod: formats.period(row.last.period),
        ...slots('from', 'to'),
      }),
      { from: field('first', row.question, row.first ?? row.last), to: field('last', row.question, row.last) },
    )
    const later = laterAnswer(opinion, row)
    if (later)
      support = [
        ...support,
        { text: ' ' },
        ...runsOf(
          say('opinion:support.later', {
            pollster: pollster(later.question),
            period: formats.period(later.last.period),
            ...slots('value'),
          }),
          { value: field('later', later.question, later.last) },
        ),
      ]
  } else if (headline.kind === 'single') {
    title = say('opinion:headline.single', { ...kit.words, year: headline.row.last.year })
  }
  const told = contrast
    ? rows.filter(({ question }) =>
        [contrast.country.question.indicator, contrast.leadership.question.indicator].includes(question.indicator),
      )
    : rows
  const waves = told.flatMap(({ question }) => question.points.map((point) => ({ question, point }))).slice(-MOST_WAVES)
  const errors = waves.some(({ point }) => point.low !== null && point.high !== null)
  return {
    layout: 'table',
    title,
    support,
    table: {
      columns: [
        { label: say('briefing:column.question'), align: 'left' },
        { label: say('briefing:column.pollster'), align: 'left' },
        { label: say('briefing:column.period'), align: 'right' },
        { label: '%', align: 'right' },
        ...(errors ? [{ label: say('briefing:column.error'), align: 'right' as const }] : []),
      ],
      rows: waves.map(({ question, point }) => [
        names.indicator(question.indicator),
        pollster(question),
        formats.period(point.period),
        point.bound === 'exact' ? percent(point.value) : say(`opinion:protests.${point.bound}`, { value: percent(point.value) }),
        ...(errors ? [point.low !== null && point.high !== null ? formats.range(point.low, point.high, 1) : '–'] : []),
      ]),
    },
    sources: codesOf(...waves.map(({ point }) => point.cell.source)),
    warnings: [say('briefing:warning.opinion'), ...topicWarnings(kit, 'opinion', 1)],
  }
}

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
    sources: codesOf(...mostOften(projects.flatMap(({ rows }) => rows.map((row) => row.source)))),
    warnings: [say('briefing:warning.projects'), ...topicWarnings(kit, 'projects', 1)],
  }
}

/** The six sources that speak of most projects. */
function mostOften(codes: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const code of codes) if (code !== '') counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([code]) => code)
}
