import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readChapter, searchGuide, textsOf } from '../../../../renderer/features/help/guide.ts'

const folder = join(import.meta.dirname, '../../../../resources/guide')
const names = readdirSync(join(folder, 'en')).sort()
const guide = (language: string) => names.map((name) => readChapter(name, readFileSync(join(folder, language, name), 'utf8')))

describe('a chapter of the guide', () => {
  it('is read into a title, paragraphs, lists and tables', () => {
    const chapter = readChapter(
      '09-keys.md',
      '# Keys\n\nPress **Tab** or `?`.\n\n1. one\n2. two\n\n| key | does |\n| --- | --- |\n| ? | list |\n',
    )
    expect(chapter).toEqual({
      id: 'keys',
      title: 'Keys',
      blocks: [
        {
          kind: 'paragraph',
          runs: [
            { kind: 'text', text: 'Press ' },
            { kind: 'strong', text: 'Tab' },
            { kind: 'text', text: ' or ' },
            { kind: 'code', text: '?' },
            { kind: 'text', text: '.' },
          ],
        },
        { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]] },
        { kind: 'table', head: ['key', 'does'], rows: [['?', 'list']] },
      ],
    })
  })

  it('is refused without a title', () => {
    expect(() => readChapter('01-start.md', 'no heading')).toThrow('01-start.md has no title')
  })

  it('never turns HTML into anything but text', () => {
    const chapter = readChapter('x.md', '# T\n\nA <img src=x onerror=alert(1)> mark\n')
    expect(textsOf(chapter).join(' ')).toContain('<img src=x onerror=alert(1)>')
  })
})

describe('the guide', () => {
  it.each(['ru', 'kk'])('has in %s the chapters of the English one, block for block', (language) => {
    expect(readdirSync(join(folder, language)).sort()).toEqual(names)
    const shape = (of: string) => guide(of).map(({ id, blocks }) => ({ id, kinds: blocks.map((block) => block.kind) }))
    expect(shape(language)).toEqual(shape('en'))
  })

  it('is found by words in any order, case and spelling', () => {
    const english = guide('en')
    expect(searchGuide(english, 'UNDONE batch').map(({ chapter }) => chapter.id)).toEqual(['import'])
    expect(searchGuide(guide('kk'), 'коймада деректерден').map(({ chapter }) => chapter.id)).toEqual(['start'])
    expect(searchGuide(english, '   ')).toEqual([])
    expect(searchGuide(english, 'zeppelin')).toEqual([])
  })
})
