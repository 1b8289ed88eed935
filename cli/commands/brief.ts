import { basename, resolve } from 'node:path'
import type { Host } from '../../electron/host/openHost.ts'
import { assertPlace, saveOutput } from '../../electron/host/spool.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import { papers, renderFormats } from '../../electron/shared/contract/schema/briefingRender.ts'
import type { BriefingContent } from '../../electron/shared/contract/schema/briefings.ts'
import { BASE_YEAR } from '../../electron/shared/domain/baseYear.ts'
import { templateIds } from '../../electron/shared/domain/briefing.ts'
import { languages } from '../../electron/shared/domain/languages.ts'
import { type Command, type CommandContext, flag, optional, required, UsageError } from '../command.ts'

/** One of the words an option takes. @throws {UsageError} */
function oneOf<const T extends string>(context: CommandContext, name: string, known: readonly T[]): T | null {
  const given = optional(context, name)
  if (given === null) return null
  const found = known.find((one) => one === given)
  if (!found) throw new UsageError(`--${name} is one of ${known.join(', ')}, not ${given}`)
  return found
}

/** The briefing to write: a kept one of that reporter, the one that came with the program first; else the slides of a template. */
async function choose(
  host: Host,
  reporter: string,
  template: (typeof templateIds)[number] | null,
): Promise<{ readonly id: number | null; readonly content: BriefingContent | null }> {
  const { areas } = await host.client['catalogue.get']({})
  if (!areas.some(({ code }) => code === reporter))
    throw new CallError('not-found', `There is no country ${reporter} in this store. Use a code such as KAZ.`)
  const kept = (await host.client['briefings.list']({})).filter((one) => one.reporter === reporter)
  const known = kept.find(({ shipped }) => shipped)
  if (template === null && known) return { id: known.id, content: null }
  const content = {
    name: '',
    language: null,
    reporter,
    partners: ['RUS', 'CHN'].filter((code) => code !== reporter),
    baseYear: BASE_YEAR,
    asOf: '',
    template: template ?? 'deck',
    entries: [],
  }
  return { id: null, content }
}

export const briefCommand: Command = {
  name: 'brief',
  usage: `--reporter R [--lang ${languages.join('|')}] --format ${renderFormats.join('|')} --out FILE [--template ${templateIds.join('|')}] [--paper ${papers.join('|')}] [--notes]`,
  summary: 'write a policy briefing',
  options: {
    reporter: { type: 'string' },
    lang: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    template: { type: 'string' },
    paper: { type: 'string' },
    notes: { type: 'boolean' },
  },
  run: async (context) => {
    const startMs = performance.now()
    const reporter = required(context, 'reporter')
    required(context, 'format')
    const format = oneOf(context, 'format', renderFormats) ?? 'html'
    const language = oneOf(context, 'lang', languages)
    const template = oneOf(context, 'template', templateIds)
    const paper = oneOf(context, 'paper', papers) ?? 'a4'
    const out = resolve(required(context, 'out'))
    await assertPlace(out)
    const host = await context.open()
    const briefing = await choose(host, reporter, template)
    const { token, slides, sources, bytes } = await host.client['briefing.render']({
      ...briefing,
      language,
      format,
      paper,
      notes: flag(context, 'notes'),
    })
    await saveOutput(host.spool, token, out)
    const ms = Math.round(performance.now() - startMs)
    context.print(
      { file: out, slides, sources, ms },
      () => `${basename(out)}: ${slides} slides, ${sources} sources, ${bytes} bytes, in ${ms} ms`,
    )
    return 0
  },
}
