// A slide of the composite index with its band.

import { readDependenceMethod } from '../../../electron/shared/analytics/dependence/index.ts'
import type { DependenceAnswer } from '../../../electron/shared/contract/schema/dependence.ts'
import { comparedYears, endsBefore, FIRST_INDEX_YEAR } from '../../../electron/shared/findings/dependence.ts'
import { type DraftNumber, type Missing, runsOf, type SlideDraft, slots } from '../draft.ts'
import { attempt, everyYear, type Kit, mostFrequent, numberField } from '../kit.ts'

/** Sources that the slide names: an index rests on many. */
const MOST_SOURCES = 8

/** The index compared from the briefing's base year on, as the screen compares it; where the index ends first, between its own ends. */
function indexSince(kit: Kit, on: string): DependenceAnswer {
  const { reporter, asOf, baseYear } = kit
  const request = { reporter, on, asOf, from: FIRST_INDEX_YEAR }
  const whole = kit.ask('dependence.get', request)
  const pair = comparedYears(
    whole.years.flatMap(({ year, index }) => (index === null ? [] : [year])),
    baseYear,
  )
  return pair === null ? whole : kit.ask('dependence.get', { ...request, compare: [...pair] })
}

/** Where the yearly line begins and ends that rests on fewer pillars than the comparison, some being known in few years only; null where both agree. */
function lineApart({ years, comparison }: DependenceAnswer): { readonly from: number; readonly to: number } | null {
  if (comparison?.toIndex == null) return null
  const at = (year: number): number | null => years.find((one) => one.year === year)?.index ?? null
  const [from, to] = [at(comparison.from), at(comparison.to)]
  return from === null || to === null || Math.abs(to - comparison.toIndex) < 0.5 ? null : { from, to }
}

/** The composite index on each partner with its band, and how far the change holds. */
export function indexSlide(kit: Kit): SlideDraft | Missing {
  const { reporter, say, names, formats } = kit
  const answers = kit.partners.slice(0, 2).flatMap((on) => {
    const found = on === reporter ? null : attempt(() => indexSince(kit, on))
    return found === null || found.years.every((one) => one.index === null) ? [] : [{ on, found }]
  })
  const lead = answers[0]
  if (!lead) return { missing: say('dependence:headline.none', { ...kit.words, owner: kit.words.reporterOf ?? '' }) }
  const years = everyYear(
    answers.flatMap(({ found }) => found.years.filter(({ index }) => index !== null).map(({ year }) => year)),
  )
  const { comparison } = lead.found
  const { runs } = readDependenceMethod(lead.found.method).robustness
  const dated = {
    ...kit.words,
    owner: kit.words.reporterOf ?? '',
    from: comparison?.from ?? '',
    to: comparison?.to ?? '',
    runs: formats.number(runs, 0),
    year: kit.baseYear,
  }
  const kind =
    comparison === null
      ? 'waiting'
      : endsBefore(comparison.from, kit.baseYear)
        ? 'ended'
        : comparison.gap !== null
          ? 'gap'
          : comparison.verdict === 'rose' || comparison.verdict === 'fell'
            ? comparison.verdict
            : 'unclear'
  const moved = kind === 'rose' || kind === 'fell'
  const line = lineApart(lead.found)
  const apart =
    line === null ? [] : [say('briefing:warning.indexLine', { from: formats.number(line.from), to: formats.number(line.to) })]
  const pick = (of: (typeof answers)[number], what: 'index' | 'low' | 'high') =>
    years.map((year) => of.found.years.find((one) => one.year === year)?.[what] ?? null)
  const print = (value: number): string => formats.number(value, 0)
  const numbers = answers.flatMap(({ on, found }): DraftNumber[] => {
    const { comparison: own } = found
    if (!own || own.fromIndex === null || own.toIndex === null) return []
    return [
      {
        label: say(`briefing:label.${lineApart(found) === null ? 'index' : 'indexAll'}`, {
          partner: names.area(on),
          from: own.from,
          to: own.to,
        }),
        from: numberField(`index.${on}.from`, own.fromIndex, print),
        to: numberField(`index.${on}.to`, own.toIndex, print),
        direction: own.verdict === 'rose' ? 'up' : own.verdict === 'fell' ? 'down' : 'held',
      },
    ]
  })
  const codes = answers.flatMap(({ found }) => found.inputs.flatMap(({ figures }) => figures.map(({ source }) => source)))
  return {
    layout: 'figure',
    title: say(`dependence:headline.${moved && comparison?.signHolds === 1 ? (`${kind}All` as const) : kind}`, dated),
    support:
      comparison?.low == null || comparison.high === null || comparison.fromIndex === null || comparison.toIndex === null
        ? []
        : runsOf(
            say('dependence:support.index', {
              pillars: new Set(comparison.contributions.map((one) => one.pillar)).size,
              from: comparison.from,
              to: comparison.to,
              low: formats.signed(comparison.low),
              high: formats.signed(comparison.high),
              ...slots('a', 'b'),
            }),
            {
              a: numberField(`index.${lead.on}.from`, comparison.fromIndex, (value) => formats.number(value)),
              b: numberField(`index.${lead.on}.to`, comparison.toIndex, (value) => formats.number(value)),
            },
          ),
    figure: {
      kind: 'line',
      subtitle: say(`briefing:subtitle.${line === null ? 'index' : 'indexYearly'}`, {
        ...kit.words,
        years: formats.years(years[0] ?? '', years.at(-1) ?? ''),
      }),
      unit: { code: 'INDEX_1_100', label: say('briefing:unit.index'), decimals: 0 },
      periods: years.map(String),
      series: answers.map((one) => ({
        id: one.on,
        label: names.area(one.on),
        partner: one.on,
        values: pick(one, 'index'),
        low: pick(one, 'low'),
        high: pick(one, 'high'),
      })),
      baseYear: years.includes(kit.baseYear) ? kit.baseYear : null,
      events: [],
      joins: [],
      gaps: [],
      summary: numbers
        .map(
          ({ label, from, to }) => `${label}: ${from ? `${from.print(from.low, from.high)}–` : ''}${to.print(to.low, to.high)}`,
        )
        .join('; '),
    },
    numbers,
    sources: mostFrequent(
      codes.flatMap((one) => one.split('+')),
      MOST_SOURCES,
    ),
    warnings: [...apart, say('briefing:warning.index')],
  }
}
