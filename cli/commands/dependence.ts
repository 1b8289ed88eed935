import { CallError } from '../../electron/shared/contract/errors.ts'
import type { MethodJson } from '../../electron/shared/contract/schema/dependence.ts'
import { type Command, type CommandContext, optional, optionalNumber, required } from '../command.ts'
import { readJsonFile } from '../readFile.ts'
import { rounded, table } from '../text.ts'
import { wholeNumber } from '../wholeNumber.ts'

const text = { type: 'string' } as const

function methodOf(context: CommandContext): MethodJson | null {
  const file = optional(context, 'method')
  if (file === null) return null
  const value = readJsonFile(file)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CallError('refused', `${file} holds no method: a JSON object is expected.`)
  return value as MethodJson
}

export const dependence: Command = {
  name: 'dependence',
  usage: '--reporter R --on P [--from Y] [--to Y] [--method FILE] [--seed N] [--as-of DATE]',
  summary: 'dependence on one partner by channel and year, with the index and its 5-95 % band',
  options: { reporter: text, on: text, from: text, to: text, method: text, seed: text, 'as-of': text },
  run: async (context) => {
    const year = (name: string): number | null => wholeNumber(optionalNumber(context, name), name, 1800, 2311)
    const request = {
      reporter: required(context, 'reporter'),
      on: required(context, 'on'),
      from: year('from'),
      to: year('to'),
      method: methodOf(context),
      seed: wholeNumber(optionalNumber(context, 'seed'), 'seed', 0, Number.MAX_SAFE_INTEGER) ?? 1,
      asOf: optional(context, 'as-of') ?? '',
    }
    const host = await context.open()
    const { reporter, on, method, seed, years } = await host.client['dependence.get'](request)
    const answer = {
      reporter,
      on,
      method,
      seed,
      years: years.map(({ year: of, index, low, high, coverage, channels }) => ({
        year: of,
        index,
        low,
        high,
        coverage,
        channels: channels.map(({ channel, indicator, share, score, source }) => ({ channel, indicator, share, score, source })),
      })),
    }
    context.print(answer, () =>
      table(
        ['year', 'index', 'low', 'high', 'coverage', ...(years[0]?.channels ?? []).map((channel) => channel.channel)],
        answer.years.map((row) => [
          row.year,
          rounded(row.index, 1),
          rounded(row.low, 1),
          rounded(row.high, 1),
          rounded(row.coverage, 2),
          ...row.channels.map((channel) => rounded(channel.share, 3)),
        ]),
      ),
    )
    return 0
  },
}
