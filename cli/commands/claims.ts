import type { Client } from '../../electron/shared/contract/client.ts'
import type { ClaimView, ClauseOutcome, ClauseValue } from '../../electron/shared/contract/schema/claims.ts'
import { type ClaimTongue, clauseWords, medianWords, numberWords } from '../../electron/shared/domain/claimWords.ts'
import { capital, midSentence } from '../../electron/shared/language/sentences.ts'
import texts from '../../resources/texts/en/claims.json' with { type: 'json' }
import { type Command, optional, required } from '../command.ts'
import { table } from '../text.ts'

const text = { type: 'string' } as const

function sayEnglish(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  let found: unknown = texts
  for (const part of key.split('.'))
    found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[part] : undefined
  return typeof found === 'string' ? found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '')) : key
}

async function englishTongue(client: Client): Promise<ClaimTongue> {
  const { areas, indicators } = await client['catalogue.get']({})
  const areaNames = new Map(areas.map((area) => [area.code, area.short.en || area.name.en]))
  const indicatorNames = new Map(indicators.map((indicator) => [indicator.code, indicator.name.en]))
  const area = (code: string): string => areaNames.get(code) ?? code
  return {
    say: sayEnglish,
    area: (code, grammaticalCase) => (grammaticalCase === 'genitive' ? `${area(code)}'s` : area(code)),
    indicator: (code) => midSentence(indicatorNames.get(code) ?? code, 'en'),
    list: (items) => items.join(', '),
    number: (value, decimals) => value.toFixed(decimals).replace(/^-/, '−'),
    percent: (value) => `${value.toFixed(1)}%`,
    period: (period) => period,
  }
}

const leaves = (outcome: ClauseOutcome): readonly ClauseOutcome[] =>
  outcome.parts.length > 0 ? outcome.parts.flatMap(leaves) : [outcome]

function clauseReason(outcome: ClauseOutcome, tongue: ClaimTongue): string {
  const answer = sayEnglish(outcome.holds === null ? 'result.open' : outcome.holds ? 'result.holds' : 'result.fails')
  const read = outcome.values
    .filter((value) => value.figure !== null || value.role === 'median')
    .map((value) => {
      const { low, high, period } = value
      const said =
        value.role === 'median' ? medianWords(outcome.clause, low, high, tongue) : numberWords(value.figure, low, high, tongue)
      return `${said}${period ? ` (${period})` : ''}`
    })
  const status = outcome.fact?.status ? [sayEnglish('result.status', { status: outcome.fact.status })] : []
  const numbers = [...read, ...status]
  return `${clauseWords(outcome.clause, tongue, outcome.fact?.title ?? null)}: ${answer}${numbers.length > 0 ? `, ${numbers.join('; ')}` : ''}`
}

/** Why the verdict is what it is, in one text. */
function reasonOf(claim: ClaimView, tongue: ClaimTongue): string {
  const given = claim.basis === 'later-facts' || claim.basis === 'not-testable' ? claim.reason?.en : undefined
  if (given) return given
  const parts = claim.test ? leaves(claim.test).map((outcome) => clauseReason(outcome, tongue)) : []
  const sentences = [...(claim.basis === 'test' ? [] : [sayEnglish(`basis.${claim.basis}`)]), ...parts]
  return sentences.map((sentence) => capital(sentence.replace(/\.$/, ''))).join('. ')
}

interface Evidence {
  readonly indicator: string
  readonly partner: string | null
  readonly measure: string
  readonly from: string
  readonly to: string
  readonly values: readonly { readonly period: string; readonly low: number; readonly high: number }[]
  readonly source: string
}

/** Readings of a claim by figure; a fact of record has no indicator and stands in the reason. */
function evidenceOf(claim: ClaimView): readonly Evidence[] {
  const outcomes = [claim.test, claim.outdated, ...claim.speaks].filter((found) => found !== null).flatMap(leaves)
  const read = outcomes.flatMap(({ values }) => values).filter((value) => value.figure !== null && value.period !== null)
  return [...Map.groupBy(read, (value) => JSON.stringify(value.figure))].flatMap(([, values]) => {
    const unique = [...new Map(values.map((value) => [value.period, value])).values()]
    const [first, last] = [unique[0], unique.at(-1)]
    if (!first?.figure || !last) return []
    const period = (value: ClauseValue): string => value.period ?? ''
    return [
      {
        indicator: first.figure.indicator,
        partner: (first.figure.partners ?? first.figure.except)?.join('+') ?? null,
        measure: first.figure.measure,
        from: period(first),
        to: period(last),
        values: unique.map((value) => ({ period: period(value), low: value.low, high: value.high })),
        source: [...new Set(unique.flatMap((value) => value.sources))].join('+'),
      },
    ]
  })
}

export const claims: Command = {
  name: 'claims',
  usage: '--reporter R [--as-of DATE]',
  summary: 'every claim with its test, verdict and evidence',
  options: { reporter: text, 'as-of': text },
  run: async (context) => {
    const reporter = required(context, 'reporter')
    const asOf = optional(context, 'as-of') ?? ''
    const { client } = await context.open()
    const tongue = await englishTongue(client)
    const answer = await client['claims.list']({ reporter, asOf })
    const rows = answer.claims.map((claim) => ({
      id: claim.id,
      claim: claim.claim.en,
      verdict: claim.verdict,
      reason: reasonOf(claim, tongue),
      evidence: evidenceOf(claim),
    }))
    context.print(rows, () =>
      table(
        ['id', 'verdict', 'claim', 'reason'],
        rows.map((row) => [row.id, row.verdict, row.claim, row.reason]),
      ),
    )
    return 0
  },
}
