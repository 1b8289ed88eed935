// A briefing as a file. The thread writes everything but PDF, which is the printed HTML.
import { readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ChannelName, CheckedRequestOf } from '../shared/contract/channels.ts'
import { type RenderAnswer, renderAnswer } from '../shared/contract/schema/briefingRender.ts'
import { type Printer, printHtml } from './printer.ts'
import { findOutput, writeOutput } from './spool.ts'

/**
 * @param call asks a thread
 * @returns the finished file under its token in the spool
 * @throws {CallError} not-found, refused, disk-full
 */
export async function renderBriefing(
  call: (name: ChannelName, request: unknown) => Promise<unknown>,
  spool: string,
  printer: Printer,
  request: CheckedRequestOf<'briefing.render'>,
): Promise<RenderAnswer> {
  if (request.format !== 'pdf') return renderAnswer.parse(await call('briefing.write', request))
  const written = renderAnswer.parse(await call('briefing.write', { ...request, format: 'html' }))
  const page = findOutput(spool, written.token)
  try {
    const pdf = await printHtml(printer, await readFile(page.path, 'utf8'))
    return { ...written, ...writeOutput(spool, written.name.replace(/\.html$/, '.pdf'), pdf) }
  } finally {
    await rm(dirname(page.path), { recursive: true, force: true })
  }
}
