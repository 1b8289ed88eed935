// What holds for every file: its size, and that no test is left out of a run.
import { describe, expect, it } from 'vitest'
import { sourcesOf } from './sources.ts'

const MOST_LINES = 300

describe('every file', () => {
  it(`has at most ${MOST_LINES} lines, or its head says why it has more`, () => {
    const long = sourcesOf(['electron', 'db', 'renderer', 'cli', 'scripts', 'tests'], /\.(tsx?|mjs|css|sql)$/)
      .filter(({ text }) => text.split('\n').length > MOST_LINES + 1)
      // a test may be as long as what it is about; its head says what that is
      .filter(({ path, text }) => !(path.startsWith('tests/') ? /^\/\/ / : /^(\/\/|\/\*) Longer than 300 lines: /).test(text))
    expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length}`)).toEqual([])
  })

  it('of the tests runs whole: nothing is skipped, set apart or left to do', () => {
    const marks = /\b(it|test|describe)(\.\w+)*\.(skip|only|todo|fixme|skipIf|runIf)\b/
    const left = sourcesOf(['tests'], /\.(test|spec)\.tsx?$/).filter(({ text }) => marks.test(text))
    expect(left.map(({ path }) => path)).toEqual([])
  })

  it('says of every function it exports what it is for', () => {
    const exported = /^export (?:async )?(?:function\*? (\w+)|const (\w+)[^=\n]*= (?:async )?(?:\(|<\w|\w+ =>))/
    const bare = sourcesOf(['electron', 'db', 'renderer', 'cli', 'scripts', 'bench']).flatMap(({ path, text }) => {
      const lines = text.split('\n')
      return lines.flatMap((line, at) => {
        const name = exported.exec(line)
        return name && !lines[at - 1]?.endsWith('*/') ? [`${path}: ${name[1] ?? name[2]}`] : []
      })
    })
    expect(bare).toEqual([])
  })

  it('of shared runs anywhere: no Node, no page, no clock, no locale, no chance', () => {
    const outside =
      /\b(process\.|Buffer\b|window\.|document\.|Date\.now|new Date\(\)|Math\.random|toLocale\w+String|localeCompare|Intl\.)/
    const found = sourcesOf(['electron/shared/domain', 'electron/shared/analytics', 'electron/shared/briefing']).filter(
      ({ text }) => text.split('\n').some((line) => outside.test(line) && !/^\s*(\*|\/\/)/.test(line)),
    )
    expect(found.map(({ path }) => path)).toEqual([])
  })
})
