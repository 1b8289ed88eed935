// A slide of who took the share that one partner lost.

import { UNALLOCATED_PARTNER } from '../../../electron/shared/analytics/substitution.ts'
import type { EntryParams } from '../../../electron/shared/domain/briefing.ts'
import { headlineOf, indicatorsOf, isFlow, OTHERS, waterfallOf } from '../../../electron/shared/findings/substitution.ts'
import { capital } from '../../../electron/shared/language/sentences.ts'
import { type DraftNumber, type Missing, runsOf, type SlideDraft, slots } from '../draft.ts'
import { attempt, codesOf, type Kit, noMarks, numberField, percentUnit, topicWarnings } from '../kit.ts'

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
