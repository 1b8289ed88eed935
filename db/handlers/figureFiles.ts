import { rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { newOutput, saveError } from '../../electron/host/spool.ts'
import { defaultDependenceMethod } from '../../electron/shared/analytics/dependence/defaultMethod.ts'
import { safeFileName } from '../../electron/shared/domain/fileName.ts'
import { aboutFigure, type FigureTable, figureCsv, figurePackage, figureSdmx } from '../publish/figureData.ts'
import { storeChecksum } from '../queries/storeChecksum.ts'
import type { TopicHandlers } from './context.ts'

/** Ways to write the table behind a chart. A workbook is heavy to load and seldom asked for. */
const FORMATS = {
  csv: figureCsv,
  xlsx: async (table: FigureTable) => {
    const { workbook } = await import('../publish/pptx/workbook.ts')
    return workbook({ Figures: [table.columns, ...table.rows], About: aboutFigure(table) })
  },
  'sdmx-csv': figureSdmx,
  datapackage: figurePackage,
} as const
const ENDINGS: Readonly<Record<keyof typeof FORMATS, string>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  'sdmx-csv': 'sdmx.csv',
  datapackage: 'zip',
}

export const figureFileHandlers: TopicHandlers<'figure.data'> = {
  'figure.data': async ({ db, options }, { format, title, subtitle, source, asOf, columns, rows }) => {
    const made = {
      appVersion: options.version,
      storeChecksum: storeChecksum(db),
      methodId: `${defaultDependenceMethod.id} ${defaultDependenceMethod.version}`,
    }
    const table = { title, subtitle, source, asOf, columns, rows, made }
    const name = `${safeFileName(title)}.${ENDINGS[format]}`
    const file = await FORMATS[format](table)
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
