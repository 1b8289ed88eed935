// Briefings composed from the bundled store, against figures known from the sources, in three languages and for other countries.
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeBriefing, entriesOf, expand, refreshEntries } from '../../../db/briefing/compose.ts'
import { importFile } from '../../../db/ingest/write/importFile.ts'
import { documentToHtml } from '../../../db/publish/html/documentToHtml.ts'
import { documentToPptx } from '../../../db/publish/pptx/documentToPptx.ts'
import { openReader, openWriter } from '../../../db/worker/connection.ts'
import { type BriefingContent, briefingContent, briefingDocument } from '../../../electron/shared/contract/schema/briefings.ts'
import { fieldMark, proposals, type TemplateId, templateIds } from '../../../electron/shared/domain/briefing.ts'
import { type Language, languages } from '../../../electron/shared/domain/languages.ts'
import { ask, openTestReader, storeCopy, temporaryFolder } from '../support/store.ts'

const fonts = join(resolve(import.meta.dirname, '../../..'), 'node_modules/@fontsource-variable')

let reader: ReturnType<typeof openTestReader>
beforeAll(() => {
  reader = openTestReader()
})
afterAll(() => reader.close())

const contentOf = (changes: Partial<BriefingContent> = {}): BriefingContent => ({
  name: '',
  language: null,
  reporter: 'KAZ',
  partners: ['RUS', 'CHN'],
  baseYear: 2013,
  asOf: '',
  template: 'deck',
  entries: [],
  ...changes,
})
const compose = (content: BriefingContent, language: Language = 'en', db = reader.db) =>
  briefingDocument.parse(composeBriefing(db, content, { language, today: '2026-11-27', version: '1.2.3' }))

type Document = ReturnType<typeof compose>
const slide = (document: Document, id: string) => {
  const found = document.slides.find((one) => one.id === id)
  if (!found) throw new Error(`no slide ${id} in ${document.slides.map((one) => one.id).join(', ')}`)
  return found
}
const wordsOf = (runs: Document['slides'][number]['support']): string =>
  runs.map((run) => ('text' in run ? run.text : run.field.text)).join('')
const numbers = (document: Document, id: string) => slide(document, id).numbers.map(({ from, to }) => `${from ?? ''} > ${to}`)

describe('the shipped briefing on Kazakhstan', () => {
  it('says the figures that the sources print', () => {
    const document = compose(contentOf())
    expect(document.slides).toHaveLength(10)
    expect(document.title).toBe('Kazakhstan between Russia and China')
    const overview = slide(document, 'overview-2')
    expect(overview.title).toBe('Russia’s share of Kazakhstan’s imports fell since 2013, yet rose in arms and oil transit')
    expect(numbers(document, 'overview-2')).toEqual(['36.8% > 29.9%', '62–84% > 95–96%', '62% > 94%', '1.6% > 3.5%'])
    expect(wordsOf(overview.support)).toContain('China’s rose from 17.1% to 29.0%')
    const series = overview.figure?.series ?? []
    const at = (partner: string, year: string) =>
      series.find((one) => one.id === partner)?.values[overview.figure?.periods.indexOf(year) ?? -1]
    expect(at('RUS', '2025')).toBeCloseTo(29.86, 2)
    expect(at('CHN', '2025')).toBeCloseTo(28.99, 2)
    expect(at('RUS', '2010')).toBeNull()
    expect(overview.figure?.gaps).toEqual([{ from: '2009', to: '2011', reason: '2010: gap' }])
    // while the author wrote none, the speaker has the sentence and the warnings at hand
    expect(overview.notes).toContain('36.8% to 29.9%')
    expect(overview.notes).toContain(overview.warnings[0] ?? 'a warning')
    expect(numbers(document, 'arms-7')[0]).toBe('62% > 94%')
    expect(numbers(document, 'oil-6')[0]).toBe('62–84% > 95–96%')
  })

  it('adds its waterfall up and keeps its index within the band', () => {
    const document = compose(contentOf())
    const [steps] = slide(document, 'substitution-4').figure?.series ?? []
    const values = (steps?.values ?? []).map((value) => value ?? Number.NaN)
    const changes = values.slice(1, -1).reduce((sum, value) => sum + value, 0)
    expect((values[0] ?? 0) + changes).toBeCloseTo(values.at(-1) ?? 0, 9)
    for (const { values: index, low, high } of slide(document, 'index-5').figure?.series ?? [])
      index.forEach((value, at) => {
        if (value === null) return
        expect(value).toBeGreaterThanOrEqual((low?.[at] ?? 0) - 1e-9)
        expect(value).toBeLessThanOrEqual((high?.[at] ?? 0) + 1e-9)
      })
  })

  it.each(languages)('is whole in %s: no key, no placeholder, every source with its licence', (language) => {
    const document = compose(contentOf(), language)
    const text = JSON.stringify(document)
    expect(text).not.toMatch(/\{\{|briefing:|overview:|undefined|NaN/)
    expect(document.slides).toHaveLength(10)
    expect(document.warnings.filter((warning) => /Left out|Пропущено|Қалдырылды/.test(warning))).toEqual([])
    expect(document.sources.length).toBeGreaterThan(10)
    for (const { sources } of document.slides) for (const n of sources) expect(document.sources[n - 1]?.title).toBeTruthy()
    if (language !== 'en') expect(document.slides.map((one) => one.title).join()).toMatch(/\p{Script=Cyrillic}/u)
  })

  it('writes numbers and names as each language does', () => {
    expect(numbers(compose(contentOf(), 'ru'), 'overview-2')[0]).toBe('36,8\u00a0% > 29,9\u00a0%')
    expect(numbers(compose(contentOf(), 'kk'), 'overview-2')[0]).toBe('36,8% > 29,9%')
    expect(compose(contentOf(), 'ru').title).toBe('Казахстан между Россией и Китаем')
    expect(compose(contentOf({ language: 'kk' }), 'ru').language).toBe('kk')
  })
})

describe('the index in a briefing', () => {
  it('is compared from the base year, as the screen compares it, and says what the yearly line leaves out', () => {
    const document = compose(contentOf())
    const index = document.slides.find(({ title }) => /dependence on Russia/.test(title))
    expect(index?.title).toBe('Kazakhstan’s dependence on Russia rose from 2013 to 2023 in all 1,000 runs')
    expect(wordsOf(index?.support ?? [])).toContain('from 29.8 to 37.0 of 100')
    expect(wordsOf(index?.support ?? [])).toContain('between +3.4 and +13.5')
    expect(index?.warnings.join(' ')).toContain('it goes from 23.8 to 29.2')
    // the numbers beside the line rest on more pillars than the line, and both say so
    expect(index?.figure?.subtitle).toContain('pillars of every year alone')
    expect(index?.numbers[0]).toMatchObject({ label: 'Index on Russia, all pillars, 2013 to 2023', from: '30', to: '37' })
  })

  it('warns of nothing that ended before its newest figure', () => {
    const said = compose(contentOf()).slides.flatMap(({ warnings }) => warnings)
    expect(said.filter((text) => /BACI relies/.test(text))).toEqual([])
    expect(said.some((text) => /China reports far more trade/.test(text))).toBe(true)
  })
})

describe('templates', () => {
  const places: readonly [string, readonly string[]][] = [
    ['UZB', ['RUS', 'CHN']],
    ['GEO', ['RUS', 'TUR']],
  ]
  it.each(places)('make slides for %s, and name what they leave out', (reporter, partners) => {
    for (const template of templateIds) {
      const content = contentOf({ reporter, partners: [...partners], template })
      const document = compose(content, 'ru')
      const proposed = expand(content).entries.length
      const left = document.warnings.filter((warning) => warning.startsWith('Пропущено')).length
      expect(document.slides.length + left, template).toBe(proposed)
      expect(document.slides.length, template).toBeGreaterThanOrEqual(2)
      expect(JSON.stringify(document)).not.toMatch(/\{\{|undefined|NaN/)
      expect(document.title).not.toContain('Казахстан')
    }
  })

  it('compose every kind of slide that can be added, in each language', () => {
    for (const language of languages) {
      const document = compose(contentOf({ entries: entriesOf(proposals), template: null }), language)
      expect(document.slides.length).toBeGreaterThanOrEqual(proposals.length - 1)
      expect(JSON.stringify(document)).not.toMatch(/\{\{|undefined|NaN/)
    }
  })

  it('leave a country out of its own partners', () => {
    const document = compose(contentOf({ reporter: 'KAZ', partners: ['KAZ', 'CHN'] }))
    expect(slide(document, 'overview-2').title).toContain('China')
  })

  it('are the same two times: nothing depends on the clock', () => {
    const both = [1, 2].map(() => JSON.stringify(compose(contentOf({ template: 'note' as TemplateId }))))
    expect(both[0]).toBe(both[1])
  })
})

describe('fields in a text', () => {
  const entry = { ...entriesOf([{ recipe: 'text', params: {} }])[0] }
  const withText = (text: string): BriefingContent => briefingContent.parse({ ...contentOf(), entries: [{ ...entry, text }] })

  it('are numbers of the store with the cells behind them', () => {
    const mark = fieldMark({ kind: 'channel', channel: 'imports', partner: 'RUS', at: 'latest' })
    const document = compose(withText(`Russia sells ${mark} of it.\n\nIn 2023: {{field:channel imports RUS 2023}}.`))
    const [first, second] = document.slides[0]?.paragraphs ?? []
    expect(wordsOf(first ?? [])).toBe('Russia sells 29.9% of it.')
    expect(wordsOf(second ?? [])).toBe('In 2023: 27.9%.')
    const field = first?.find((run) => 'field' in run)
    expect(field && 'field' in field ? field.field.cells[0] : null).toMatchObject({
      indicator: 'trade.imports_usd_m',
      partner: 'RUS',
    })
    expect(document.slides[0]?.stale).toBe(false)
  })

  it('say so when the store has no such figure, whatever stands between the brackets', () => {
    const document = compose(withText('{{field:channel imports RUS 1850}} {{field:<script>}} {{field:value no.such RUS latest}}'))
    expect(wordsOf(document.slides[0]?.paragraphs[0] ?? [])).toBe('[no figure] [no figure] [no figure]')
    expect(document.slides[0]?.warnings).toHaveLength(3)
    expect(document.slides[0]?.stale).toBe(true)
  })

  it('are stale after an import that revises them, say what they said, and are fresh again when refreshed', () => {
    const file = storeCopy()
    const content = expand(contentOf({ template: 'note' }))
    const options = { language: 'en', today: '2026-11-27' } as const
    const before = openReader(file)
    const seen = { ...content, entries: refreshEntries(before.db, content, null, options) }
    expect(compose(seen, 'en', before.db).slides.some((one) => one.stale)).toBe(false)
    expect(compose(seen, 'ru', before.db).slides.some((one) => one.stale)).toBe(false)
    before.close()
    importText(
      file,
      `indicator,reporter,partner,period,value,unit,source\ntrade.imports_usd_m,KAZ,RUS,2025,20000,USD_M,bns_kz_panel_2024_25\n`,
    )
    const after = openReader(file)
    const overview = slide(compose(seen, 'en', after.db), 'overview-1')
    expect(overview.stale).toBe(true)
    expect(overview.numbers[0]?.to).toBe('30.6%')
    const was = overview.support.flatMap((run) =>
      'field' in run && run.field.was !== null ? [[run.field.text, run.field.was]] : [],
    )
    expect(was).toEqual([['30.6%', '29.9%']])
    const again = { ...seen, entries: refreshEntries(after.db, seen, ['overview-1'], options) }
    const fresh = compose(again, 'en', after.db)
    expect(slide(fresh, 'overview-1').stale).toBe(false)
    expect(slide(fresh, 'substitution-3').stale).toBe(true)
    after.close()
  })
})

describe('what was set aside', () => {
  it('says after an import whether the figures behind it changed', async () => {
    const file = storeCopy()
    const cell = {
      indicator: 'trade.imports_usd_m',
      reporter: 'KAZ',
      partner: 'RUS',
      period: '2025',
      source: 'bns_kz_panel_2024_25',
    }
    const other = { ...cell, partner: 'CHN' }
    const writer = openWriter(file, { mustExist: true })
    const add = (title: string, ref: typeof cell): Promise<{ id: number }> =>
      ask(writer, 'briefing.add', {
        kind: 'chart',
        title,
        view: {},
        snapshot: {
          columns: [{ id: 'value', label: 'Value', kind: 'number' }],
          rows: [{ id: 'a', cells: [1], refs: [ref] }],
          svg: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
        },
      })
    const [russia, china] = [await add('Russia', cell), await add('China', other)]
    const entry = (id: string, item: number) => ({
      id,
      recipe: 'aside' as const,
      params: { item },
      title: '',
      text: '',
      notes: '',
      seen: null,
    })
    const content = contentOf({ template: null, entries: [entry('a', russia.id), entry('b', china.id)] })
    expect(compose(content, 'en', writer.db).slides.map((one) => one.stale)).toEqual([false, false])
    writer.close()
    importText(
      file,
      `indicator,reporter,partner,period,value,unit,source\ntrade.imports_usd_m,KAZ,RUS,2025,20000,USD_M,bns_kz_panel_2024_25\n`,
    )
    const after = openReader(file)
    const [changed, same] = compose(content, 'en', after.db).slides
    expect([changed?.stale, same?.stale]).toEqual([true, false])
    expect(changed?.warnings[0]).toContain('changed after it was set aside')
    expect(compose(content, 'en', after.db).sources.map(({ code }) => code)).toEqual(['bns_kz_panel_2024_25'])
    after.close()
  })
})

describe('a chart set aside whose import was taken back', () => {
  const told = { en: 'no longer in the data', ru: 'больше нет в хранилище', kk: 'қоймада енді жоқ' } as const

  it('is not shown: a notice in the language of the briefing stands in its place, on the page and in every file', async () => {
    const file = storeCopy()
    const source = 'own_desk_2026'
    importText(
      file,
      `indicator,reporter,partner,period,value,unit,source\ntrade.imports_usd_m,KAZ,RUS,2025,20000,USD_M,${source}\n`,
      'new',
    )
    const writer = openWriter(file, { mustExist: true })
    const ref = { indicator: 'trade.imports_usd_m', reporter: 'KAZ', partner: 'RUS', period: '2025', source }
    const { id } = await ask(writer, 'briefing.add', {
      kind: 'chart',
      title: 'Imports from Russia',
      view: {},
      snapshot: {
        columns: [{ id: 'value', label: 'Value', kind: 'number' }],
        rows: [{ id: 'a', cells: [20_000], refs: [ref, { ...ref, partner: 'CHN' }] }],
        svg: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>20000</text></svg>',
      },
    })
    const entry = { id: 'a', recipe: 'aside' as const, params: { item: id }, title: '', text: '', notes: '', seen: null }
    const content = contentOf({ template: null, entries: [entry] })
    expect(compose(content, 'en', writer.db).slides[0]).toMatchObject({ stale: false, svg: expect.stringContaining('20000') })
    const { batch } = (await ask(writer, 'batches.list', {}))[0] ?? { batch: 0 }
    await ask(writer, 'batches.undo', { batch, cascade: false })
    for (const language of ['en', 'ru', 'kk'] as const) {
      const doc = compose(content, language, writer.db)
      expect(doc.slides[0]).toMatchObject({ layout: 'figure', stale: true, svg: null, png: null, table: null })
      expect(doc.slides[0]?.notice).toContain(told[language])
      const html = documentToHtml(doc, { fonts })
      expect(html).toContain(`<p class="notice" role="note">${doc.slides[0]?.notice}</p>`)
      expect(html).not.toContain('20000')
      const slide = strFromU8(unzipSync(documentToPptx(doc).file)['ppt/slides/slide1.xml'] ?? new Uint8Array())
      expect(slide).toContain(doc.slides[0]?.notice)
    }
    writer.close()
  })
})

/** Imports a file of the long form as a user would. */
function importText(store: string, text: string, effect: 'new' | 'revised' = 'revised'): void {
  const path = join(temporaryFolder(), 'revised.csv')
  writeFileSync(path, text)
  const descriptor = openSync(path, 'r')
  const writer = openWriter(store, { mustExist: true })
  try {
    const report = importFile(writer, {
      store,
      descriptor,
      name: 'revised.csv',
      options: {},
      profile: null,
      note: '',
      by: 'tester',
      spool: temporaryFolder(),
      now: '2026-11-25T10:00:00.000Z',
      tell: () => {},
      cancelled: () => false,
    })
    expect(report.rows[effect]).toBe(1)
  } finally {
    writer.close()
    closeSync(descriptor)
  }
}
