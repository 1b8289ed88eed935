import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Say } from '../../../renderer/language/useSay.ts'
import { failureText } from '../../../renderer/ui/data/failureText.ts'
import { sourcesOf } from '../../architecture/sources.ts'

const said = (language: string): Say<'app'> => {
  const path = join(import.meta.dirname, '../../../resources/texts', language, 'app.json')
  const { failure } = JSON.parse(readFileSync(path, 'utf8')) as { readonly failure: Readonly<Record<string, string>> }
  return (key) => failure[key.replace('failure.', '')] ?? key
}

describe('why a call was refused', () => {
  it('is said by the detail, else by the code, in the language on screen', () => {
    const open = { code: 'refused', message: 'x.csv is open', detail: 'EBUSY' } as const
    expect(failureText(said('ru'), 'ru', open)).toMatch(/^Файл с таким именем открыт в другой программе/)
    const cancelled = { code: 'cancelled', message: 'The import was cancelled.', detail: '' } as const
    expect(failureText(said('kk'), 'kk', cancelled)).toBe('Тоқтатылды. Ештеңе жазылмады.')
  })

  it('names no flag of the command line where later batches rest on one', () => {
    const dependents = {
      code: 'batch-has-dependents',
      message: 'Undo them first, or all at once with --cascade.',
      detail: '[8]',
    } as const
    for (const language of ['en', 'ru', 'kk']) {
      const text = failureText(said(language), language, dependents)
      expect(text).not.toContain('--')
      expect(text.length).toBeGreaterThan(20)
    }
  })

  it('keeps the words of the host for readers of English where neither detail nor code tells enough', () => {
    const named = { code: 'not-found', message: 'There is no briefing 7.', detail: '' } as const
    expect(failureText(said('en'), 'en', named)).toBe('There is no briefing 7.')
    expect(failureText(said('ru'), 'ru', named)).toBe('Этого больше нет. Откройте снова.')
  })
})

it('no screen shows a refusal in the words of the host, which are English', () => {
  // before the texts are there, and where the program itself is broken, there is nothing else to show
  const beforeTexts = ['renderer/app/Starting.tsx', 'renderer/app/RouteFailure.tsx']
  const shows = sourcesOf(['renderer'], /\.tsx$/)
    .filter(({ path }) => !beforeTexts.includes(path))
    .filter(({ text }) => /asFailure\([^)]*\)\.message|[eE]rror\.message\s*[})]/.test(text))
    .filter(({ text }) => !/export function asFailure/.test(text))
  expect(shows.map(({ path }) => path)).toEqual([])
})
