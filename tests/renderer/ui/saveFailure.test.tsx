// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { CallError, saveRefusals } from '../../../electron/shared/contract/errors.ts'
import { chooseLanguage, startTexts } from '../../../renderer/language/i18n.ts'
import { useSaveFailure } from '../../../renderer/ui/data/saveFailure.ts'

describe('a file that could not be saved', () => {
  beforeAll(async () => {
    await startTexts('en')
    await chooseLanguage('kk')
  })

  it('is told with its reason in the language of the interface', () => {
    const { result } = renderHook(() => useSaveFailure())
    const said = saveRefusals.map((cause) => result.current(new CallError('refused', 'English', cause)))
    expect(new Set(said).size).toBe(saveRefusals.length)
    expect(said[0]).toBe('Файл басқа бағдарламада ашық немесе жазудан қорғалған. Оны сонда жабыңыз не басқа атпен сақтаңыз.')
    expect(said).not.toContain('English')
    expect(result.current(new CallError('disk-full', 'English', 'ENOSPC'))).toMatch(/^Дискіде орын қалмады/)
  })

  it('of which nothing more is known is told as the host said it', () => {
    const { result } = renderHook(() => useSaveFailure())
    expect(result.current(new CallError('refused', 'The browser at hand could not print.', 'timeout'))).toBe(
      'The browser at hand could not print.',
    )
  })
})
