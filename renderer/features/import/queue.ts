// The files on their way through the screen, as a value: what each is at, and what has to be done next.
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import type { FileRef } from '../../../electron/shared/contract/schema/host.ts'
import type { ImportDecisions, ImportOptionsRequest } from '../../../electron/shared/contract/schema/importRequests.ts'
import type { ImportPreview, ImportReportAnswer, UndoAnswer } from '../../../electron/shared/contract/schema/imports.ts'

/** How far the host is with the file that it reads or writes. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly rows: number
  readonly phase: string
  /** since the work began */
  readonly elapsedMs: number
}

/**
 * waiting: to be read · reading · review: nothing written, the reader decides · refused: cannot be understood · queued: to be written ·
 * writing · written · undone · failed: the call did not come back with a report
 */
export type Stage = 'waiting' | 'reading' | 'review' | 'refused' | 'queued' | 'writing' | 'written' | 'undone' | 'failed'

/** What the reader decided so far; held figures wait until somebody did. */
export interface Choices extends Omit<ImportDecisions, 'held'> {
  readonly held: 'take' | 'leave' | null
  /** figures that answer to the words of an "only", as the thread counted them */
  readonly matched: { readonly revised: number; readonly new: number }
  /** the reader looked at what concerns the file as a whole */
  readonly confirmed: boolean
  /** the reader said that figures stand in the units of their indicators */
  readonly unitConfirmed: boolean
}

export const openChoices: Choices = {
  held: null,
  revised: 'take',
  new: 'take',
  except: [],
  matched: { revised: 0, new: 0 },
  confirmed: false,
  unitConfirmed: false,
}

export interface Entry {
  /** names the job as well */
  readonly id: string
  readonly file: FileRef
  readonly options: ImportOptionsRequest
  /** text of the mapping that reads the file; null = as recognised */
  readonly profile: string | null
  /** how often the file was read: answers about an older reading are stale */
  readonly readings: number
  /** the reader maps the columns */
  readonly mapping: boolean
  /** goes into the history with the batch */
  readonly note: string
  readonly stage: Stage
  /** what an import would do */
  readonly preview: ImportPreview | null
  /** what the import did */
  readonly result: ImportReportAnswer | null
  readonly failure: CallFailure | null
  readonly progress: Progress | null
  readonly undone: UndoAnswer | null
  readonly choices: Choices
}

export interface Queue {
  readonly entries: readonly Entry[]
  /** id of the file on screen */
  readonly shown: string | null
  /** ids given so far */
  readonly given: number
  /** how ids begin: the host knows files by their ids, and two pages of one host must not take one another's */
  readonly prefix: string
}

export type Step =
  | { readonly kind: 'add'; readonly files: readonly FileRef[] }
  | { readonly kind: 'show'; readonly id: string }
  | { readonly kind: 'begin'; readonly id: string }
  | { readonly kind: 'progress'; readonly id: string; readonly progress: Progress }
  | { readonly kind: 'report'; readonly id: string; readonly report: ImportPreview }
  | { readonly kind: 'fail'; readonly id: string; readonly failure: CallFailure }
  | {
      readonly kind: 'read'
      readonly id: string
      readonly options: ImportOptionsRequest
      /** left out = the mapping stays as it was */
      readonly profile?: string | null
    }
  | { readonly kind: 'choose'; readonly id: string; readonly choices: Partial<Choices> }
  | { readonly kind: 'map'; readonly id: string; readonly mapping: boolean }
  | { readonly kind: 'note'; readonly id: string; readonly note: string }
  | { readonly kind: 'write'; readonly id: string }
  /** a file that waits to be written goes back to its review */
  | { readonly kind: 'withdraw'; readonly id: string }
  | { readonly kind: 'undone'; readonly batch: number; readonly answer: UndoAnswer }
  | { readonly kind: 'remove'; readonly id: string }
  /** a batch came or went, whoever asked for it, or another store took the place of the one before */
  | { readonly kind: 'elsewhere' }

export const emptyQueue: Queue = { entries: [], shown: null, given: 0, prefix: 'file' }

const fresh = (id: string, file: FileRef): Entry => ({
  id,
  file,
  options: {},
  profile: null,
  readings: 0,
  mapping: false,
  note: '',
  stage: 'waiting',
  preview: null,
  result: null,
  failure: null,
  progress: null,
  undone: null,
  choices: openChoices,
})

/** A report came back: of a dry run, or of an import. */
function reported(entry: Entry, report: ImportPreview): Entry {
  const profile = report.review?.profile ?? entry.profile
  const rest = { ...entry, profile, readings: entry.readings + 1, progress: null, failure: null }
  if (report.outcome === 'refused') return { ...rest, stage: 'refused', preview: report }
  return report.dryRun ? { ...rest, stage: 'review', preview: report } : { ...rest, stage: 'written', result: report }
}

/** A call failed. A write that was cancelled or refused left nothing behind: the review stands as it was. */
function failed(entry: Entry, failure: CallFailure): Entry {
  const stage = entry.stage === 'writing' && entry.preview !== null ? 'review' : 'failed'
  return { ...entry, stage, failure, progress: null }
}

function changed(entry: Entry, step: Step): Entry {
  switch (step.kind) {
    case 'begin':
      return { ...entry, stage: entry.stage === 'queued' ? 'writing' : 'reading', failure: null, progress: null }
    case 'progress':
      return { ...entry, progress: step.progress }
    case 'report':
      return reported(entry, step.report)
    case 'fail':
      return failed(entry, step.failure)
    case 'read':
      return {
        ...entry,
        stage: 'waiting',
        options: step.options,
        profile: step.profile === undefined ? entry.profile : step.profile,
        mapping: false,
        choices: { ...openChoices, unitConfirmed: entry.choices.unitConfirmed },
        failure: null,
      }
    case 'choose':
      return { ...entry, choices: { ...entry.choices, ...step.choices } }
    case 'map':
      return { ...entry, mapping: step.mapping }
    case 'note':
      return { ...entry, note: step.note }
    case 'write':
      return { ...entry, stage: 'queued', failure: null }
    case 'withdraw':
      return entry.stage === 'queued' ? { ...entry, stage: 'review' } : entry
    default:
      return entry
  }
}

/** The figures of the store changed: reviews that were made before are made again. */
const stale = (entry: Entry): Entry => (entry.stage === 'review' ? { ...entry, stage: 'waiting', choices: openChoices } : entry)

/** The queue after a step. An unknown id changes nothing. */
export function advance(queue: Queue, step: Step): Queue {
  if (step.kind === 'add') {
    const added = step.files.map((file, index) => fresh(`${queue.prefix}-${queue.given + index + 1}`, file))
    const entries = [...queue.entries, ...added]
    return { ...queue, entries, shown: queue.shown ?? added[0]?.id ?? null, given: queue.given + added.length }
  }
  if (step.kind === 'show') return { ...queue, shown: step.id }
  if (step.kind === 'remove') {
    const at = queue.entries.findIndex((entry) => entry.id === step.id)
    const entries = queue.entries.filter((entry) => entry.id !== step.id)
    const next = entries[Math.min(Math.max(at, 0), entries.length - 1)]?.id ?? null
    return { ...queue, entries, shown: queue.shown === step.id ? next : queue.shown }
  }
  if (step.kind === 'undone') {
    const { batch, cascaded } = step.answer
    const gone = new Set([batch, ...cascaded])
    const entries = queue.entries.map((entry) =>
      entry.result !== null && entry.result.batch !== null && gone.has(entry.result.batch)
        ? { ...entry, stage: 'undone' as const, undone: step.answer }
        : stale(entry),
    )
    return { ...queue, entries }
  }
  if (step.kind === 'elsewhere') return { ...queue, entries: queue.entries.map(stale) }
  const wrote = step.kind === 'report' && !step.report.dryRun && step.report.batch !== null
  const entries = queue.entries.map((entry) => (entry.id === step.id ? changed(entry, step) : wrote ? stale(entry) : entry))
  return { ...queue, entries }
}

/** The choices as the host wants them. */
export const decisionsOf = ({ held, revised, new: fresh, except }: Choices): ImportDecisions => ({
  held: held ?? 'take',
  revised,
  new: fresh,
  except: [...except],
})

/** What the host should do next: one thing at a time, writing first. Null = nothing, or it is busy. */
export function nextWork({ entries }: Queue): { readonly entry: Entry; readonly channel: 'csv.preview' | 'csv.import' } | null {
  if (entries.some(({ stage }) => stage === 'reading' || stage === 'writing')) return null
  const queued = entries.find(({ stage }) => stage === 'queued')
  if (queued) return { entry: queued, channel: 'csv.import' }
  const waiting = entries.find(({ stage }) => stage === 'waiting')
  return waiting ? { entry: waiting, channel: 'csv.preview' } : null
}

/** Milliseconds left by the pace so far; null while that is a guess. */
export function timeLeftMs({ done, total, elapsedMs }: Progress): number | null {
  if (done <= 0 || total <= 0 || elapsedMs < 1000) return null
  return Math.max(0, Math.round((elapsedMs * (total - done)) / done))
}
