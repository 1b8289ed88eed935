import { basename, dirname, join, resolve } from 'node:path'
import { assertPlace, saveOutputs } from '../../electron/host/spool.ts'
import { type Command, optional, required, UsageError } from '../command.ts'

const formats = ['datapackage', 'csv', 'sdmx-csv', 'xlsx'] as const

export const exportCommand: Command = {
  name: 'export',
  usage: '--format datapackage|csv|sdmx-csv|xlsx [--indicator ID[,ID…]] --out FILE',
  summary: 'data with sources, licences and method',
  options: { format: { type: 'string' }, indicator: { type: 'string' }, out: { type: 'string' } },
  run: async (context) => {
    const wanted = required(context, 'format')
    const format = formats.find((known) => known === wanted)
    if (!format) throw new UsageError(`--format is one of ${formats.join(', ')}, not ${wanted}`)
    const out = resolve(required(context, 'out'))
    const indicators = optional(context, 'indicator')?.split(',') ?? []
    await assertPlace(out)
    const host = await context.open()
    const name = basename(out)
    const { token, rows, sha256, beside } = await host.client['data.export']({ format, indicators, name })
    // a CSV has no place for version, store and method: they stand in a file beside it, and both are there or neither
    const second = beside ? [{ token: beside.token, target: join(dirname(out), beside.name) }] : []
    await saveOutputs(host.spool, [{ token, target: out }, ...second])
    context.print(
      { file: out, rows, sha256 },
      () => `${name}${beside ? ` and ${beside.name}` : ''}: ${rows} figures, sha256 ${sha256}`,
    )
    return 0
  },
}
