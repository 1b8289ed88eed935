import { type Command, optional, optionalNumber, required } from '../command.ts'
import { rounded, table } from '../text.ts'
import { wholeNumber } from '../wholeNumber.ts'

const text = { type: 'string' } as const

export const substitution: Command = {
  name: 'substitution',
  usage: '--reporter R --indicator ID[,ID] --from Y --to Y [--away-from P] [--as-of DATE]',
  summary: 'who took the share that one partner lost between two years',
  options: { reporter: text, indicator: text, from: text, to: text, 'away-from': text, 'as-of': text },
  run: async (context) => {
    const year = (name: string): number => {
      required(context, name)
      return wholeNumber(optionalNumber(context, name), name, 1800, 2311) ?? 0
    }
    const request = {
      reporter: required(context, 'reporter'),
      indicators: required(context, 'indicator')
        .split(',')
        .map((code) => code.trim()),
      from: year('from'),
      to: year('to'),
      awayFrom: optional(context, 'away-from') ?? 'RUS',
      asOf: optional(context, 'as-of') ?? '',
    }
    const host = await context.open()
    const answer = await host.client['substitution.get'](request)
    const { lost, gains, largestGainer, substitutionRatio, hhiFrom, hhiTo, verdict, leftOut } = answer
    for (const { year: of, partner, value } of leftOut)
      context.note(`${of}: ${partner} has a negative amount (${value}) and no share`)
    const changes = gains.map(({ partner, change }) => ({ partner, change }))
    context.print({ lost, gains: changes, largestGainer, substitutionRatio, hhiFrom, hhiTo, verdict }, () =>
      [
        table(
          ['partner', 'change'],
          [[request.awayFrom, rounded(lost)], ...changes.map(({ partner, change }) => [partner, rounded(change)])],
        ),
        `HHI ${rounded(hhiFrom)} to ${rounded(hhiTo)}; largest gainer ${largestGainer ?? '–'}, ratio ${rounded(substitutionRatio, 2)}`,
        `verdict: ${verdict}`,
      ].join('\n'),
    )
    return 0
  },
}
