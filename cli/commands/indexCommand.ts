import { computeIndex, readIndexMethod } from '../../electron/shared/analytics/composite/index.ts'
import { type Command, optionalNumber, required } from '../command.ts'
import { readJsonFile, readTextFile } from '../readFile.ts'
import { rounded, table } from '../text.ts'
import { readUnitTable } from '../unitTable.ts'
import { wholeNumber } from '../wholeNumber.ts'

const text = { type: 'string' } as const

const kinds = {
  dominates: 'alone makes up more than half of what moves it',
  collinear: 'say nearly the same',
  'trade-off': 'move against each other',
} as const

/** What a reader should look at before trusting the index: a line a group and kind. */
function remarks({ clipped, coherence, outlying }: ReturnType<typeof computeIndex>): readonly string[] {
  return [
    ...clipped.map(({ unit, indicator }) => `${unit}: ${indicator} lies outside its goalposts and was cut to them`),
    ...outlying.map((indicator) => `${indicator}: few units decide its scale (skewness beyond 2 and kurtosis above 3.5)`),
    ...coherence.flatMap(({ group, alpha, warnings }) =>
      [...Map.groupBy(warnings, ({ kind }) => kind)].map(([kind, found]) => {
        const named = found.map(({ parts, value }) => `${parts.join(' and ')} (${rounded(value, 2)})`).join(', ')
        return `${group}: ${named} ${kinds[kind]}; Cronbach's alpha of the group ${rounded(alpha, 2)}`
      }),
    ),
  ]
}

export const index: Command = {
  name: 'index',
  usage: '--table FILE --method FILE [--seed N] [--runs N]',
  summary: 'a composite index of any table of units by indicators, with leave-one-out and bands',
  options: { table: text, method: text, seed: text, runs: text },
  run: async (context) => {
    const seed = wholeNumber(optionalNumber(context, 'seed'), 'seed', 0, Number.MAX_SAFE_INTEGER)
    const runs = wholeNumber(optionalNumber(context, 'runs'), 'runs', 0, 1_000_000)
    const [tableFile, methodFile] = [required(context, 'table'), required(context, 'method')]
    const method = readIndexMethod(readJsonFile(methodFile))
    const wanted = new Set(method.indicators.map((indicator) => indicator.id))
    const report = computeIndex(readUnitTable(readTextFile(tableFile), wanted), method, {
      ...(seed === null ? {} : { seed }),
      ...(runs === null ? {} : { runs }),
    })
    for (const remark of remarks(report)) context.note(remark)
    context.print({ units: report.units, robustness: report.robustness }, () =>
      table(
        ['rank', 'unit', method.top, 'low', 'median', 'high'],
        [...report.units]
          .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY))
          .map(({ unit, scores, rank }) => {
            const band = report.robustness.bands[unit]
            return [
              rank,
              unit,
              rounded(scores[method.top] ?? null),
              rounded(band?.low ?? null),
              rounded(band?.median ?? null),
              rounded(band?.high ?? null),
            ]
          }),
      ),
    )
    return 0
  },
}
