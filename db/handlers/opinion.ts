// Polls and protests of a reporter. A question of a pollster about a country is one series; nothing joins two of them.

import { areOneQuestion, netFavourability } from '../../electron/shared/analytics/favourability.ts'
import { netMargin, samplingInterval } from '../../electron/shared/analytics/sampling.ts'
import type { NetLine, Opinion, PollPoint, PollQuestion, ProtestCount } from '../../electron/shared/contract/schema/opinion.ts'
import { WORLD } from '../../electron/shared/domain/observation.ts'
import { periodCode, periodEndYear } from '../../electron/shared/domain/period.ts'
import { answerPairs, boundIn, pollsterOf, type Sample, sampleIn, wordingOf } from '../../electron/shared/domain/polls.ts'
import { opinionIndicators, pollReporters, sourceNotes } from '../queries/opinion.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { cellOf, type Figure, readFigures } from './figures.ts'

const isProtest = (row: { readonly indicator: string }): boolean => row.indicator.includes('.protests_')

/** Every answer of every poll about these reporters, from every source. */
const answersOf = (db: ReadDb, reporters: readonly string[], asOf: string): readonly Figure[] =>
  readFigures(db, { indicators: db.all(opinionIndicators, {}).map((row) => row.code), reporters, rule: 'all', asOf })

type Samples = ReadonlyMap<string, Sample & { readonly source: string }>
const waveOf = (row: Figure): string => `${pollsterOf(row.source, row.indicator).id} ${row.reporter} ${row.period}`

/**
 * Samples by pollster, reporter and period. A source that states one sample but quotes several waves states that of its newest; another
 * source of the same wave then lends its sample.
 */
function samplesOf(db: ReadDb, figures: readonly Figure[]): Samples {
  const notes = new Map(db.all(sourceNotes, {}).map((row) => [row.code, row.note]))
  const newest = new Map<string, string>()
  for (const { source, reporter, period } of figures) {
    const key = `${source} ${reporter}`
    const known = newest.get(key)
    if (known === undefined || periodCode(period) > periodCode(known)) newest.set(key, period)
  }
  const samples = new Map<string, Sample & { readonly source: string }>()
  for (const row of figures) {
    const own = sampleIn(row.note)
    const ofSource = newest.get(`${row.source} ${row.reporter}`) === row.period ? sampleIn(notes.get(row.source) ?? '') : null
    const sample = own ?? ofSource
    if (sample && !samples.has(waveOf(row))) samples.set(waveOf(row), { ...sample, source: row.source })
  }
  return samples
}

/** One wave: the figures that several sources print for it become one point; the primary source (the one with a sample) goes first. */
function toPoint(rows: readonly Figure[], samples: Samples): PollPoint | null {
  const sample = rows[0] ? (samples.get(waveOf(rows[0])) ?? null) : null
  const chosen = rows.find((row) => row.source === sample?.source) ?? rows[0]
  if (!chosen) return null
  // an indicator of the user's own may count something else, and one without bounds may hold anything
  const isShare = chosen.unit === 'PCT' && chosen.value >= 0 && chosen.value <= 100
  const interval = sample && isShare ? samplingInterval(chosen.value, sample.n) : null
  return {
    period: chosen.period,
    year: periodEndYear(periodCode(chosen.period)),
    value: chosen.value,
    bound: boundIn(chosen.note),
    sample,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    note: chosen.note,
    cell: cellOf(chosen),
    others: rows.filter((row) => row !== chosen).map(({ source, value }) => ({ source, value })),
  }
}

/** Groups of countries (OTH) differ from note to note, so each note is a line of its own. */
function toQuestions(figures: readonly Figure[], samples: Samples): PollQuestion[] {
  const polls = figures.filter((row) => !isProtest(row))
  const groups = Map.groupBy(polls, (row) =>
    `${row.indicator} ${row.reporter} ${row.partner} ${pollsterOf(row.source, row.indicator).id} ${wordingOf(row.note)} ${row.reporter === 'OTH' ? row.note : ''}`.trim(),
  )
  return [...groups].flatMap(([id, rows]) => {
    const first = rows[0]
    if (!first) return []
    const points = [...Map.groupBy(rows, (row) => row.period).values()]
      .map((wave) => toPoint(wave, samples))
      .filter((point) => point !== null)
      .sort((a, b) => periodCode(a.period) - periodCode(b.period))
    const { indicator, reporter, partner } = first
    return [
      { id, reporter, indicator, partner, pollster: pollsterOf(first.source, indicator), wording: wordingOf(first.note), points },
    ]
  })
}

/** Net figures where both answers of one question of one wave are known. */
function toNet(questions: readonly PollQuestion[]): NetLine[] {
  const code = (answer: string): string => `sentiment.${answer}_pct`
  return answerPairs.flatMap(([positive, negative]) =>
    questions
      .filter((question) => question.indicator === code(positive))
      .flatMap((question) => {
        const against = questions.find(
          (other) =>
            other.indicator === code(negative) &&
            other.partner === question.partner &&
            other.pollster.id === question.pollster.id,
        )
        const points = question.points.flatMap((point) => {
          const other = against?.points.find((candidate) => candidate.period === point.period)
          // an import may bring two figures that contradict each other: both are shown, and nothing is made of them
          const net = other && areOneQuestion(point.value, other.value) ? netFavourability(point.value, other.value) : null
          if (net === null || !other) return []
          return [
            {
              period: point.period,
              year: point.year,
              positive: point.value,
              negative: other.value,
              net,
              margin: point.sample ? netMargin(point.value, other.value, point.sample.n) : null,
              cells: [point.cell, other.cell],
            },
          ]
        })
        const { partner, pollster } = question
        return points.length === 0
          ? []
          : [{ id: `net ${question.id}`, positive: code(positive), negative: code(negative), partner, pollster, points }]
      }),
  )
}

const toProtest = (row: Figure): ProtestCount => ({
  indicator: row.indicator,
  partner: row.partner,
  period: row.period,
  value: row.value,
  bound: boundIn(row.note),
  note: row.note,
  cell: cellOf(row),
})

export const opinionHandlers: TopicHandlers<'opinion.get'> = {
  'opinion.get': ({ db }, { reporter, asOf }): Opinion => {
    const figures = answersOf(db, [reporter], asOf)
    const elsewhere = answersOf(db, [WORLD, 'OTH'], asOf)
    const questions = toQuestions(figures, samplesOf(db, figures))
    return {
      questions,
      net: toNet(questions),
      protests: figures
        .filter(isProtest)
        .map(toProtest)
        .sort((a, b) =>
          a.indicator < b.indicator ? -1 : a.indicator > b.indicator ? 1 : periodCode(a.period) - periodCode(b.period),
        ),
      benchmarks: toQuestions(elsewhere, samplesOf(db, elsewhere)),
      reporters: db.all(pollReporters, {}).map((row) => row.code),
    }
  },
}
