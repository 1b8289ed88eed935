import { rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { newOutput, saveError } from '../../electron/host/spool.ts'
import { defaultDependenceMethod } from '../../electron/shared/analytics/dependence/defaultMethod.ts'
import { safeFileName } from '../../electron/shared/domain/fileName.ts'
import { csvLine, harmless } from '../export/rows.ts'
import { storeChecksum } from '../queries/storeChecksum.ts'
import type { TopicHandlers } from './context.ts'

export const figureFileHandlers: TopicHandlers<'figure.data'> = {
  'figure.data': async ({ db, options }, { format, title, subtitle, source, asOf, columns, rows }) => {
    const about = [
      ['title', title],
      ['subtitle', subtitle],
      ['source', source],
      ['as of', asOf],
      ['Multivector', options.version],
      ['store checksum', storeChecksum(db)],
      ['method', `${defaultDependenceMethod.id} ${defaultDependenceMethod.version}`],
    ]
    const name = `${safeFileName(title)}.${format}`
    const text = (cell: string | number | null): string =>
      cell === null ? '' : typeof cell === 'number' ? String(cell) : harmless(cell)
    // what a file is about stands below the figures, so that programs which read tables find the headings in the first line
    const csv = (): string => [columns, ...rows, [], ...about].map((row) => csvLine(row.map(text))).join('')
    const file =
      format === 'csv'
        ? `\uFEFF${csv()}`
        : (await import('../publish/pptx/workbook.ts')).workbook({ Figures: [columns, ...rows], About: about })
    const { token, path } = newOutput(options.spool, name)
    try {
      writeFileSync(path, file, { mode: 0o600 })
    } catch (error) {
      rmSync(dirname(path), { recursive: true, force: true })
      throw saveError(error, name)
    }
    return { token, name }
  },
}
