import { type Command, flag, optional, required } from '../command.ts'
import { table } from '../text.ts'

const text = { type: 'string' } as const

export const observations: Command = {
  name: 'observations',
  usage: '--indicator ID[,ID…] [--reporter R] [--partner P] [--period P] [--source S] [--as-of DATE] [--all-sources]',
  summary: 'values with their provenance',
  options: {
    indicator: text,
    reporter: text,
    partner: text,
    period: text,
    source: text,
    'as-of': text,
    'all-sources': { type: 'boolean' },
  },
  run: async (context) => {
    const indicators = required(context, 'indicator').split(',')
    const host = await context.open()
    const rows = await host.client['observations.query']({
      indicators,
      reporter: optional(context, 'reporter'),
      partner: optional(context, 'partner'),
      period: optional(context, 'period'),
      source: optional(context, 'source'),
      asOf: optional(context, 'as-of') ?? '',
      allSources: flag(context, 'all-sources'),
    })
    context.print(rows, () =>
      table(
        ['indicator', 'reporter', 'partner', 'period', 'value', 'unit', 'status', 'source'],
        rows.map((row) => [row.indicator, row.reporter, row.partner, row.period, row.value, row.unit, row.status, row.source]),
      ),
    )
    return 0
  },
}
