// Slides from what is computed: who took the share that one partner lost, the composite index, and countries on one method.

import { readDependenceMethod } from '../../../electron/shared/analytics/dependence/index.ts'
import { UNALLOCATED_PARTNER } from '../../../electron/shared/analytics/substitution.ts'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import type { DependenceAnswer } from '../../../electron/shared/contract/schema/dependence.ts'
import type { EntryParams } from '../../../electron/shared/domain/briefing.ts'
import { compareMeasures } from '../../../electron/shared/domain/compareMeasures.ts'
import { comparedYears, endsBefore, FIRST_INDEX_YEAR } from '../../../electron/shared/findings/dependence.ts'
import { headlineOf, indicatorsOf, isFlow, OTHERS, waterfallOf } from '../../../electron/shared/findings/substitution.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { type DraftNumber, type Missing, numberRun, runsOf, type SlideDraft, slots } from '../draft.ts'
import { codesOf, everyYear, type Kit, noMarks, numberField, percentUnit, topicWarnings } from '../kit.ts'

/** Steps with a name of their own on a slide. */
const STEPS = 6

/** From the partner's first share to its last by those who took it, with the verdict and the rule's numbers. */
export function substitutionSlide(kit: Kit, params: EntryParams): SlideDraft | Missing {
  const { reporter, partner, baseYear, asOf, say, names, formats } = kit
  const flow = isFlow(String(params.flow ?? 'imports')) ? String(params.flow ?? 'imports') : 'imports'
  const indicators = isFlow(flow) ? indicatorsOf[flow] : []
  const answer = attempt(() =>
    kit.ask('substitution.get', { reporter, indicators: [...indicators], from: baseYear, awayFrom: partner, asOf }),
  )
  if (answer === null) return { missing: say('briefing:missing.substitution', kit.words) }
  const { from, to, away, gains, largestGainer, hhiFrom, hhiTo } = answer
  const flowName = say(`substitution:flowName.${flow}`)
  const steps = waterfallOf(answer, STEPS)
  const [then, now] = [(away.from ?? 0) * 100, (away.to ?? 0) * 100]
  const gainer = gains.find((gain) => gain.partner === largestGainer)
  const nameOf = (code: string): string =>
    code === OTHERS
      ? say('substitution:waterfall.others')
      : code === UNALLOCATED_PARTNER
        ? say('substitution:waterfall.unallocated')
        : names.area(code)
  const title = capital(
    say(`substitution:headline.${headlineOf(answer)}`, {
      owner: names.areaIn(reporter, 'genitive'),
      flow: flowName,
      partner: names.areaIn(partner, 'nominative'),
      partnerOf: names.areaIn(partner, 'genitive'),
      gainer: names.areaIn(largestGainer ?? '', 'nominative'),
      from,
      to,
    }),
  )
  const shareField = (key: string, share: number, cells: typeof away.cellsFrom) =>
    numberField(key, share * 100, (value) => formats.percent(value), cells)
  const moved = (label: string, change: typeof away): DraftNumber => ({
    label,
    from: shareField(`substitution.${flow}.${change.partner}.from`, change.from ?? 0, change.cellsFrom),
    to: shareField(`substitution.${flow}.${change.partner}.to`, change.to ?? 0, change.cellsTo),
    direction: change.change < 0 ? 'down' : 'up',
  })
  const effective = (year: number): string =>
    formats.number(answer.hhi.find((one) => one.year === year)?.effectivePartners ?? null)
  const fall = hhiFrom - hhiTo
  const hhi = (key: string, value: number) =>
    numberField(`substitution.${flow}.hhi.${key}`, value, (one) => formats.number(one, 3))
  return {
    layout: 'figure',
    title,
    support: runsOf(
      `${say(`substitution:verdict.${answer.verdict}`)}. ${say('substitution:support.hhi', {
        ...slots('from', 'to'),
        a: effective(from),
        b: effective(to),
      })}`,
      { from: hhi('from', hhiFrom), to: hhi('to', hhiTo) },
    ),
    figure: {
      kind: 'waterfall',
      subtitle: say('substitution:waterfall.subtitle', { flow: flowName, from, to }),
      unit: percentUnit(kit),
      periods: [
        `${names.area(partner)} ${from}`,
        ...steps.map((step) =>
          say(`substitution:waterfall.${step.points < 0 ? 'to' : 'from'}`, areaForms(kit, nameOf, step.partner)),
        ),
        `${names.area(partner)} ${to}`,
      ],
      series: [
        {
          id: partner,
          label: names.area(partner),
          partner,
          values: [then, ...steps.map((step) => step.points), now],
          low: null,
          high: null,
        },
      ],
      ...noMarks,
      summary: `${title}. ${names.area(partner)}: ${formats.percent(then)} (${from}), ${formats.percent(now)} (${to})`,
    },
    numbers: [
      moved(names.area(partner), away),
      ...(gainer ? [moved(names.area(gainer.partner), gainer)] : []),
      {
        label: say('briefing:label.hhi'),
        from: hhi('from', hhiFrom),
        to: hhi('to', hhiTo),
        direction: Math.abs(fall) < 0.005 ? 'held' : fall > 0 ? 'down' : 'up',
      },
    ],
    sources: codesOf(...answer.sourcesFrom, ...answer.sourcesTo),
    warnings: topicWarnings(kit, 'trade', 1, to),
  }
}

/** A name with its cases; names of rests have none. */
function areaForms(kit: Kit, nameOf: (code: string) => string, code: string): Record<string, string> {
  const plain = nameOf(code)
  const known = code !== OTHERS && code !== UNALLOCATED_PARTNER
  const form = (grammaticalCase: 'genitive' | 'dative' | 'ablative' | 'accusative' | 'instrumental'): string =>
    known ? kit.names.areaIn(code, grammaticalCase) : plain
  return {
    partner: plain,
    partnerOf: form('genitive'),
    partnerGenitive: form('genitive'),
    partnerDative: form('dative'),
    partnerTo: form('dative'),
    partnerFrom: form('ablative'),
    partnerAblative: form('ablative'),
    partnerAccusative: form('accusative'),
  }
}

/** What a measure refuses (too few figures, the country itself) leaves a slide out; a bug still throws. */
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof CallError) return null
    throw error
  }
}

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
    sources: mostUsed(codes),
    warnings: [...apart, say('briefing:warning.index')],
  }
}

/** The eight codes that stand behind most figures: an index rests on many. */
function mostUsed(sources: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const code of sources.flatMap((one) => one.split('+'))) if (code !== '') counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([code]) => code)
}

const MOST_COUNTRIES = 15

/** One measure of every country that has it, on one method and one source. */
export function compareSlide(kit: Kit, params: EntryParams): SlideDraft | Missing {
  const { say, names, formats, partner } = kit
  const id = compareMeasures.find((one) => one === params.measure) ?? 'imports'
  const answer = kit.ask('compare.get', { on: partner, asOf: kit.asOf })
  const measure = answer.measures.find((one) => one.id === id)
  const rows = (measure?.lines ?? [])
    .flatMap(({ reporter, points }) => {
      const last = points.at(-1)
      return last ? [{ reporter, last }] : []
    })
    .sort((a, b) => b.last.value - a.last.value)
    .slice(0, MOST_COUNTRIES)
  const top = rows[0]
  if (!measure || !top || rows.length < 2) return { missing: say('briefing:missing.compare', kit.words) }
  const place = rows.findIndex((row) => row.reporter === kit.reporter)
  const decimals = id === 'index' ? 0 : measure.unit === 'PCT' ? 1 : 3
  const print = (value: number): string =>
    measure.unit === 'PCT' ? formats.percent(value, decimals) : formats.number(value, decimals)
  const of = (row: (typeof rows)[number]): DraftNumber => ({
    label: `${names.area(row.reporter)}, ${row.last.year}`,
    from: null,
    to: numberField(`compare.${id}.${row.reporter}`, row.last.value, print),
    direction: null,
  })
  const own = rows[place]
  const name = say(`briefing:measure.${id}`, kit.words)
  return {
    layout: 'figure',
    title:
      own === undefined
        ? say('briefing:title.compareFirst', { name, country: names.area(top.reporter) })
        : say('briefing:title.compare', {
            name,
            country: names.area(kit.reporter),
            place: place + 1,
            of: rows.length,
          }),
    support: own === undefined ? [] : [numberRun(of(own))],
    figure: {
      kind: 'bar',
      subtitle: say('briefing:subtitle.compare', { name }),
      unit:
        measure.unit === 'PCT'
          ? percentUnit(kit)
          : { code: measure.unit, label: id === 'index' ? say('briefing:unit.index') : say('briefing:unit.number'), decimals },
      periods: rows.map((row) => `${names.area(row.reporter)} (${row.last.year})`),
      series: [
        { id: partner, label: names.area(partner), partner, values: rows.map((row) => row.last.value), low: null, high: null },
      ],
      ...noMarks,
      summary: rows
        .slice(0, 3)
        .map((row) => `${names.area(row.reporter)}: ${print(row.last.value)}`)
        .join('; '),
    },
    numbers: [...(own && own !== top ? [of(own)] : []), of(top)],
    sources: codesOf(...rows.map((row) => row.last.source)),
    warnings: [say('briefing:warning.compare')],
  }
}
