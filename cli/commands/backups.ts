import { type Command, flag, optionalNumber, UsageError } from '../command.ts'
import { table } from '../text.ts'

const megabytes = (bytes: number): number => Number((bytes / 1_048_576).toFixed(1))

export const backups: Command = {
  name: 'backups',
  usage: '[--make]',
  summary: 'list backups of the store, newest first, or make one now',
  options: { make: { type: 'boolean' } },
  run: async (context) => {
    // a store that cannot be opened still has its backups
    const host = await context.open({ mustExist: true, waits: flag(context, 'make') })
    if (flag(context, 'make')) {
      const { number } = await host.client['backups.make']({})
      context.note(number === null ? 'The newest backup holds the same already.' : `Backup ${number} was made.`)
    }
    const shelf = await host.client['backups.list']({})
    context.print(shelf, () =>
      shelf.backups.length === 0
        ? 'There are no backups yet. One is made before every import, undo and upgrade.'
        : table(
            ['backup', 'made', 'before', 'figures', 'MB', 'as the store is now'],
            shelf.backups.map(({ number, at, reason, figures, bytes, same, whole }) => [
              number,
              at,
              reason === 'hand' ? 'made by hand' : reason,
              figures,
              megabytes(bytes),
              whole ? (same === true ? 'yes' : '') : 'seals were broken',
            ]),
          ),
    )
    return 0
  },
}

export const restore: Command = {
  name: 'restore',
  usage: '--backup N',
  summary: 'put a backup in the place of the store; the replaced store is kept beside it',
  options: { backup: { type: 'string' } },
  run: async (context) => {
    const number = optionalNumber(context, 'backup')
    if (number === null) throw new UsageError('--backup is missing')
    if (!Number.isInteger(number) || number < 1) throw new UsageError(`--backup is no number of a backup: ${number}`)
    const host = await context.open({ mustExist: true, exclusive: true, waits: false })
    const restored = await host.client['backups.restore']({ number })
    context.print(restored, () => `Backup ${number} is the store now: ${restored.figures} figures. The replaced store was kept.`)
    return 0
  },
}
