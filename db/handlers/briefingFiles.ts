import { writeOutput } from '../../electron/host/spool.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { BriefingDocument } from '../../electron/shared/contract/schema/briefingDocument.ts'
import { safeFileName } from '../../electron/shared/domain/fileName.ts'
import { briefingHandlers } from './briefings.ts'
import type { TopicHandlers } from './context.ts'

const ENDINGS = {
  pdf: 'pdf',
  pptx: 'pptx',
  html: 'html',
  csv: 'csv',
  xlsx: 'xlsx',
  datapackage: 'zip',
  'sdmx-csv': 'sdmx.csv',
} as const

/** Writers are loaded when the first file is asked for: a start needs none of them. */
async function write(
  doc: BriefingDocument,
  fonts: string,
  request: { readonly format: keyof typeof ENDINGS; readonly paper: 'a4' | 'letter'; readonly notes: boolean },
) {
  const { format, paper, notes } = request
  if (format === 'html') {
    const { documentToHtml } = await import('../publish/html/documentToHtml.ts')
    return { file: documentToHtml(doc, { fonts, paper, notes }), slides: doc.slides.length }
  }
  if (format === 'pptx') {
    const { documentToPptx } = await import('../publish/pptx/documentToPptx.ts')
    return documentToPptx(doc)
  }
  if (format === 'pdf') throw new CallError('refused', 'Only a host can print.')
  const { briefingData } = await import('../publish/briefingData.ts')
  return { file: briefingData[format](doc), slides: doc.slides.length }
}

export const briefingFileHandlers: TopicHandlers<'briefing.write'> = {
  'briefing.write': async (context, { id, content, language, format, paper, notes }) => {
    const { options } = context
    const doc = await briefingHandlers['briefing.compose'](context, { id, content, language, only: null })
    const { file, slides } = await write(doc, options.fonts, { format, paper, notes })
    const name = `${safeFileName(doc.title)}.${ENDINGS[format]}`
    return { ...writeOutput(options.spool, name, file), slides, sources: doc.sources.length }
  },
}
