import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { adapters } from '../../../../db/ingest/adapters.ts'
import { fileReasons, rowReasons, skipReasons } from '../../../../db/ingest/refusal.ts'
import { CallError } from '../../../../electron/shared/contract/errors.ts'
import { ImportDesk } from '../../../../renderer/features/import/desk.ts'
import type { Host } from '../../../../renderer/ui/data/client.tsx'

const rows = { read: 1, new: 1, revised: 0, unchanged: 0, aggregates: 0, rejected: 0 }
const report = (file: string, dryRun: boolean, batch: number | null) => ({
  file,
  outcome: 'accepted',
  reason: null,
  message: '',
  sha256: '',
  encoding: 'utf-8',
  delimiter: ',',
  decimal: '.',
  format: 'long',
  batch,
  dryRun,
  rows,
  revisions: [],
  rejected: [],
  skipped: [],
  warnings: [],
  ms: 1,
})

/** A host that remembers what it was asked; files named "bad" cannot be opened. */
function fakeHost(files: readonly string[]) {
  const asked: string[] = []
  const listeners = new Map<string, (event: unknown) => void>()
  const answer = (name: string, dryRun: boolean, batch: number | null) => async (request: { readonly file: string }) => {
    asked.push(`${name} ${request.file}`)
    if (request.file.startsWith('bad')) throw new CallError('file-unreadable', 'bad.csv: the file cannot be read.')
    return report(request.file, dryRun, batch)
  }
  const host = {
    client: {
      'csv.preview': answer('preview', true, null),
      'csv.import': answer('import', false, 7),
      'batches.undo': async ({ batch }: { readonly batch: number }) => ({
        batch,
        removed: 1,
        restored: 0,
        cascaded: [],
        confirmed: [],
      }),
    },
    onEvent: (name: string, listen: (event: unknown) => void) => {
      listeners.set(name, listen)
      return () => undefined
    },
    chooseFiles: async () => files.map((name) => ({ token: `${name}-token`, name, bytes: 1 })),
  }
  return { host: host as unknown as Host, asked, tell: (name: string, event: unknown) => listeners.get(name)?.(event) }
}

const stages = (desk: ImportDesk): readonly string[] => desk.queue().entries.map(({ stage }) => stage)

describe('the desk of imports', () => {
  it('reads every chosen file, and a broken one blocks no other', async () => {
    const { host, asked } = fakeHost(['bad.csv', 'good.csv'])
    const desk = new ImportDesk(host)
    expect(await desk.choose()).toBeNull()
    await vi.waitFor(() => expect(stages(desk)).toEqual(['failed', 'review']))
    expect(asked).toEqual(['preview bad.csv-token', 'preview good.csv-token'])
  })

  it('writes a file only when it is told to, and takes it back', async () => {
    const { host, asked } = fakeHost(['good.csv'])
    const desk = new ImportDesk(host)
    await desk.choose()
    await vi.waitFor(() => expect(stages(desk)).toEqual(['review']))
    expect(asked).toEqual(['preview good.csv-token'])
    desk.take({ kind: 'write', id: desk.queue().shown ?? '' })
    await vi.waitFor(() => expect(stages(desk)).toEqual(['written']))
    await desk.undo(7, false)
    expect(stages(desk)).toEqual(['undone'])
  })

  it('reads a file under review again when a batch came or went elsewhere, or another store took the place', async () => {
    const { host, asked, tell } = fakeHost(['good.csv'])
    const desk = new ImportDesk(host)
    await desk.choose()
    const reviewed = () => vi.waitFor(() => expect(stages(desk)).toEqual(['review']))
    await reviewed()
    const [{ id = '' } = {}] = desk.queue().entries
    desk.take({ kind: 'choose', id, choices: { held: 'take' } })
    tell('data.changed', { batch: 8 })
    await reviewed()
    expect(asked).toHaveLength(2)
    expect(desk.queue().entries[0]?.choices.held).toBeNull()
    tell('store.state', { phase: 'ready' })
    await reviewed()
    expect(asked).toHaveLength(3)
    // an event or a rule of sources moves no figure
    tell('data.changed', { batch: null })
    await reviewed()
    expect(asked).toHaveLength(3)
  })

  it('names its files as no other page of the host does', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const desk = new ImportDesk(fakeHost(['good.csv']).host)
        await desk.choose()
        return desk.queue().shown ?? ''
      }),
    )
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,40}$/)
  })

  it('takes files that reached the host from outside', async () => {
    const { host, tell } = fakeHost([])
    const desk = new ImportDesk(host)
    tell('files.opened', { files: [{ token: 'outside-token', name: 'outside.csv', bytes: 1 }] })
    await vi.waitFor(() => expect(stages(desk)).toEqual(['review']))
  })
})

describe('the words of an import', () => {
  it.each(['en', 'ru', 'kk'])('in %s name every reason and every format that the importer knows', (language) => {
    const path = join(import.meta.dirname, `../../../../resources/texts/${language}/import.json`)
    const texts = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>
    expect(Object.keys(texts.fileReason ?? {}).sort()).toEqual([...fileReasons].sort())
    expect(Object.keys(texts.rowReason ?? {}).sort()).toEqual([...rowReasons].sort())
    expect(Object.keys(texts.skipReason ?? {}).sort()).toEqual([...skipReasons].sort())
    // an adapter may tell forms of its format apart: what the fixtures are read as
    const read = readFileSync(join(import.meta.dirname, '../../../fixtures/csv/expected.json'), 'utf8')
    const forms = [...read.matchAll(/"format": "(?!profile-)([a-z-]+)"/g)].map(([, form = '']) => form)
    expect(Object.keys(texts.format ?? {}).sort()).toEqual([...new Set([...adapters.map(({ id }) => id), ...forms])].sort())
  })
})
