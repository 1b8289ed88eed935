import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BriefingContent } from '../../../../electron/shared/contract/schema/briefings.ts'
import { fieldMark, partsOf, readField } from '../../../../electron/shared/domain/briefing.ts'
import { addSlide, insertAt, moveSlide, neighbour, removeSlide } from '../../../../renderer/features/briefings/editor/editing.ts'

const entry = (id: string): BriefingContent['entries'][number] => ({
  id,
  recipe: 'text',
  params: {},
  title: '',
  text: '',
  notes: '',
  seen: null,
})
const contentOf = (...ids: readonly string[]): BriefingContent => ({
  name: '',
  language: null,
  reporter: 'KAZ',
  partners: ['RUS'],
  baseYear: 2013,
  asOf: '',
  template: null,
  entries: ids.map(entry),
})
const ids = (content: BriefingContent): string => content.entries.map((one) => one.id).join(' ')

describe('slides of a briefing', () => {
  it('are added behind the current one under an id that no other has', () => {
    const made = addSlide(contentOf('text-2', 'b'), { recipe: 'text', params: {} }, 'text-2')
    expect(made && ids(made.content)).toBe('text-2 text-3 b')
    expect(made?.id).toBe('text-3')
  })
  it('are at most two hundred', () => {
    const full = contentOf(...Array.from({ length: 200 }, (_, n) => `s${n}`))
    expect(addSlide(full, { recipe: 'text', params: {} }, null)).toBeNull()
  })
  it('are moved within the list and nowhere else', () => {
    expect(ids(moveSlide(contentOf('a', 'b', 'c'), 'a', 2))).toBe('b c a')
    expect(ids(moveSlide(contentOf('a', 'b', 'c'), 'c', 0))).toBe('c a b')
    const content = contentOf('a', 'b')
    expect(moveSlide(content, 'a', 7)).toBe(content)
    expect(moveSlide(content, 'a', -1)).toBe(content)
  })
  it('hand the screen to the next one when they go', () => {
    expect(neighbour(contentOf('a', 'b', 'c'), 'b')).toBe('c')
    expect(neighbour(contentOf('a', 'b'), 'b')).toBe('a')
    expect(neighbour(contentOf('a'), 'a')).toBeNull()
    expect(ids(removeSlide(contentOf('a', 'b'), 'a'))).toBe('b')
  })
})

describe('a number put into a text', () => {
  it('keeps words apart and the sign behind it close', () => {
    expect(insertAt('Russia sold of it.', 11, '{{x}}')).toEqual({ text: 'Russia sold {{x}} of it.', end: 17 })
    expect(insertAt('In all', 6, '{{x}}').text).toBe('In all {{x}}')
    expect(insertAt('a , b', 2, '{{x}}').text).toBe('a {{x}}, b')
  })
  it('is read back as it was picked, and every other text stays as it is', () => {
    const spec = { kind: 'channel', channel: 'imports', partner: 'RUS', at: '2023' } as const
    expect(partsOf(`a ${fieldMark(spec)} b`)).toEqual([{ text: 'a ' }, { field: 'channel imports RUS 2023' }, { text: ' b' }])
    expect(readField('channel imports RUS 2023')).toEqual(spec)
    expect(readField('<img src=x> RUS 2023')).toBeNull()
    fc.assert(
      fc.property(fc.string(), (text) => {
        const whole = partsOf(text)
          .map((part) => ('text' in part ? part.text : `{{field:${part.field}}}`))
          .join('')
        expect(whole).toBe(text)
      }),
      { seed: 6, numRuns: 200 },
    )
  })
})
