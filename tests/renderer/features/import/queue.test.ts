import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportPreview } from '../../../../electron/shared/contract/schema/imports.ts'
import {
  advance,
  decisionsOf,
  emptyQueue,
  nextWork,
  openChoices,
  type Queue,
  type Step,
  timeLeftMs,
} from '../../../../renderer/features/import/queue.ts'

const file = (name: string) => ({ token: `token-of-${name}-0123456789`, name, bytes: 100 })
const report = (change: Partial<ImportPreview> = {}): ImportPreview => ({
  file: 'a.csv',
  outcome: 'accepted',
  reason: null,
  message: '',
  sha256: '',
  encoding: 'utf-8',
  delimiter: ',',
  decimal: '.',
  format: 'long',
  batch: null,
  dryRun: true,
  rows: { read: 1, new: 1, revised: 0, unchanged: 0, aggregates: 0, rejected: 0 },
  revisions: [],
  rejected: [],
  skipped: [],
  warnings: [],
  ms: 1,
  ...change,
})
const run = (...steps: readonly Step[]): Queue => steps.reduce(advance, emptyQueue)
const stages = (queue: Queue): readonly string[] => queue.entries.map(({ stage }) => stage)
const failure = { code: 'cancelled', message: 'The import was cancelled. Nothing was written.', detail: '' } as const
const two: Step = { kind: 'add', files: [file('a.csv'), file('b.csv')] }
const reviewed: readonly Step[] = [
  two,
  { kind: 'begin', id: 'file-1' },
  { kind: 'report', id: 'file-1', report: report() },
  { kind: 'begin', id: 'file-2' },
  { kind: 'report', id: 'file-2', report: report({ file: 'b.csv' }) },
]

describe('the queue of files', () => {
  it('reads one file after the other and shows the first', () => {
    const queue = run(two)
    expect(queue.shown).toBe('file-1')
    expect(nextWork(queue)).toMatchObject({ entry: { id: 'file-1' }, channel: 'csv.preview' })
    expect(nextWork(advance(queue, { kind: 'begin', id: 'file-1' }))).toBeNull()
  })

  it('goes on to the next file when one is refused', () => {
    const queue = run(
      two,
      { kind: 'begin', id: 'file-1' },
      { kind: 'report', id: 'file-1', report: report({ outcome: 'refused', reason: 'not-csv' }) },
    )
    expect(stages(queue)).toEqual(['refused', 'waiting'])
    expect(nextWork(queue)?.entry.id).toBe('file-2')
  })

  it('goes on to the next file when the call fails', () => {
    const queue = run(two, { kind: 'begin', id: 'file-1' }, { kind: 'fail', id: 'file-1', failure })
    expect(stages(queue)).toEqual(['failed', 'waiting'])
    expect(nextWork(queue)?.entry.id).toBe('file-2')
  })

  it('reviews the other files again after a write, because the store is another one', () => {
    const queue = run(
      ...reviewed,
      { kind: 'choose', id: 'file-2', choices: { held: 'take' } },
      { kind: 'write', id: 'file-1' },
      { kind: 'begin', id: 'file-1' },
      { kind: 'report', id: 'file-1', report: report({ dryRun: false, batch: 7 }) },
    )
    expect(stages(queue)).toEqual(['written', 'waiting'])
    expect(queue.entries[1]?.choices).toEqual(openChoices)
  })

  it('returns to the review when a write was cancelled', () => {
    const queue = run(
      ...reviewed,
      { kind: 'write', id: 'file-1' },
      { kind: 'begin', id: 'file-1' },
      { kind: 'fail', id: 'file-1', failure },
    )
    expect(stages(queue)).toEqual(['review', 'review'])
    expect(queue.entries[0]?.failure).toEqual(failure)
  })

  it('forgets what the reader decided when the file is read differently', () => {
    const queue = run(
      ...reviewed,
      { kind: 'choose', id: 'file-1', choices: { held: 'leave', unitConfirmed: true } },
      { kind: 'read', id: 'file-1', options: { decimal: ',' }, profile: '{}' },
    )
    expect(queue.entries[0]).toMatchObject({
      stage: 'waiting',
      profile: '{}',
      choices: { ...openChoices, unitConfirmed: true },
      options: { decimal: ',' },
    })
  })

  it('keeps the mapping that the host recognised, the note and the decisions for the write', () => {
    const preview = report({ review: { counts: null, questions: [], refusal: null, profile: 'a mapping' } })
    const queue = run(
      { kind: 'add', files: [file('a.csv')] },
      { kind: 'map', id: 'file-1', mapping: true },
      { kind: 'begin', id: 'file-1' },
      { kind: 'report', id: 'file-1', report: preview },
      { kind: 'note', id: 'file-1', note: 'seen' },
      { kind: 'choose', id: 'file-1', choices: { revised: { only: 'china' }, matched: { revised: 3, new: 0 } } },
    )
    expect(queue.entries[0]).toMatchObject({ profile: 'a mapping', note: 'seen', readings: 1, mapping: true })
    expect(decisionsOf(queue.entries[0]?.choices ?? openChoices)).toEqual({
      held: 'take',
      revised: { only: 'china' },
      new: 'take',
      except: [],
    })
  })

  it('marks every file whose batch was undone, also those taken back with it', () => {
    const written = (id: string, batch: number): readonly Step[] => [
      { kind: 'write', id },
      { kind: 'begin', id },
      { kind: 'report', id, report: report({ dryRun: false, batch }) },
    ]
    const queue = run(
      ...reviewed,
      ...written('file-1', 7),
      { kind: 'begin', id: 'file-2' },
      { kind: 'report', id: 'file-2', report: report() },
      ...written('file-2', 8),
      { kind: 'undone', batch: 7, answer: { batch: 7, removed: 2, restored: 0, cascaded: [8], confirmed: [] } },
    )
    expect(stages(queue)).toEqual(['undone', 'undone'])
  })

  it('shows the neighbour of a file that was removed, and nothing after the last', () => {
    const one = run(two, { kind: 'remove', id: 'file-1' })
    expect(one.shown).toBe('file-2')
    expect(advance(one, { kind: 'remove', id: 'file-2' })).toMatchObject({ entries: [], shown: null })
  })

  it('never has two files at work, and never writes what was not asked for', () => {
    const ids = fc.constantFrom('file-1', 'file-2', 'file-3')
    const choice = fc.oneof(
      fc.record({ kind: fc.constant('work' as const), refused: fc.boolean() }),
      fc.record({ kind: fc.constant('write' as const), id: ids }),
      fc.record({ kind: fc.constant('remove' as const), id: ids }),
    )
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 30 }), (choices) => {
        let queue = run({ kind: 'add', files: [file('a'), file('b'), file('c')] })
        const asked = new Set<string>()
        for (const one of choices) {
          if (one.kind === 'write') {
            if (queue.entries.find(({ id }) => id === one.id)?.stage !== 'review') continue
            asked.add(one.id)
            queue = advance(queue, one)
          } else if (one.kind === 'remove') queue = advance(queue, one)
          else {
            const work = nextWork(queue)
            if (!work) continue
            const { id } = work.entry
            queue = advance(queue, { kind: 'begin', id })
            expect(queue.entries.filter(({ stage }) => stage === 'reading' || stage === 'writing')).toHaveLength(1)
            expect(nextWork(queue)).toBeNull()
            const written = work.channel === 'csv.import'
            if (written) expect(asked.has(id)).toBe(true)
            queue = advance(queue, {
              kind: 'report',
              id,
              report: report({ dryRun: !written, batch: written ? 1 : null, outcome: one.refused ? 'refused' : 'accepted' }),
            })
          }
        }
      }),
      { seed: 20261124, numRuns: 200 },
    )
  })
})

describe('the time left', () => {
  it('follows the pace so far, and is not guessed in the first second', () => {
    const progress = { done: 25, total: 100, rows: 0, phase: 'reading' }
    expect(timeLeftMs({ ...progress, elapsedMs: 2000 })).toBe(6000)
    expect(timeLeftMs({ ...progress, elapsedMs: 999 })).toBeNull()
    expect(timeLeftMs({ ...progress, done: 0, elapsedMs: 2000 })).toBeNull()
  })
})
