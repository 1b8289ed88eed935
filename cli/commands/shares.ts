import { type Command, optional, required } from '../command.ts'
import { measuresText } from './concentration.ts'

const text = { type: 'string' } as const

export const shares: Command = {
  name: 'shares',
  usage: '--indicator ID --reporter R --period P [--source S] [--as-of DATE]',
  summary: 'partner shares of one period and the concentration measures',
  options: { indicator: text, reporter: text, period: text, source: text, 'as-of': text },
  run: async (context) => {
    const request = {
      indicator: required(context, 'indicator'),
      reporter: required(context, 'reporter'),
      period: required(context, 'period'),
      source: optional(context, 'source'),
      asOf: optional(context, 'as-of') ?? '',
    }
    const host = await context.open()
    const answer = await host.client['shares.query'](request)
    context.print(answer, () => `${measuresText(answer)}\nsource ${answer.source ?? '–'}`)
    return 0
  },
}
