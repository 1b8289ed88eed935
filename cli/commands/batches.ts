import { type Command, flag, optionalNumber, UsageError } from '../command.ts'
import { table } from '../text.ts'

export const batches: Command = {
  name: 'batches',
  usage: '',
  summary: 'list import batches, newest first',
  options: {},
  run: async (context) => {
    const host = await context.open()
    const list = await host.client['batches.list']({})
    const shown = list.map(({ batch, file, sha256, importedAt, rows, undone }) => ({
      batch,
      file,
      sha256,
      importedAt,
      rows,
      undone,
    }))
    context.print(shown, () =>
      table(
        ['batch', 'file', 'imported', 'new', 'revised', 'rejected', 'undone'],
        shown.map(({ batch, file, importedAt, rows, undone }) => [
          batch,
          file,
          importedAt,
          rows.new,
          rows.revised,
          rows.rejected,
          undone ? 'yes' : '',
        ]),
      ),
    )
    return 0
  },
}

export const undo: Command = {
  name: 'undo',
  usage: '--batch N [--cascade]',
  summary: 'take one batch back; values it superseded come back',
  options: { batch: { type: 'string' }, cascade: { type: 'boolean' } },
  run: async (context) => {
    const batch = optionalNumber(context, 'batch')
    if (batch === null) throw new UsageError('--batch is missing')
    if (!Number.isInteger(batch) || batch < 1) throw new UsageError(`--batch is no number of a batch: ${batch}`)
    const host = await context.open({ mustExist: true })
    const { removed, restored, cascaded, confirmed } = await host.client['batches.undo']({
      batch,
      cascade: flag(context, 'cascade'),
    })
    context.print({ batch, removed, restored }, () =>
      [
        `Batch ${batch} was taken back: ${removed} figures left, ${restored} stand again as before.`,
        ...(cascaded.length > 0 ? [`With it: ${cascaded.join(', ')}.`] : []),
      ].join('\n'),
    )
    if (confirmed.length > 0)
      context.note(
        `The ${confirmed.length === 1 ? 'file of batch' : 'files of batches'} ${confirmed.join(', ')} had figures of the same series and changed nothing then. Import ${confirmed.length === 1 ? 'it' : 'them'} again to have back what stood there too.`,
      )
    return 0
  },
}
