import type { Command } from '../command.ts'

export const check: Command = {
  name: 'check',
  usage: '',
  summary: 'integrity of the store; repairs nothing by itself',
  options: {},
  run: async ({ open, print, note }) => {
    const host = await open({ mustExist: true })
    const report = await host.client['store.check']({})
    print(report, () =>
      report.ok ? 'The store is whole.' : report.problems.map((problem) => `${problem.code}: ${problem.message}`).join('\n'),
    )
    if (report.ok) return 0
    note(
      `The store has ${report.problems.length} problems. It was left as it is. Restore a backup, or build a new one with init --store FILE.`,
    )
    return 1
  },
}
