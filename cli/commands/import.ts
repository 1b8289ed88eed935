import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { ImportReportAnswer } from '../../electron/shared/contract/schema/imports.ts'
import { unreadReport } from '../../electron/shared/contract/unreadReport.ts'
import { grouped } from '../../electron/shared/domain/fingerprint.ts'
import { type Command, type CommandContext, flag, optional, UsageError } from '../command.ts'
import { whenReady } from '../host.ts'
import { readTextFile } from '../readFile.ts'

const text = { type: 'string' } as const
const named = [
  'format',
  'indicator',
  'reporter',
  'partner',
  'unit',
  'source',
  'vintage',
  'encoding',
  'delimiter',
  'decimal',
] as const

/** A file that could not even be opened, in the shape of every other report: one broken file never hides the others. */
const unreadable = (path: string, error: CallError, dryRun: boolean): ImportReportAnswer =>
  unreadReport(basename(path), { reason: 'not-csv', message: error.message, dryRun })

function optionsOf(context: CommandContext): Record<string, string | boolean> {
  const options: Record<string, string | boolean> = {}
  for (const name of named) {
    const value = optional(context, name)
    if (value !== null) options[name] = value
  }
  if (options.decimal !== undefined && options.decimal !== ',' && options.decimal !== '.')
    throw new UsageError('--decimal is a comma or a point')
  if (options.vintage !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(String(options.vintage)))
    throw new UsageError('--vintage is a day such as 2026-11-24')
  if (flag(context, 'strict')) options.strict = true
  return options
}

/** Size of a file, where there is one: whether it can be imported is said when it is opened. */
const bytesOf = (path: string): readonly number[] => {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isFile() ? [stat.size] : []
}

const count = (n: number, word: string): string => `${n} ${word}`

function summary(report: ImportReportAnswer): string {
  if (report.outcome === 'refused') return `${report.file}: refused (${report.reason}). ${report.message}`
  const { read, revised, unchanged, aggregates, rejected } = report.rows
  const counts = [
    count(report.rows.new, 'new'),
    count(revised, 'revised'),
    count(unchanged, 'unchanged'),
    count(aggregates, 'totals and groups'),
    count(rejected, 'rejected'),
  ]
  const lines = [
    `${report.file}: ${report.dryRun ? 'would be accepted' : report.batch === null ? 'nothing to write' : `batch ${report.batch}`}; ${read} read: ${counts.join(', ')}; ${report.skipped.length} lines skipped`,
  ]
  if (report.signer)
    lines.push(
      `  signed by ${report.signer.name}, ${report.signer.signedAt.slice(0, 10)}, key ${grouped(report.signer.fingerprint)}`,
    )
  for (const { line, column, reason, found } of report.rejected.slice(0, 20))
    lines.push(`  line ${line}${column === null ? '' : `, ${column}`}: ${reason} "${found.slice(0, 80)}"`)
  if (rejected > 20) lines.push(`  … ${rejected - 20} more; --json lists them`)
  for (const { message } of report.warnings.slice(0, 20)) lines.push(`  ${message}`)
  return lines.join('\n')
}

export const importCommand: Command = {
  name: 'import',
  usage:
    'FILE… [--dry-run] [--strict] [--profile FILE] [--format ID] [--indicator I] [--reporter R] [--partner P] [--unit U] [--source S] [--vintage DAY] [--encoding E] [--delimiter D] [--decimal , | .] [--note TEXT]',
  summary: 'read, check and write indicator updates, one batch per file, all or nothing',
  options: {
    ...Object.fromEntries(named.map((name) => [name, text])),
    profile: text,
    note: text,
    'dry-run': { type: 'boolean' },
    strict: { type: 'boolean' },
  },
  words: { least: 1, most: 10_000 },
  run: async (context) => {
    const options = optionsOf(context)
    const dryRun = flag(context, 'dry-run')
    const profilePath = optional(context, 'profile')
    const profile = profilePath === null ? null : readTextFile(profilePath)
    // what is asked is checked while the store is opened
    const host = await context.open({ imports: context.positionals.flatMap(bytesOf), waits: false })
    const reports: ImportReportAnswer[] = []
    for (const path of context.positionals) {
      let report: ImportReportAnswer
      try {
        const { token } = host.files.open(path)
        const request = { file: token, options, profile, note: optional(context, 'note') ?? '' }
        report = await host.files.using(request, () => host.client[dryRun ? 'csv.preview' : 'csv.import'](request))
      } catch (error) {
        if (!(error instanceof CallError) || error.code !== 'file-unreadable') throw error
        // a store that cannot be opened comes first
        await whenReady(host)
        report = unreadable(path, error, dryRun)
      }
      reports.push(report)
      if (report.outcome === 'refused') context.note(`multivector import: ${summary(report)}`)
    }
    context.print(reports.map(shape), () => reports.map(summary).join('\n'))
    return reports.some(({ outcome }) => outcome === 'refused') ? 1 : 0
  },
}

/**
 * The message of a refusal stands in the report too: whoever reads only the JSON must learn what to mend. An accepted report has none. Parts
 * of messages are for the page.
 */
function shape({ message, warnings, ms, ...rest }: ImportReportAnswer): object {
  const report = { ...rest, warnings: warnings.map(({ about: _about, ...warning }) => warning), ms }
  return report.outcome === 'refused' ? { ...report, message } : report
}
