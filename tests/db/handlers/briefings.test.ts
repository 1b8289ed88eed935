// Briefings as they are kept: versions, removal and its undo, and files that come and go.
import { openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { briefingHandlers } from '../../../db/handlers/briefings.ts'
import type { HandlerContext } from '../../../db/handlers/context.ts'
import type { WriteDb } from '../../../db/worker/db.ts'
import { findOutput } from '../../../electron/host/spool.ts'
import type { Briefing, BriefingContent } from '../../../electron/shared/contract/schema/briefings.ts'
import { ask, openTestWriter, temporaryFolder, workerOptions } from '../support/store.ts'

let connection: ReturnType<typeof openTestWriter>
beforeAll(() => {
  connection = openTestWriter()
})
afterAll(() => connection.close())

const spool = temporaryFolder()
/** A context whose clock and file the test chooses. */
const at = (now: string, path: string | null = null): HandlerContext<WriteDb> => ({
  db: connection.db,
  options: workerOptions('test.sqlite', { spool }),
  connection,
  emit: () => {},
  now: () => now,
  file: (token) => {
    if (path === null) throw new Error('no file in this test')
    return { token, name: 'briefing.multivector', bytes: statSync(path).size, descriptor: openSync(path, 'r') }
  },
})

const written = (entries: BriefingContent['entries'] = []): BriefingContent => ({
  name: 'For the board <script>alert(1)</script>',
  language: 'ru',
  reporter: 'KAZ',
  partners: ['RUS', 'CHN'],
  baseYear: 2013,
  asOf: '',
  template: 'note',
  entries,
})
const text = (id: string, title: string): BriefingContent['entries'][number] => ({
  id,
  recipe: 'text',
  params: {},
  title,
  text: '',
  notes: '',
  seen: null,
})
const save = (id: number | null, content: BriefingContent, now: string): Briefing =>
  briefingHandlers['briefings.save'](at(now), { id, content }) as Briefing

function importFile(body: string): Briefing {
  const path = join(temporaryFolder(), 'briefing.multivector')
  writeFileSync(path, body)
  return briefingHandlers['briefings.import'](at('2026-11-25T10:00:00.000Z', path), { file: 'A'.repeat(24) }) as Briefing
}
async function exportFile(id: number): Promise<string> {
  const { token } = await briefingHandlers['briefings.export'](at('2026-11-25T10:00:00.000Z'), { id })
  return readFileSync(findOutput(spool, token).path, 'utf8')
}

describe('briefings', () => {
  it('begin with one that came with the program, its ten slides written out', async () => {
    const [shipped] = await ask(connection, 'briefings.list', {})
    expect(shipped).toMatchObject({ id: 1, shipped: true, reporter: 'KAZ', slides: 10, language: null })
    const { content } = await ask(connection, 'briefings.get', { id: 1 })
    expect(content.entries.map((entry) => entry.recipe)).toContain('substitution')
  })

  it('keep a version a quarter of an hour, and go back to one without losing what stands', async () => {
    const { id } = save(null, written([text('a', 'First')]), '2026-11-25T08:00:00.000Z')
    save(id, written([text('a', 'Second')]), '2026-11-25T09:00:00.000Z')
    save(id, written([text('a', 'Second, a word later')]), '2026-11-25T09:01:00.000Z')
    save(id, written([text('a', 'Third')]), '2026-11-25T11:00:00.000Z')
    const versions = await ask(connection, 'briefings.versions', { id })
    expect(versions.map((one) => one.version)).toEqual([2, 1])
    const back = (await briefingHandlers['briefings.restore'](at('2026-11-25T11:05:00.000Z'), { id, version: 1 })) as Briefing
    expect(back.content.entries[0]?.title).toBe('First')
    const after = await ask(connection, 'briefings.versions', { id })
    expect(after.map((one) => one.version)).toEqual([3, 2, 1])
    await expect(ask(connection, 'briefings.restore', { id, version: 77 })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leave the list when removed, and come back when that is undone', async () => {
    const { id } = save(null, written(), '2026-11-25T08:00:00.000Z')
    await ask(connection, 'briefings.remove', { id })
    await expect(ask(connection, 'briefings.get', { id })).rejects.toMatchObject({ code: 'not-found' })
    await ask(connection, 'briefings.remove', { id, removed: false })
    expect((await ask(connection, 'briefings.get', { id })).content.name).toContain('For the board')
  })

  it('are refused with two slides of one id', async () => {
    const content = written([text('a', 'One'), text('a', 'Two')])
    await expect(ask(connection, 'briefings.save', { id: null, content })).rejects.toMatchObject({ code: 'invalid-request' })
  })
})

describe('files of briefings', () => {
  it('come back as they went, with what was set aside for them', async () => {
    const snapshot = {
      subtitle: 'As drawn',
      svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      columns: [{ id: 'a', label: 'Year', kind: 'period' }],
      rows: [{ id: 'r', cells: ['2025'] }],
    }
    const item = await ask(connection, 'briefing.add', { kind: 'chart', title: 'Set aside', view: {}, snapshot })
    const aside = { ...text('b', ''), recipe: 'aside' as const, params: { item: item.id } }
    const saved = save(null, written([text('a', '<img src=x onerror=alert(1)>'), aside]), '2026-11-25T08:00:00.000Z')
    // out of the tray, and still in the briefing
    await ask(connection, 'briefing.remove', { id: item.id })
    const read = importFile(await exportFile(saved.id))
    expect(read.id).not.toBe(saved.id)
    expect(read.content.entries[0]).toEqual(saved.content.entries[0])
    expect(read.content.entries[1]?.params.item).not.toBe(item.id)
    const document = await ask(connection, 'briefing.compose', { id: read.id })
    expect(document.title).toBe('For the board <script>alert(1)</script>')
    expect(document.slides[0]?.title).toBe('<img src=x onerror=alert(1)>')
    expect(document.slides[1]).toMatchObject({ title: 'Set aside', svg: snapshot.svg })
  })

  it('never show an item of this store that the file does not hold', () => {
    const stolen = { ...text('b', ''), recipe: 'aside', params: { item: 1 } }
    const whole = {
      format: 'multivector-briefing',
      version: 1,
      madeBy: 'x',
      briefing: { ...written(), entries: [stolen] },
      items: [],
    }
    expect(importFile(JSON.stringify(whole)).content.entries[0]?.params.item).toBe(0)
  })

  it.each([
    ['a picture', '\u0089PNG\r\n'],
    ['an empty file', ''],
    ['a list', '[]'],
    ['another format', JSON.stringify({ format: 'somebody-else', version: 1 })],
    [
      'a later version',
      JSON.stringify({ format: 'multivector-briefing', version: 2, madeBy: '', briefing: written(), items: [] }),
    ],
    [
      'an unknown recipe',
      JSON.stringify({
        format: 'multivector-briefing',
        version: 1,
        madeBy: '',
        briefing: { ...written(), entries: [{ ...text('a', ''), recipe: '__proto__' }] },
        items: [],
      }),
    ],
    [
      'more than it may hold',
      JSON.stringify({
        format: 'multivector-briefing',
        version: 1,
        madeBy: '',
        briefing: { ...written(), entries: Array.from({ length: 201 }, (_, n) => text(`s${n}`, '')) },
        items: [],
      }),
    ],
  ])('are refused whole when they are %s', (_name, body) => {
    expect(() => importFile(body)).toThrow(expect.objectContaining({ code: 'refused' }))
  })
})
