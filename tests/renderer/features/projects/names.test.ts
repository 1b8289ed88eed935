import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectNameKey } from '../../../../electron/shared/domain/project.ts'
import en from '../../../../resources/texts/en/projects.json' with { type: 'json' }
import { csvRows } from '../../../../scripts/data/csv.ts'

const data = readFileSync(join(import.meta.dirname, '../../../../resources/data/projects.csv'), 'utf8')
const texts: Readonly<Record<string, string>> = en.named

test('every project in Kazakhstan has a name in the texts, the English one as in the data', () => {
  const rows = csvRows(data).filter((row) => row.country === 'KAZ')
  expect(rows).toHaveLength(179)
  const missing = rows.filter(({ name = '' }) => texts[projectNameKey(name)] !== name)
  expect(missing.map(({ name }) => name)).toEqual([])
})
