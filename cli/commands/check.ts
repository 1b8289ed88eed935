import { diagnosticsText } from '../../electron/shared/contract/diagnosticsText.ts'
import type { Command } from '../command.ts'

export const check: Command = {
  name: 'check',
  usage: '',
  summary: 'integrity and content seals of the store, versions, backups, last errors; repairs nothing by itself',
  options: {},
  run: async ({ open, print, note }) => {
    const host = await open({ mustExist: true })
    const { client } = host
    const report = await client['store.check']({})
    const about = await client['host.diagnostics']({})
    const store = await client['store.diagnostics']({}).catch(() => null)
    print({ ...report, host: about, store }, () =>
      [
        report.ok ? 'The store is whole.' : report.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'),
        '',
        diagnosticsText(about, store, report).trimEnd(),
      ].join('\n'),
    )
    if (report.ok) return 0
    note(
      `The store has ${report.problems.length} problems. It was left as it is. Restore a backup (multivector backups lists them), or build a new one with init --store FILE.`,
    )
    return 1
  },
}
