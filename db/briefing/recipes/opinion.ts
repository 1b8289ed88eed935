// A slide of opinion with its two questions.

import type { PollPoint, PollQuestion } from '../../../electron/shared/contract/schema/opinion.ts'
import { contrastOf, headlineOf, laterAnswer, questionRows } from '../../../electron/shared/findings/opinion.ts'
import { type DraftRun, type Missing, runsOf, type SlideDraft, slots } from '../draft.ts'
import { codesOf, type Kit, numberField, topicWarnings } from '../kit.ts'

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
