import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectNameKey } from '../../../../electron/shared/domain/project.ts'
import en from '../../../../resources/texts/en/projects.json' with { type: 'json' }
import kk from '../../../../resources/texts/kk/projects.json' with { type: 'json' }
import ru from '../../../../resources/texts/ru/projects.json' with { type: 'json' }
import { csvRows } from '../../../../scripts/data/csv.ts'

const data = readFileSync(join(import.meta.dirname, '../../../../resources/data/projects.csv'), 'utf8')
const texts: Readonly<Record<string, string>> = en.named

/** Digits of each number of a name, in order of size, whatever the mark of decimals. */
const digits = (name: string): readonly string[] =>
  (name.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(/\D/g, '')).sort()

describe('names of projects', () => {
  it('every bundled project has a name in the texts, the English one as in the data', () => {
    const rows = csvRows(data)
    expect(rows).toHaveLength(219)
    const missing = rows.filter(({ name = '' }) => texts[projectNameKey(name)] !== name)
    expect(missing.map(({ name }) => name)).toEqual([])
  })

  it.each([
    ['Russian', ru.named],
    ['Kazakh', kk.named],
  ] as const)('the %s name keeps every number and is written in Cyrillic', (_, named: Readonly<Record<string, string>>) => {
    const changed = Object.entries(texts).filter(([key, name]) => digits(named[key] ?? '').join() !== digits(name).join())
    expect(changed.map(([key, name]) => [name, named[key]])).toEqual([])
    expect(Object.values(named).filter((name) => !/\p{Script=Cyrillic}/u.test(name))).toEqual([])
  })
})
