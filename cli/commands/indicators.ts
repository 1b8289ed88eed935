import { type Command, optional } from '../command.ts'
import { readTextFile } from '../readFile.ts'
import { table } from '../text.ts'

export const indicators: Command = {
  name: 'indicators',
  usage: '[--add FILE]',
  summary: 'list indicators, or add and update definitions from CSV',
  options: { add: { type: 'string' } },
  run: async (context) => {
    const file = optional(context, 'add')
    const csv = file === null ? null : readTextFile(file)
    const host = await context.open()
    if (csv !== null) {
      const answer = await host.client['indicators.define']({ csv })
      context.print(answer, () => `${answer.added.length} added, ${answer.updated.length} updated`)
      return 0
    }
    const { indicators: list } = await host.client['catalogue.get']({})
    const shown = list.map(
      ({
        code,
        name,
        unit,
        domain,
        partnerRule,
        minimum,
        maximum,
        integer,
        direction,
        frequency,
        description,
        observations,
      }) => ({
        code,
        name: name.en,
        unit,
        domain,
        partner: partnerRule,
        min: minimum,
        max: maximum,
        integer,
        direction,
        frequency,
        description: description.en,
        observations,
      }),
    )
    context.print(shown, () =>
      table(
        ['code', 'unit', 'partner', 'observations', 'name'],
        shown.map(({ code, unit, partner, observations, name }) => [code, unit, partner, observations, name]),
      ),
    )
    return 0
  },
}
